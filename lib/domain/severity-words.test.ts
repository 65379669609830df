import { expect, test } from "vitest";
import { severitiesIn, severityOf } from "./severity-words";

test.each([
  ["Critical", "SEV1"],
  ["P0", "SEV1"],
  ["P1", "SEV2"],
  ["high", "SEV2"],
  ["Warning", "SEV3"],
  ["P2", "SEV3"],
  ["Info", "SEV4"],
  ["P3 (low)", "SEV4"],
  ["SEV-2", "SEV2"],
  ["Critical (P0), pages at once", "SEV1"],
])("%s stands for %s", (text, level) => {
  expect(severityOf(text)).toBe(level);
});

test.each(["P1/P2", "Critical / Warning / Info", "page", "", "P7", "UP1"])("“%s” stands for none", (text) => {
  expect(severityOf(text)).toBeNull();
});

test("a sentence names severities by code, and its other words are no severities", () => {
  expect(severitiesIn("if P0/P1")).toEqual(["SEV1", "SEV2"]);
  expect(severitiesIn("only SEV1, P0")).toEqual(["SEV1"]);
  expect(severitiesIn("if latency is high and the warning stays")).toEqual([]);
});
