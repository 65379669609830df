import type { FactEvent } from "../board-state";
import { readClock } from "../event-clock";

export type Merges = {
  /** The incident that goes on in place of this one. */
  into: { key: string; by: string; at: string } | null;
  /** Duplicates of this one. */
  from: readonly { key: string; title: string; by: string; at: string }[];
};

/** What became one with this incident. */
export function mergesOf(facts: readonly FactEvent[]): Merges {
  const into = facts.findLast((fact) => fact.kind === "incident.merged");
  return {
    into: into ? { key: into.data.into, by: into.actorName, at: readClock(into).at } : null,
    from: facts.flatMap((fact) =>
      fact.kind === "incident.absorbed"
        ? [{ key: fact.data.from, title: fact.data.title, by: fact.actorName, at: readClock(fact).at }]
        : [],
    ),
  };
}
