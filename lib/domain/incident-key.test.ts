import fc from "fast-check";
import { expect, test } from "vitest";
import { formatIncidentKey, parseIncidentKey, parseIncidentRef } from "./incident-key";

test("a key has four digits, and more when the number needs them", () => {
  expect(formatIncidentKey(1)).toBe("INC-0001");
  expect(formatIncidentKey(12_345)).toBe("INC-12345");
});

test("a key is read back in any case and with any padding", () => {
  expect(parseIncidentKey("INC-0042")).toBe(42);
  expect(parseIncidentKey("inc-42")).toBe(42);
});

test("what is no key is null", () => {
  for (const text of [
    "",
    "42",
    "INC-",
    "INC-0",
    "INC--1",
    "INC-1.5",
    "INC-1\n",
    "INC-99999999999",
    " INC-1",
  ]) {
    expect(parseIncidentKey(text)).toBeNull();
  }
});

test("each number comes back from its key", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
      expect(parseIncidentKey(formatIncidentKey(number))).toBe(number);
    }),
  );
});

test("an address names an incident by its key or by its id", () => {
  const id = "01890000-0000-7000-8000-00000000000a";
  expect(parseIncidentRef("inc-42")).toBe(42);
  expect(parseIncidentRef(id.toUpperCase())).toBe(id);
  for (const other of ["42", `${id}0`, `x${id}`, "INC-0"]) expect(parseIncidentRef(other)).toBeNull();
});
