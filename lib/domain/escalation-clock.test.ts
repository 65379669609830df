import { expect, test } from "vitest";
import type { EscalationLevel } from "./document";
import { readLevels, readTriggers } from "./escalation-clock";
import type { CalledLevel } from "./facts/escalations";

const openedAt = "2026-11-22T02:40:00.000Z";
const after = (minutes: number) => Date.parse(openedAt) + minutes * 60_000;
const level = (
  name: string,
  minutes: number | null,
  severities: ("SEV1" | "SEV2")[] = [],
): EscalationLevel => ({
  level: name,
  contact: `${name}@example.com`,
  time: null,
  seconds: minutes === null ? null : minutes * 60,
  condition: severities.length > 0 ? { text: "P0", severities } : null,
  line: 1,
});
const table = [level("L1", 5), level("L2", 15), level("L3", 30), level("L4", 60, ["SEV1"])];
const call = (name: string, minutes: number): CalledLevel => ({
  id: name,
  runId: "run",
  level: name,
  contact: null,
  by: "Jon",
  at: new Date(after(minutes)).toISOString(),
});

const incident = { openedAt, severity: "SEV2", begunAt: null } as const;
const states = (...given: Parameters<typeof readLevels>) =>
  readLevels(...given).map(({ state, isNext }) => (isNext ? `${state}, next` : state));

test("each level counts from the opening and is due at its time, not before", () => {
  expect(states(table, [], incident, after(4))).toEqual(["running, next", "running", "running", "not-now"]);
  expect(states(table, [], incident, after(5))).toEqual(["due, next", "running", "running", "not-now"]);
  expect(states(table, [], incident, after(31))).toEqual(["due, next", "due", "due", "not-now"]);
});

test("the first level is answered once somebody works here; a called one says by whom and when", () => {
  const begun = { ...incident, begunAt: new Date(after(2)).toISOString() };
  expect(states(table, [], begun, after(14))).toEqual(["answered", "running, next", "running", "not-now"]);
  const clocks = readLevels(table, [call("L2", 12)], begun, after(16));
  expect(clocks[1]).toMatchObject({ state: "called", by: "Jon", at: new Date(after(12)).toISOString() });
  expect(clocks.find(({ isNext }) => isNext)?.level).toBe("L3");
});

test("a level for one severity only counts at that severity", () => {
  expect(states(table, [], { ...incident, severity: "SEV1" }, after(61)).at(-1)).toBe("due");
  expect(states(table, [], incident, after(61)).at(-1)).toBe("not-now");
});

test("whoever skips a level is not sent back to it", () => {
  expect(states(table, [call("L3", 10)], incident, after(20))).toEqual(["due", "due", "called", "not-now"]);
});

test("levels without times can still be called", () => {
  expect(states([level("Primary", null), level("Secondary", null)], [], incident, after(1))).toEqual([
    "untimed, next",
    "untimed",
  ]);
});

test("a trigger that names a time counts down at its severity and is silent at another", () => {
  const triggers = [
    "P0 incident (site-wide outage)",
    "P1 incident not resolved in 1 hour",
    "Security breach",
  ];
  expect(readTriggers(triggers, incident)).toEqual([
    { text: triggers[0], dueAt: null },
    { text: triggers[1], dueAt: new Date(after(60)).toISOString() },
    { text: triggers[2], dueAt: null },
  ]);
  expect(readTriggers(triggers, { ...incident, severity: "SEV3" }).map(({ text }) => text)).toEqual([
    triggers[0],
    triggers[2],
  ]);
});
