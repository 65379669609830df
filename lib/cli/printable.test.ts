import { expect, test } from "vitest";
import { printable } from "./printable";

test.each([
  ["\u001B[31mred", "\\u{1b}[31mred"],
  ["a\u009Bb", "a\\u{9b}b"],
  ["a\u202Eb", "a\\u{202e}b"],
  ["a\u200Bb", "a\\u{200b}b"],
  ["two\r\nlines", "two lines"],
])("%j is shown as %s", (text, shown) => expect(printable(text)).toBe(shown));

test.each(["Größe – 100 % 🚀", "مرحبا", "👩‍🚒", "a\\b"])("%s stays as it is", (text) =>
  expect(printable(text)).toBe(text),
);
