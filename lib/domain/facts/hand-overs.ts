import type { FactEvent } from "../board-state";
import { readClock } from "../event-clock";
import type { IncidentRole } from "../event-data";

/** A role that went from one person to another, with what was written for it. */
export type HandOver = {
  id: string;
  role: IncidentRole;
  by: string;
  toId: string;
  to: string;
  summary: string;
  /** ISO 8601 in UTC. */
  at: string;
};

/** All hand-overs, the oldest first. */
export function handOversOf(facts: readonly FactEvent[]): HandOver[] {
  return facts.flatMap((fact) =>
    fact.kind === "shift.handed-over"
      ? [
          {
            id: fact.id,
            role: fact.data.role,
            by: fact.actorName,
            toId: fact.data.personId,
            to: fact.data.personName,
            summary: fact.data.summary,
            at: readClock(fact).at,
          },
        ]
      : [],
  );
}
