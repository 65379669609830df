import { expect, test } from "vitest";
import { foldBoard } from "./board-state";
import { handOverSummary } from "./hand-over-summary";
import type { IncidentEvent } from "./incident-event";

const incident = {
  key: "INC-0042",
  title: "Checkout is slow",
  openedAt: "2026-11-22T02:41:00.000Z",
  isDrill: false,
};
const step = (id: string, text: string) => ({ id, text, parentId: null, choice: null, phase: null });
const runs = [
  {
    id: "run",
    title: "API",
    steps: [
      step("s1", "Drain the node"),
      step("s2", "Scale up"),
      step("s3", "Restart"),
      step("s4", "Tell support"),
    ],
  },
];

type Row = [kind: IncidentEvent["kind"], stepId: string | null, data: object, by?: string];

function stateOf(rows: readonly Row[]) {
  const minutes = (index: number) => new Date(Date.UTC(2026, 10, 22, 2, 42 + index)).toISOString();
  return foldBoard(
    rows.map(
      ([kind, stepId, data, by = "Ana"], index) =>
        ({
          id: `e${index}`,
          seq: index + 1,
          kind,
          runId: kind.startsWith("step.") || kind === "variable.set" ? "run" : null,
          stepId,
          data,
          actorId: by,
          actorName: by,
          occurredAt: minutes(index),
          sentAt: null,
          recordedAt: minutes(index),
        }) as IncidentEvent,
    ),
  );
}

test("a hand-over says how it stands, what was done, what is under way and what waits", () => {
  const state = stateOf([
    ["step.checked", "s1", {}],
    ["step.claimed", "s2", {}, "Jon"],
    ["step.failed", "s3", { reason: "the pod hangs" }],
    ["step.noted", "s1", { note: "412 of 500\nin use" }, "Jon"],
    ["timer.started", null, { seconds: 900, label: "wait 15 minutes" }],
    ["variable.set", null, { key: "replicas", value: "8" }],
    ["incident.noted", null, { note: "Called the vendor" }],
    ["link.added", null, { url: "https://a.example/", label: "Board", type: "dashboard" }],
    ["incident.escalated", null, { level: "L2", contact: null }],
    ["cause.chosen", null, { cause: "Pool is full", isChosen: true }],
    ["status.changed", null, { from: "open", to: "mitigated" }],
  ]);
  const now = new Date("2026-11-22T02:55:00Z");
  expect(handOverSummary({ incident, severity: "SEV2", state, runs }, now)).toBe(
    `INC-0042: Checkout is slow
SEV2, mitigated since 02:52 UTC. Opened 02:41 UTC, 14 minutes ago.

Cause
- Pool is full (says Ana)

Done last
- Drain the node (Ana, 02:42 UTC)

In progress
- Scale up (Jon, 02:43 UTC)

Put off or failed
- Restart (Ana, 02:44 UTC): the pod hangs

Next
- Tell support

Timers
- wait 15 minutes: ends 03:01 UTC

Escalated
- L2 (Ana, 02:50 UTC)

Values
- replicas = 8 (Ana, 02:47 UTC)

Notes
- 412 of 500 in use (Jon, 02:45 UTC)
- Called the vendor (Ana, 02:48 UTC)

Links
- Board: https://a.example/`,
  );
});

test("an incident in which nothing was done has a head and a next step, and a drill says so", () => {
  const now = new Date("2026-11-22T02:41:10Z");
  const drill = { ...incident, isDrill: true };
  expect(handOverSummary({ incident: drill, severity: "SEV1", state: stateOf([]), runs }, now)).toBe(
    `INC-0042: Checkout is slow
SEV1, open. Opened 02:41 UTC, 1 minute ago. This is a drill.

Next
- Drain the node`,
  );
});

test("what is kept fits the record, however long the notes are", () => {
  const note = "x".repeat(9_000);
  const state = stateOf([
    ["incident.noted", null, { note }],
    ["incident.noted", null, { note }],
    ["incident.noted", null, { note }],
  ]);
  expect(handOverSummary({ incident, severity: "SEV1", state, runs }, new Date()).length).toBeLessThan(
    20_000,
  );
});
