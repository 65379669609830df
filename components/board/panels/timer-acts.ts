import { type IncidentTimer, timersOf } from "@/lib/domain/facts/timers";
import type { Desk } from "./use-desk";

/** The most that an event may hold as words. */
const longest = 500;

type NewTimer = { seconds: number; label: string; runId?: string; stepId?: string };

type Acting = Pick<Desk, "act" | "ahead">;

/** Starts a timer; that of a wait runs once, so a second press does nothing. */
export function startTimer({ act, ahead }: Acting, { seconds, label, runId, stepId }: NewTimer): void {
  const isRunning = (timer: IncidentTimer) =>
    timer.stopped === null &&
    timer.runId === runId &&
    timer.stepId === stepId &&
    timer.label === label.slice(0, longest);
  if (stepId !== undefined && timersOf(ahead().facts).some(isRunning)) return;
  act({
    kind: "timer.started",
    runId: runId ?? null,
    stepId: stepId ?? null,
    data: { seconds, label: label.slice(0, longest) },
  });
}

/** Stops a timer that nobody has stopped. */
export function stopTimer({ act, ahead }: Acting, timerId: string): void {
  if (timersOf(ahead().facts).find(({ id }) => id === timerId)?.stopped) return;
  act({ kind: "timer.stopped", runId: null, stepId: null, data: { timerId } });
}
