import { foldBoard } from "./board-state";
import { causesOf } from "./facts/causes";
import { escalationsOf } from "./facts/escalations";
import { handOversOf } from "./facts/hand-overs";
import { linksOf } from "./facts/links";
import { mergesOf } from "./facts/merges";
import { rolesOf } from "./facts/roles";
import type { IncidentEvent } from "./incident-event";

/** What surrounded the checklist, as a review shows and exports it. */
export type ReviewCourse = ReturnType<typeof foldCourse>;

/** Roles as they ended, hand-overs, escalations, changes of severity, causes, links and merges. */
export function foldCourse(events: Iterable<IncidentEvent>) {
  const { facts } = foldBoard(events);
  return {
    roles: rolesOf(facts),
    handOvers: handOversOf(facts),
    escalations: escalationsOf(facts),
    severityChanges: facts.flatMap((fact) =>
      fact.kind === "severity.changed"
        ? [{ ...fact.data, reason: fact.data.reason ?? null, by: fact.actorName, at: fact.recordedAt }]
        : [],
    ),
    causes: causesOf(facts),
    links: linksOf(facts),
    merges: mergesOf(facts),
  };
}
