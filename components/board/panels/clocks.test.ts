import { expect, test } from "vitest";
import { foldBoard } from "@/lib/domain/board-state";
import { timersOf } from "@/lib/domain/facts/timers";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { aBoardStep } from "../testing/board-step";
import { begunAtOf } from "./begun-at";
import { clocksOf } from "./clocks";
import { deskRuns } from "./desk-runs";

const openedAt = "2026-11-22T02:40:00.000Z";
const after = (minutes: number) => Date.parse(openedAt) + minutes * 60_000;

type Row = Partial<IncidentEvent> & Pick<IncidentEvent, "kind" | "data">;

function stateOf(rows: readonly Row[]) {
  return foldBoard(
    rows.map((row, index) => {
      const at = new Date(after(index + 1)).toISOString();
      const base = { id: `e${index + 1}`, runId: "run", stepId: null, actorId: "ana", actorName: "Ana" };
      return {
        ...base,
        seq: index + 1,
        occurredAt: at,
        sentAt: null,
        recordedAt: at,
        ...row,
      } as IncidentEvent;
    }),
  );
}

const level = (name: string, minutes: number) => ({
  level: name,
  contact: null,
  time: null,
  seconds: minutes * 60,
  condition: null,
  line: 1,
});

function deskOf(rows: readonly Row[], status: "open" | "mitigated" | "resolved" = "open") {
  const state = stateOf(rows);
  return {
    state,
    status,
    timers: timersOf(state.facts),
    called: [],
    severity: "SEV2" as const,
    begunAt: begunAtOf(state.checklist, state.facts),
    incident: { openedAt } as Parameters<typeof clocksOf>[0]["incident"],
    runs: [],
    doc: {
      runId: "run",
      steps: [],
      aids: {
        waits: {},
        limits: [{ text: "Immediate Actions", time: "< 5 minutes", seconds: 300, stepIds: ["s1"] }],
        levels: [level("L1", 5), level("L2", 15)],
        triggers: ["P1 incident not resolved in 1 hour", "Security breach"],
        causes: [],
        dashboards: [],
      },
    },
  };
}

const labels = (desk: ReturnType<typeof deskOf>, settled = false) =>
  clocksOf(desk, new Map(settled ? [["s1", "done" as const]] : []), after(4)).map(({ label }) => label);

test("what ends first stands first: timers, first minutes, the next level, triggers with a time", () => {
  const desk = deskOf([{ kind: "timer.started", data: { seconds: 600, label: "wait 10 minutes" } }]);
  expect(labels(desk)).toEqual([
    "Immediate Actions",
    "Escalate to L1",
    "wait 10 minutes",
    "P1 incident not resolved in 1 hour",
  ]);
});

test("the first level is answered by the first tick, and the first minutes by their steps", () => {
  const desk = deskOf([{ kind: "step.checked", stepId: "s1", data: {} }]);
  expect(desk.begunAt).toBe(new Date(after(1)).toISOString());
  expect(labels(desk, true)).toEqual(["Escalate to L2", "P1 incident not resolved in 1 hour"]);
});

test("nobody is called once the incident is mitigated, and after it only timers count", () => {
  const rows: Row[] = [{ kind: "timer.started", data: { seconds: 600, label: "wait" } }];
  expect(labels(deskOf(rows, "mitigated"))).toEqual(["Immediate Actions", "wait"]);
  expect(labels(deskOf(rows, "resolved"))).toEqual(["wait"]);
  const stopped: Row = { kind: "timer.stopped", data: { timerId: "e1" } };
  expect(labels(deskOf([...rows, stopped], "resolved"))).toEqual([]);
});

test("a run that somebody else started is listed before its steps are known", () => {
  const { checklist, facts } = stateOf([
    { kind: "run.started", data: { runbookSlug: "orders", revision: 1, title: "Orders" } },
    {
      kind: "run.started",
      runId: "other",
      data: { runbookSlug: "rollback", revision: 3, title: "Rollback" },
    },
    { kind: "step.checked", stepId: "s1", data: {} },
  ]);
  const shown = { id: "run", slug: "orders", title: "Orders", steps: [aBoardStep({ id: "s1" })] };
  expect(deskRuns({ shown, others: [], facts, checklist, isResolved: false })).toMatchObject([
    { id: "run", isShown: true, settled: 1, total: 1 },
    { id: "other", isShown: false, title: "Rollback", total: null },
  ]);
});

test("a run counts what resolving asks for, and once it is resolved the steps for afterwards too", () => {
  const { checklist, facts } = stateOf([
    { kind: "step.checked", stepId: "s1", data: {} },
    { kind: "step.added", stepId: "new", data: { text: "Call the owner", after: null } },
  ]);
  const steps = [aBoardStep({ id: "s1" }), aBoardStep({ id: "later", phase: "after" })];
  const shown = { id: "run", slug: "orders", title: "Orders", steps };
  const counts = (isResolved: boolean) =>
    deskRuns({ shown, others: [], facts, checklist, isResolved }).map(({ settled, total }) => [
      settled,
      total,
    ]);
  expect(counts(false)).toEqual([[1, 2]]);
  expect(counts(true)).toEqual([[1, 3]]);
});
