import type { FactEvent } from "../board-state";
import { readClock } from "../event-clock";

/** A cause of a runbook's list that somebody says applied. */
export type ChosenCause = { runId: string | null; cause: string; by: string; at: string };

/** The causes that were chosen and not taken back, in the order in which they were chosen. */
export function causesOf(facts: readonly FactEvent[]): ChosenCause[] {
  const chosen = new Map<string, ChosenCause>();
  for (const fact of facts) {
    if (fact.kind !== "cause.chosen") continue;
    const { runId, data } = fact;
    const key = `${runId}:${data.cause}`;
    chosen.delete(key);
    if (data.isChosen) {
      chosen.set(key, { runId, cause: data.cause, by: fact.actorName, at: readClock(fact).at });
    }
  }
  return [...chosen.values()];
}
