import { expect, test } from "vitest";
import { severitiesIn, severityIn, severityOf } from "./severity-words";

test.each([
  ["P0", "SEV1"],
  ["Critical", "SEV1"],
  ["p1", "SEV2"],
  ["P2", "SEV3"],
  ["WARNING", "SEV3"],
  ["P3", "SEV4"],
  ["Info", "SEV4"],
  ["SEV-2", "SEV2"],
  ["sev 3", "SEV3"],
])("%s means %s", (word, severity) => {
  expect(severityOf(word)).toBe(severity);
});

test.each(["P7", "p95", "page", ""])("“%s” means no severity", (word) => {
  expect(severityOf(word)).toBeNull();
});

test.each([
  ["P0/P1", ["SEV1", "SEV2"]],
  ["P0 or P2", ["SEV1", "SEV3"]],
  ["P2 and above", ["SEV1", "SEV2", "SEV3"]],
  ["P1+", ["SEV1", "SEV2"]],
  ["SEV3 or lower", ["SEV3", "SEV4"]],
  ["P0-P2", ["SEV1", "SEV2", "SEV3"]],
  ["SEV1 to SEV3", ["SEV1", "SEV2", "SEV3"]],
])("“%s” names its severities", (text, named) => {
  expect(severitiesIn(text)).toEqual(named);
});

test.each(["p95 is high", "a P2P link", "the critical path", "HTTP2", "p1.5"])("“%s” names none", (text) => {
  expect(severitiesIn(text)).toEqual([]);
});

test.each([
  ["Critical (P1)", "SEV2"],
  ["P1 - Critical", "SEV2"],
  ["P1 (SEV1)", "SEV2"],
  ["SEV1 (P1)", "SEV1"],
  ["warning level", "SEV3"],
  ["P1/P2", null],
  ["Critical / Warning", null],
  ["High", null],
])("“%s” means %s", (text, severity) => {
  expect(severityIn(text)).toBe(severity);
});
