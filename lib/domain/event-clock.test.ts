import { expect, test } from "vitest";
import { readClock } from "./event-clock";

const recordedAt = "2026-11-22T02:43:00.000Z";
const day = 24 * 3_600_000;

test("an event that waited on a device is told from a device whose clock is wrong", () => {
  const late = { occurredAt: "2026-11-22T02:13:00.000Z", sentAt: recordedAt, recordedAt };
  expect(readClock(late)).toEqual({ at: "2026-11-22T02:13:00.000Z", waited: 30 * 60_000, skew: 0 });
  const ahead = { occurredAt: "2026-11-25T02:42:59.000Z", sentAt: "2026-11-25T02:43:00.000Z", recordedAt };
  expect(readClock(ahead)).toEqual({ at: "2026-11-22T02:42:59.000Z", waited: 0, skew: 3 * day });
  const both = { occurredAt: "2026-11-19T02:13:00.000Z", sentAt: "2026-11-19T02:43:00.000Z", recordedAt };
  expect(readClock(both)).toEqual({ at: "2026-11-22T02:13:00.000Z", waited: 30 * 60_000, skew: -3 * day });
});

test("within two minutes nothing is said", () => {
  const near = { occurredAt: "2026-11-22T02:41:30.000Z", sentAt: "2026-11-22T02:42:30.000Z", recordedAt };
  expect(readClock(near)).toEqual({ at: "2026-11-22T02:42:00.000Z", waited: 0, skew: 0 });
});

test("without the time of sending the past is late and the future is a wrong clock", () => {
  const past = { occurredAt: "2026-11-22T01:43:00.000Z", sentAt: null, recordedAt };
  expect(readClock(past)).toEqual({ at: past.occurredAt, waited: 3_600_000, skew: 0 });
  const future = { occurredAt: "2026-11-22T03:43:00.000Z", sentAt: null, recordedAt };
  expect(readClock(future)).toEqual({ at: recordedAt, waited: 0, skew: 3_600_000 });
});
