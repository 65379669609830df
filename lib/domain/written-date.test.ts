import { expect, test } from "vitest";
import { addSpan, readDate } from "./written-date";

test.each([
  ["2026-01-02", "2026-01-02"],
  ["2026/1/2", "2026-01-02"],
  ["2026-01-02T10:00:00Z", "2026-01-02"],
  ["2026-01-02 (after the move)", "2026-01-02"],
  ["2 January 2026", "2026-01-02"],
  ["2nd Jan. 2026", "2026-01-02"],
  ["02-Jan-2026", "2026-01-02"],
  ["September 29, 2025", "2025-09-29"],
])("%s is a date", (text, date) => {
  expect(readDate(text)).toBe(date);
});

test.each([
  "",
  "December 2025",
  "03/04/2026",
  "2026-02-30",
  "2026-13-01",
  "yesterday",
  "version 2026-01-02",
  "YYYY-MM-DD",
])("“%s” is no date", (text) => {
  expect(readDate(text)).toBeNull();
});

test("a span is added in days, weeks, months or years", () => {
  expect(addSpan("2026-01-31", "10 days")).toBe("2026-02-10");
  expect(addSpan("2026-01-01", "2 weeks")).toBe("2026-01-15");
  expect(addSpan("2026-01-15", "6 months")).toBe("2026-07-15");
  expect(addSpan("2026-01-15", "1 year")).toBe("2027-01-15");
  expect(addSpan("2026-01-15", "soon")).toBeNull();
  expect(addSpan("no date", "1 year")).toBeNull();
});
