import type { FactEvent } from "../board-state";
import { readClock } from "../event-clock";

/** A wait that somebody started. Times are ISO 8601 in UTC, by the server's clock. */
export type IncidentTimer = {
  id: string;
  /** Null for a timer of the incident as a whole. */
  runId: string | null;
  stepId: string | null;
  label: string;
  startedAt: string;
  endsAt: string;
  by: string;
  /** Who stopped it, before or after its end. */
  stopped: { by: string; at: string } | null;
};

/** All timers in the order in which they were started; a device that sent late does not make one longer. */
export function timersOf(facts: readonly FactEvent[]): IncidentTimer[] {
  const stops = new Map<string, { by: string; at: string }>();
  for (const fact of facts) {
    if (fact.kind !== "timer.stopped" || stops.has(fact.data.timerId)) continue;
    stops.set(fact.data.timerId, { by: fact.actorName, at: readClock(fact).at });
  }
  return facts.flatMap((fact) => {
    if (fact.kind !== "timer.started") return [];
    const { id, runId, stepId, data, actorName } = fact;
    const startedAt = readClock(fact).at;
    return [
      {
        id,
        runId,
        stepId,
        label: data.label,
        startedAt,
        endsAt: new Date(Date.parse(startedAt) + data.seconds * 1_000).toISOString(),
        by: actorName,
        stopped: stops.get(id) ?? null,
      },
    ];
  });
}
