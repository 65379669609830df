import { expect, test } from "vitest";
import { compileFamilies } from "./family";
import { FAMILIES, READERS } from "./rules";

test("two tables that name the same program are refused, and two that do not are read", () => {
  const first = { programs: "one two", rules: [] };
  expect(() => compileFamilies([first, { programs: "three two", rules: [] }])).toThrow("two");
  expect([...compileFamilies([first, { programs: "three", rules: [] }]).keys()]).toEqual([
    "one",
    "two",
    "three",
  ]);
});

test("no program that has rules is listed as one that only reads", () => {
  expect([...READERS].filter((program) => FAMILIES.has(program))).toEqual([]);
});
