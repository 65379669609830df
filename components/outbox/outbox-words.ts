import type { OutboxEntry } from "./outbox-entry";
import type { OutboxSnapshot } from "./outbox-types";

const verbs: Partial<Record<string, string>> = {
  "step.checked": "Ticked",
  "step.unchecked": "Opened again",
  "step.skipped": "Skipped",
  "step.not-applicable": "Not applicable",
  "step.claimed": "Taken on",
  "step.deferred": "Deferred",
  "step.failed": "Failed",
  "step.chosen": "Chosen",
  "step.added": "Step added",
  "step.removed": "Step removed",
  "step.noted": "Noted",
  "step.output-pasted": "Output pasted",
  "incident.noted": "Noted",
  "incident.escalated": "Escalated",
  "incident.merged": "Merged",
  "command.copied": "Copied a command",
  "variable.set": "Value set",
  "status.changed": "Status changed",
  "severity.changed": "Severity changed",
  "role.changed": "Role changed",
  "shift.handed-over": "Handed over",
  "timer.started": "Timer started",
  "timer.stopped": "Timer stopped",
  "link.added": "Link added",
  "link.removed": "Link removed",
  "cause.chosen": "Cause chosen",
};

/** What an entry does, in a word or two; what it is about stands beside it. */
export function entryWords(entry: OutboxEntry): string {
  if (entry.kind === "incident") return entry.body.isDrill ? "Drill started" : "Incident started";
  // A kind of a newer build.
  return verbs[entry.body.kind] ?? entry.body.kind;
}

/** The words that the person gave, or the step they were given to. */
export function entryAbout(entry: OutboxEntry): string | null {
  if (entry.kind === "incident") return entry.body.title;
  const data: Record<string, unknown> = entry.body.data;
  const said = [data.note, data.reason, data.key, data.to].find((value) => typeof value === "string");
  const own = typeof said === "string" ? said : null;
  return [entry.about, own].filter(Boolean).join(": ") || null;
}

export type OutboxCounts = { waiting: number; refused: number; unkept: number; foreign: number };

export function countsOf({ entries, unkept, foreign }: OutboxSnapshot): OutboxCounts {
  const refused = entries.filter((entry) => entry.state === "refused").length;
  return {
    waiting: entries.length - refused,
    refused,
    unkept: unkept.length,
    foreign: foreign.length,
  };
}

/** "3 waiting, 1 refused" for the header; empty when there is nothing to say. */
export function countWords({ waiting, refused, unkept, foreign }: OutboxCounts): string {
  const own = [
    unkept > 0 ? `${unkept} not kept` : null,
    refused > 0 ? `${refused} refused` : null,
    waiting > 0 ? `${waiting} waiting` : null,
  ];
  const words = own.filter(Boolean).join(", ");
  return words || (foreign > 0 ? `${foreign} of somebody else` : "");
}
