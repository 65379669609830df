import { expect, test } from "vitest";
import { foldBoard } from "@/lib/domain/board-state";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { leftElsewhere } from "./left-elsewhere";
import { deskRuns } from "./panels/desk-runs";
import { aBoardStep } from "./testing/board-step";

const event = (seq: number, kind: string, stepId: string | null, data: object = {}, runId = "other") =>
  ({
    id: `e${seq}`,
    seq,
    kind,
    runId,
    stepId,
    data,
    actorId: "ana",
    actorName: "Ana",
    occurredAt: "2026-01-01T00:00:00Z",
    sentAt: null,
    recordedAt: "2026-01-01T00:00:00Z",
  }) as IncidentEvent;

const started = event(1, "run.started", null, { runbookSlug: "disk", title: "Disk full", revision: 1 });

function leftAfter(...events: IncidentEvent[]) {
  const state = foldBoard([started, ...events]);
  const shown = { id: "shown", slug: "kafka", title: "Kafka", steps: [aBoardStep({ id: "mine" })] };
  const other = {
    id: "other",
    slug: "disk",
    title: "Disk full",
    steps: [aBoardStep({ id: "a" }), aBoardStep({ id: "b" }), aBoardStep({ id: "later", phase: "after" })],
  };
  return leftElsewhere(deskRuns({ shown, others: [other], isResolved: false, ...state }), state);
}

test("closing asks for what is left in a run that is not shown, added steps too, under its runbook's title", () => {
  const left = leftAfter(
    event(2, "step.checked", "a"),
    event(3, "step.added", "new", { text: "Call the owner", after: "a" }),
  );
  expect(left).toEqual([
    {
      runId: "other",
      title: "Disk full",
      steps: [
        { id: "new", text: "Call the owner", state: "open" },
        { id: "b", text: "b", state: "open" },
      ],
    },
  ]);
});

test("a run in which all is settled asks for nothing", () => {
  expect(leftAfter(event(2, "step.checked", "a"), event(3, "step.skipped", "b", { reason: "No" }))).toEqual(
    [],
  );
});

test("a run that the page has only heard of is asked for without its steps", () => {
  const state = foldBoard([started]);
  const shown = { id: "shown", slug: "kafka", title: "Kafka", steps: [] };
  expect(leftElsewhere(deskRuns({ shown, others: [], isResolved: false, ...state }), state)).toEqual([
    { runId: "other", title: "Disk full", steps: null },
  ]);
});
