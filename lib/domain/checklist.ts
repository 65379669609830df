import { readClock } from "./event-clock";
import type { IncidentEvent } from "./incident-event";

export const stepStates = [
  "open",
  "in-progress",
  "done",
  "skipped",
  "not-applicable",
  "deferred",
  "failed",
] as const;

export type StepState = (typeof stepStates)[number];

/** Nothing more is to be done: what is open, being worked on or put off is not settled. */
export function isSettled(state: StepState): boolean {
  return state !== "open" && state !== "in-progress" && state !== "deferred";
}

/** One time that somebody set the state of a step. `at` is when it happened, by the server's clock. */
export type StepMark = {
  seq: number;
  state: StepState;
  by: string;
  actorId: string | null;
  at: string;
  /** How far the device's clock was off, in milliseconds; 0 when that does not matter. */
  skew: number;
  reason: string | null;
};

export type StepNote = {
  seq: number;
  by: string;
  actorId: string | null;
  at: string;
  text: string;
};

/** What a command of the step printed. */
export type StepOutput = StepNote & { commandId: string | null };

/** All that was said of one step in the order of the record: an undone tick stays beside its undoing. */
export type StepRecord = { marks: StepMark[]; notes: StepNote[]; outputs: StepOutput[] };

/** What is known of each step of each run, by `stepKey`. A step without an entry was never touched. */
export type Checklist = Readonly<Record<string, StepRecord>>;

export const emptyChecklist: Checklist = {};

const untouched: StepRecord = { marks: [], notes: [], outputs: [] };

export function stepKey(runId: string, stepId: string): string {
  return `${runId}:${stepId}`;
}

/** The record of one step; empty when nobody has touched it. */
export function recordOf(list: Checklist, runId: string, stepId: string): StepRecord {
  return list[stepKey(runId, stepId)] ?? untouched;
}

/** The newest mark decides. What follows from a choice of alternatives is in step-states.ts. */
export function stateOf(list: Checklist, runId: string, stepId: string): StepState {
  return recordOf(list, runId, stepId).marks.at(-1)?.state ?? "open";
}

/** The kinds that set a step's state, and the state after each. */
export const stateAfter = {
  "step.checked": "done",
  "step.unchecked": "open",
  "step.claimed": "in-progress",
  "step.chosen": "in-progress",
  "step.skipped": "skipped",
  "step.not-applicable": "not-applicable",
  "step.deferred": "deferred",
  "step.failed": "failed",
} as const satisfies Partial<Record<IncidentEvent["kind"], StepState>>;

export type MarkKind = keyof typeof stateAfter;

export function isMarkKind(kind: string): kind is MarkKind {
  return Object.hasOwn(stateAfter, kind);
}

/**
 * Folds one event in. Right in any order and with repeats: marks and notes are kept sorted by `seq`, and a `seq`
 * that is already there changes nothing.
 */
export function applyEvent(list: Checklist, event: IncidentEvent): Checklist {
  if (event.runId === null || event.stepId === null) return list;
  const { seq, actorId } = event;
  const key = stepKey(event.runId, event.stepId);
  const record = list[key] ?? untouched;
  const { at, skew } = readClock(event);
  const who = { seq, by: event.actorName, actorId, at };
  const keep = (change: Partial<StepRecord>) => ({ ...list, [key]: { ...record, ...change } });

  if (isMarkKind(event.kind)) {
    const reason = ("reason" in event.data ? event.data.reason : null) ?? null;
    const mark = { ...who, state: stateAfter[event.kind], skew, reason };
    const marks = insertBySeq(record.marks, mark);
    return marks === record.marks ? list : keep({ marks });
  }
  if (event.kind === "step.noted") {
    const notes = insertBySeq(record.notes, { ...who, text: event.data.note });
    return notes === record.notes ? list : keep({ notes });
  }
  if (event.kind === "step.output-pasted") {
    const outputs = insertBySeq(record.outputs, { ...who, ...event.data });
    return outputs === record.outputs ? list : keep({ outputs });
  }
  return list;
}

/** The same array when the `seq` is known, else a new one with the item in its place. */
export function insertBySeq<T extends { seq: number }>(items: T[], item: T): T[] {
  // News is nearly always the newest: look from the end.
  const before = items.findLastIndex((known) => known.seq <= item.seq);
  if (items[before]?.seq === item.seq) return items;
  return items.toSpliced(before + 1, 0, item);
}
