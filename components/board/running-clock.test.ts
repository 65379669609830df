import { expect, test } from "vitest";
import { formatClock } from "./format-clock";
import { formatDuration } from "./running-clock";

test("a duration grows from minutes to hours to days", () => {
  expect(formatDuration(-5)).toBe("00:00");
  expect(formatDuration(872_000)).toBe("14:32");
  expect(formatDuration(3_600_000 * 2 + 61_000)).toBe("2:01:01");
  expect(formatDuration(86_400_000 * 3 + 3_600_000 * 2 + 60_000)).toBe("3 d 02:01");
});

test("a time of another day names the day", () => {
  const now = new Date("2026-11-22T03:00:00Z");
  expect(formatClock("2026-11-22T02:43:10Z", now, "UTC")).toBe("02:43");
  expect(formatClock("2026-11-21T23:43:10Z", now, "UTC")).toBe("21 Nov 23:43");
});
