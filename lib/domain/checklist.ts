import type { IncidentEvent } from "./incident-event";

export type StepState = "open" | "done" | "skipped" | "not-applicable";

/** One time that somebody set the state of a step. `at` is the time on that person's clock. */
export type StepMark = {
  seq: number;
  state: StepState;
  by: string;
  actorId: string | null;
  at: string;
  recordedAt: string;
  reason: string | null;
};

export type StepNote = {
  seq: number;
  by: string;
  actorId: string | null;
  at: string;
  text: string;
};

/** All marks and notes of one step in the order of the record: an undone tick stays beside its undoing. */
export type StepRecord = { marks: StepMark[]; notes: StepNote[] };

/** What is known of each step of each run, by `stepKey`. A step without an entry was never touched. */
export type Checklist = Readonly<Record<string, StepRecord>>;

export const emptyChecklist: Checklist = {};

const untouched: StepRecord = { marks: [], notes: [] };

export function stepKey(runId: string, stepId: string): string {
  return `${runId}:${stepId}`;
}

/** The record of one step; empty when nobody has touched it. */
export function recordOf(list: Checklist, runId: string, stepId: string): StepRecord {
  return list[stepKey(runId, stepId)] ?? untouched;
}

/** The newest mark decides. */
export function stateOf(list: Checklist, runId: string, stepId: string): StepState {
  return recordOf(list, runId, stepId).marks.at(-1)?.state ?? "open";
}

const stateAfter = {
  "step.checked": "done",
  "step.unchecked": "open",
  "step.skipped": "skipped",
  "step.not-applicable": "not-applicable",
} as const;

/**
 * Folds one event in. Right in any order and with repeats: marks and notes are kept sorted by `seq`, and a `seq`
 * that is already there changes nothing.
 */
export function applyEvent(list: Checklist, event: IncidentEvent): Checklist {
  if (event.runId === null || event.stepId === null) return list;
  const { seq, actorId } = event;
  const key = stepKey(event.runId, event.stepId);
  const record = list[key] ?? untouched;
  const who = { seq, by: event.actorName, actorId, at: event.occurredAt };

  switch (event.kind) {
    case "step.checked":
    case "step.unchecked":
    case "step.skipped":
    case "step.not-applicable": {
      const reason = ("reason" in event.data ? event.data.reason : null) ?? null;
      const mark = {
        ...who,
        state: stateAfter[event.kind],
        recordedAt: event.recordedAt,
        reason,
      };
      const marks = insertBySeq(record.marks, mark);
      return marks === record.marks ? list : { ...list, [key]: { ...record, marks } };
    }
    case "step.noted": {
      const notes = insertBySeq(record.notes, {
        ...who,
        text: event.data.note,
      });
      return notes === record.notes ? list : { ...list, [key]: { ...record, notes } };
    }
    default:
      return list;
  }
}

/** The same array when the `seq` is known, else a new one with the item in its place. */
export function insertBySeq<T extends { seq: number }>(items: T[], item: T): T[] {
  // News is nearly always the newest: look from the end.
  const before = items.findLastIndex((known) => known.seq <= item.seq);
  if (items[before]?.seq === item.seq) return items;
  return items.toSpliced(before + 1, 0, item);
}

/** How many of these steps need nothing more: done, skipped or not applicable. */
export function countSettled(list: Checklist, runId: string, stepIds: Iterable<string>): number {
  let settled = 0;
  for (const stepId of stepIds) if (stateOf(list, runId, stepId) !== "open") settled += 1;
  return settled;
}

type StepLike = { id: string; parentId: string | null };

/**
 * The step to do now: the first open one, in the order of the text, that holds no open step inside itself;
 * null when all are settled.
 */
export function findCurrentStep<S extends StepLike>(steps: S[], isOpen: (step: S) => boolean): S | null {
  const open = steps.filter(isOpen);
  const parents = new Set<string>();
  const parentOf = new Map(steps.map((step) => [step.id, step.parentId]));
  for (const step of open) {
    for (let up = step.parentId; up !== null && !parents.has(up); up = parentOf.get(up) ?? null)
      parents.add(up);
  }
  return open.find((step) => !parents.has(step.id)) ?? null;
}
