import { expect, test } from "vitest";
import { formatAbsolute, formatRelative } from "./time";

const now = new Date("2025-11-22T05:43:00Z");

test.each([
  ["2025-11-22T05:42:30Z", "just now"],
  ["2025-11-22T05:40:00Z", "3 minutes ago"],
  ["2025-11-22T07:44:00Z", "in 2 hours"],
  ["2025-11-21T05:00:00Z", "yesterday"],
  ["2025-11-10T05:43:00Z", "last week"],
  ["2025-09-01T00:00:00Z", "2 months ago"],
])("%s is %s", (iso, words) => {
  expect(formatRelative(iso, now)).toBe(words);
});

test("an absolute time names its zone", () => {
  expect(formatAbsolute("2025-11-22T05:43:00Z")).toBe("22 Nov 2025, 05:43 UTC");
});
