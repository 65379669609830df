import { foldBoard } from "./board-state";
import {
  applyEvent,
  type Checklist,
  emptyChecklist,
  insertBySeq,
  recordOf,
  type StepState,
  stepKey,
} from "./checklist";
import { type Deviation, foldDeviations } from "./deviations";
import type { RunbookModel } from "./document";
import { readClock } from "./event-clock";
import { addedSteps, withAddedSteps } from "./facts/added-steps";
import type { IncidentEvent } from "./incident-event";
import type { IncidentStatus } from "./incident-status";
import { incidentSteps } from "./incident-steps";
import { type Durations, foldDurations } from "./review-durations";
import { foldPeople, type ReviewPerson } from "./review-people";
import { spansOf, stepOfCommand, touchedStep } from "./review-spans";
import { type Before, sayEvent, type Words } from "./review-words";
import { statesOf } from "./step-states";

/** A run as the review sees it: the steps come from the revision that it is pinned to. */
export type ReviewRun = {
  id: string;
  title: string;
  model: Pick<RunbookModel, "steps" | "sections" | "commands" | "validationStepIds">;
};

export type TimelineLine = {
  seq: number;
  kind: IncidentEvent["kind"];
  /** When the server recorded it, ISO 8601 in UTC. The order is that of `seq`, never of a clock. */
  at: string;
  /** When it happened, by the server's clock; only when it waited on the device for more than two minutes. */
  happenedAt: string | null;
  /** How far that device's clock was ahead, in milliseconds; 0 when within two minutes. */
  skew: number;
  actorId: string | null;
  actorName: string;
  words: Words[];
};

/**
 * How a step ended. `undone` was settled once and left open, `unfinished` was begun and left, `deferred` was put off
 * and not taken up again, `untouched` was never settled.
 */
export const stepEnds = [
  "done",
  "failed",
  "skipped",
  "not-applicable",
  "deferred",
  "unfinished",
  "undone",
  "untouched",
] as const;
export type StepEnd = (typeof stepEnds)[number];

export type StepResult = {
  runId: string;
  stepId: string;
  text: string;
  depth: number;
  /** Words of the heading above it; null before the first. */
  section: string | null;
  end: StepEnd;
  /** It was added during the incident; the runbook does not have it. */
  isAdded: boolean;
  /**
   * Number of the last mark in the record, who set it, and when; null for an untouched step, and for one that does
   * not apply because another alternative was chosen.
   */
  seq: number | null;
  by: string | null;
  at: string | null;
  reason: string | null;
  /** How often its state was set. */
  marks: number;
  notes: { by: string; at: string; text: string }[];
  /** What its commands printed. */
  outputs: { by: string; at: string; text: string }[];
  /** From when to when it was worked on, as far as the record shows; null unless it ended as done. */
  span: { from: string; to: string; milliseconds: number } | null;
};

export type Review = {
  status: IncidentStatus;
  openedAt: string;
  /** The last moment of the record: the end of the bars. */
  endedAt: string;
  durations: Durations;
  timeline: TimelineLine[];
  steps: StepResult[];
  counts: Record<StepEnd, number>;
  deviations: Deviation[];
  people: ReviewPerson[];
};

/**
 * Everything that the review says, folded from the events alone. Right in any order and with repeats: events are put
 * in the order of `seq` first, and a `seq` that is there already changes nothing.
 */
export function foldReview(openedAt: string, runs: ReviewRun[], given: Iterable<IncidentEvent>): Review {
  let events: IncidentEvent[] = [];
  for (const event of given) events = insertBySeq(events, event);
  const { facts } = foldBoard(events);
  const runSteps = new Map(
    runs.map((run) => [run.id, withAddedSteps(incidentSteps(run.model), addedSteps(facts, run.id))]),
  );
  const texts = new Map([
    ...runs.flatMap((run) => run.model.steps.map((step) => [stepKey(run.id, step.id), step.text] as const)),
    // Also of those that were taken back: the record speaks of them.
    ...facts.flatMap((fact) =>
      fact.kind === "step.added"
        ? [[stepKey(fact.runId ?? "", fact.stepId ?? ""), fact.data.text] as const]
        : [],
    ),
  ]);
  const { list, timeline } = tell(events, texts, stepOfCommand(runs));
  const results = runs.flatMap((run) => resultsOf(run, runSteps.get(run.id) ?? [], list, events, openedAt));
  const { status, durations } = foldDurations(events, openedAt);
  return {
    status,
    openedAt,
    endedAt: events.at(-1)?.recordedAt ?? openedAt,
    durations,
    timeline,
    steps: results,
    counts: countEnds(results),
    deviations: foldDeviations(events, results),
    people: foldPeople(events),
  };
}

function tell(
  events: IncidentEvent[],
  texts: ReadonlyMap<string, string>,
  commands: ReadonlyMap<string, string>,
): { list: Checklist; timeline: TimelineLine[] } {
  let list = emptyChecklist;
  const timeline: TimelineLine[] = [];
  for (const event of events) {
    const stepId = touchedStep(event, commands);
    const runId = event.runId ?? "";
    const stepText = stepId === null ? null : (texts.get(stepKey(runId, stepId)) ?? null);
    const marks = stepId === null ? [] : recordOf(list, runId, stepId).marks;
    const before: Before = { state: marks.at(-1)?.state ?? "open", touched: marks.length > 0 };
    const { seq, kind, recordedAt: at, actorId, actorName } = event;
    const { at: happened, waited, skew } = readClock(event);
    timeline.push({
      seq,
      kind,
      at,
      happenedAt: waited > 0 ? happened : null,
      skew,
      actorId,
      actorName,
      words: sayEvent(event, stepText, before),
    });
    list = applyEvent(list, event);
  }
  return { list, timeline };
}

type RunSteps = ReturnType<typeof withAddedSteps<ReturnType<typeof incidentSteps>[number]>>;

function resultsOf(
  run: ReviewRun,
  steps: RunSteps,
  list: Checklist,
  events: IncidentEvent[],
  openedAt: string,
): StepResult[] {
  const states = statesOf(steps, list, run.id);
  const sections = new Map(run.model.sections.map((heading) => [heading.id, heading.text]));
  const spans = spansOf(run, list, events, openedAt);
  return steps.map((step) => {
    const { marks, notes, outputs } = recordOf(list, run.id, step.id);
    const state = states.get(step.id) ?? "open";
    const last = marks.at(-1)?.state === state ? marks.at(-1) : undefined;
    const end = endOf(state, marks.length > 0);
    return {
      runId: run.id,
      stepId: step.id,
      text: step.text,
      depth: step.depth,
      section: (step.sectionId === null ? null : sections.get(step.sectionId)) ?? null,
      end,
      isAdded: step.kind === "added",
      seq: last?.seq ?? null,
      by: last?.by ?? null,
      at: last?.at ?? null,
      reason: last?.reason ?? null,
      marks: marks.length,
      notes: notes.map(({ by, at, text }) => ({ by, at, text })),
      outputs: outputs.map(({ by, at, text }) => ({ by, at, text })),
      span: end === "done" ? (spans.get(step.id) ?? null) : null,
    };
  });
}

function endOf(state: StepState, wasTouched: boolean): StepEnd {
  if (state === "open") return wasTouched ? "undone" : "untouched";
  return state === "in-progress" ? "unfinished" : state;
}

function countEnds(results: StepResult[]): Record<StepEnd, number> {
  const counts = Object.fromEntries(stepEnds.map((end) => [end, 0])) as Record<StepEnd, number>;
  for (const { end } of results) counts[end] += 1;
  return counts;
}
