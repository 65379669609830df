import type { FactEvent } from "../board-state";
import { readClock } from "../event-clock";

/** A level that was called. */
export type CalledLevel = {
  id: string;
  /** The run whose table names the level. */
  runId: string | null;
  level: string;
  contact: string | null;
  by: string;
  /** ISO 8601 in UTC. */
  at: string;
};

/** All escalations, the oldest first. */
export function escalationsOf(facts: readonly FactEvent[]): CalledLevel[] {
  return facts.flatMap((fact) =>
    fact.kind === "incident.escalated"
      ? [{ id: fact.id, runId: fact.runId, ...fact.data, by: fact.actorName, at: readClock(fact).at }]
      : [],
  );
}
