import { expect, test } from "vitest";
import { colourOf, initialsOf } from "./avatar";

test("initials are the first and the last word", () => {
  expect(initialsOf("Ana Maria Núñez")).toBe("AN");
  expect(initialsOf("mina")).toBe("MI");
  expect(initialsOf("  ")).toBe("?");
});

test("a person keeps the same colour", () => {
  expect(colourOf("0190-a")).toBe(colourOf("0190-a"));
  expect(colourOf("0190-a")).toBeLessThan(8);
});
