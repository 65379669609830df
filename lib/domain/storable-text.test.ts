import { expect, test } from "vitest";
import { isStorable } from "./storable-text";

test("NUL and half a surrogate pair are refused, emoji and line breaks are not", () => {
  expect(isStorable("a\0b")).toBe(false);
  expect(isStorable("half \ud83d")).toBe(false);
  expect(isStorable("\udd25 other half")).toBe(false);
  expect(isStorable("🔥 disk full\nover two lines")).toBe(true);
});
