import { expect, test } from "vitest";
import { offsetOf } from "./source-handle";

test("a place is found in its line, and one beyond an end is that end", () => {
  const text = "ab\ncdef\n\ng";
  expect(offsetOf(text, { line: 1, column: 1 })).toBe(0);
  expect(offsetOf(text, { line: 2, column: 3 })).toBe(5);
  expect(offsetOf(text, { line: 2, column: 99 })).toBe(7);
  expect(offsetOf(text, { line: 3, column: 1 })).toBe(8);
  expect(offsetOf(text, { line: 9, column: 1 })).toBe(text.length);
});
