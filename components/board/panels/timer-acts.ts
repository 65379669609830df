import type { Desk } from "./use-desk";

/** The most that an event may hold as words. */
const longest = 500;

type NewTimer = { seconds: number; label: string; runId?: string; stepId?: string };

export function startTimer({ act }: Pick<Desk, "act">, { seconds, label, runId, stepId }: NewTimer): void {
  act({
    kind: "timer.started",
    runId: runId ?? null,
    stepId: stepId ?? null,
    data: { seconds, label: label.slice(0, longest) },
  });
}

export function stopTimer({ act }: Pick<Desk, "act">, timerId: string): void {
  act({ kind: "timer.stopped", runId: null, stepId: null, data: { timerId } });
}
