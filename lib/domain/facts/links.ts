import type { FactEvent } from "../board-state";
import { readClock } from "../event-clock";
import type { LinkType } from "../event-data";

/** A link that somebody put to the incident. */
export type IncidentLink = { id: string; url: string; label: string; type: LinkType; by: string; at: string };

/** The links that were added and not taken away, in the order in which they came. */
export function linksOf(facts: readonly FactEvent[]): IncidentLink[] {
  const removed = new Set(facts.flatMap((fact) => (fact.kind === "link.removed" ? [fact.data.linkId] : [])));
  return facts.flatMap((fact) =>
    fact.kind === "link.added" && !removed.has(fact.id)
      ? [{ id: fact.id, ...fact.data, by: fact.actorName, at: readClock(fact).at }]
      : [],
  );
}
