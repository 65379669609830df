import { expect, test } from "vitest";
import { toLf, withLineEndsOf } from "./line-ends";

test("a text that came with CRLF gets it back", () => {
  const source = "# A\r\n\r\nb\r\n";
  expect(toLf(source)).toBe("# A\n\nb\n");
  expect(withLineEndsOf(toLf(source), source)).toBe(source);
});

test("a text with LF, and one with both, keep LF", () => {
  expect(withLineEndsOf("a\nb\n", "a\n")).toBe("a\nb\n");
  expect(withLineEndsOf("a\nb\n", "a\r\nb\n")).toBe("a\nb\n");
  expect(withLineEndsOf("a", "")).toBe("a");
});
