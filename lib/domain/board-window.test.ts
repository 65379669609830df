import { expect, test } from "vitest";
import { applyToBoard, foldBoard } from "./board-state";
import { windowOf } from "./board-window";
import type { IncidentEvent } from "./incident-event";

const mark = (seq: number): IncidentEvent =>
  ({
    id: `0190a000-0000-7000-8000-${String(seq).padStart(12, "0")}`,
    seq,
    kind: seq % 2 ? "step.checked" : "step.unchecked",
    runId: "0190a000-0000-7000-8000-aaaaaaaaaaaa",
    stepId: `step-${seq % 3}`,
    data: {},
    actorId: null,
    actorName: "Ana",
    occurredAt: "2026-11-23T03:00:00.000Z",
    recordedAt: "2026-11-23T03:00:00.000Z",
    sentAt: null,
  }) as IncidentEvent;

test("a window keeps the newest of each step, and folding goes on from it as from the whole", () => {
  const events = Array.from({ length: 60 }, (_, index) => mark(index + 1));
  const half = windowOf(foldBoard(events.slice(0, 30)));
  for (const { marks } of Object.values(half.checklist)) expect(marks).toHaveLength(5);
  expect(windowOf(events.slice(30).reduce(applyToBoard, half))).toEqual(windowOf(foldBoard(events)));
});

test("what is short stays as it is", () => {
  const board = foldBoard([mark(1), mark(2)]);
  expect(windowOf(board)).toEqual(board);
});
