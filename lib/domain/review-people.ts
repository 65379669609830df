import type { IncidentEvent } from "./incident-event";

/** What one person did; somebody who only has a name (an integration) is kept by it. */
export type ReviewPerson = {
  id: string | null;
  name: string;
  ticks: number;
  undone: number;
  skips: number;
  notes: number;
  copies: number;
  /** Opened, mitigated, resolved, opened again. */
  statusChanges: number;
  firstAt: string;
  lastAt: string;
};

type Count = "ticks" | "undone" | "skips" | "notes" | "copies" | "statusChanges";

const countOfKind: Record<IncidentEvent["kind"], Count | null> = {
  "incident.opened": "statusChanges",
  "run.started": null,
  "step.checked": "ticks",
  "step.unchecked": "undone",
  "step.skipped": "skips",
  "step.not-applicable": "skips",
  "step.claimed": null,
  "step.chosen": null,
  "step.deferred": null,
  "step.failed": "ticks",
  "step.added": "notes",
  "step.removed": null,
  "step.output-pasted": "notes",
  "step.noted": "notes",
  "incident.noted": "notes",
  "command.copied": "copies",
  "variable.set": null,
  "status.changed": "statusChanges",
  "severity.changed": "statusChanges",
  "role.changed": null,
  "shift.handed-over": null,
  "timer.started": null,
  "timer.stopped": null,
  "incident.escalated": null,
  "link.added": null,
  "link.removed": null,
  "cause.chosen": null,
  "incident.merged": "statusChanges",
  "incident.absorbed": null,
};

/** Everybody who did something, in the order in which they came. Expects events in the order of `seq`. */
export function foldPeople(events: IncidentEvent[]): ReviewPerson[] {
  const people = new Map<string, ReviewPerson>();
  for (const { actorId, actorName, kind, recordedAt } of events) {
    const key = actorId ?? `name:${actorName}`;
    const person = people.get(key) ?? {
      id: actorId,
      name: actorName,
      ticks: 0,
      undone: 0,
      skips: 0,
      notes: 0,
      copies: 0,
      statusChanges: 0,
      firstAt: recordedAt,
      lastAt: recordedAt,
    };
    const count = countOfKind[kind];
    if (count) person[count] += 1;
    person.lastAt = recordedAt;
    people.set(key, person);
  }
  return [...people.values()];
}
