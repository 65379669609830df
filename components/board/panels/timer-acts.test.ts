import { expect, test } from "vitest";
import { applyToBoard, emptyBoard } from "@/lib/domain/board-state";
import type { EventInput } from "@/lib/domain/incident-event";
import { toOptimisticEvent } from "@/lib/domain/optimistic-event";
import type { Act } from "../board-store";
import { startTimer, stopTimer } from "./timer-acts";

/** A desk that knows at once what was done. */
function aDesk() {
  let board = emptyBoard;
  const kinds: string[] = [];
  const act = (given: Act) => {
    kinds.push(given.kind);
    const input = { ...given, id: `e${kinds.length}`, occurredAt: "2026-01-01T00:00:00Z" } as EventInput;
    const person = { id: "ana", name: "Ana" };
    board = applyToBoard(board, toOptimisticEvent(input, { seq: kinds.length, person, board }));
  };
  return { desk: { act, ahead: () => board }, kinds };
}

const wait = { seconds: 900, label: "Wait 15 minutes", runId: "run", stepId: "s1" };

test("a wait has one running timer, however often its button is pressed; another wait has its own", () => {
  const { desk, kinds } = aDesk();
  startTimer(desk, wait);
  startTimer(desk, wait);
  startTimer(desk, { ...wait, stepId: "s2" });
  expect(kinds).toEqual(["timer.started", "timer.started"]);
  stopTimer(desk, "e1");
  stopTimer(desk, "e1");
  startTimer(desk, wait);
  expect(kinds).toEqual(["timer.started", "timer.started", "timer.stopped", "timer.started"]);
});

test("timers of the incident as a whole may be alike", () => {
  const { desk, kinds } = aDesk();
  startTimer(desk, { seconds: 60, label: "Call again" });
  startTimer(desk, { seconds: 60, label: "Call again" });
  expect(kinds).toHaveLength(2);
});
