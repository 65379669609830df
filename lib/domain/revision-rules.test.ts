import { expect, test } from "vitest";
import { maxSourceBytes, refuseMessage, refuseSource } from "./revision-rules";

test("a text of the full size passes, one byte more does not", () => {
  expect(refuseSource("a".repeat(maxSourceBytes))).toBeNull();
  expect(refuseSource("a".repeat(maxSourceBytes + 1))).toContain("256 KB");
});

test("the size is counted in bytes, not in letters", () => {
  expect(refuseSource("ä".repeat(maxSourceBytes / 2))).toBeNull();
  expect(refuseSource("ä".repeat(maxSourceBytes / 2 + 1))).toContain("256 KB");
});

test("an empty text and one that cannot be stored are refused", () => {
  expect(refuseSource(" \n")).toContain("empty");
  expect(refuseSource("# A\0")).toContain("cannot be stored");
  expect(refuseSource("# A\ud800")).toContain("cannot be stored");
  expect(refuseSource("# A 🎯")).toBeNull();
});

test("a message has 1 to 200 characters", () => {
  expect(refuseMessage("  ")).toContain("few words");
  expect(refuseMessage("x".repeat(201))).toContain("200");
  expect(refuseMessage(` ${"x".repeat(200)} `)).toBeNull();
  expect(refuseMessage("a\0b")).toContain("cannot be stored");
});
