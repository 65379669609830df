import {
  applyEvent,
  type Checklist,
  emptyChecklist,
  insertBySeq,
  recordOf,
  stateOf,
  stepKey,
} from "./checklist";
import { type Deviation, foldDeviations } from "./deviations";
import type { RunbookModel, Step } from "./document";
import type { IncidentEvent } from "./incident-event";
import type { IncidentStatus } from "./incident-status";
import { incidentSteps } from "./incident-steps";
import { foldPeople, type ReviewPerson } from "./review-people";
import { type Before, sayEvent, type Words } from "./review-words";

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
  /** The time on that person's clock, only when it is more than two minutes away from `at`. */
  happenedAt: string | null;
  actorId: string | null;
  actorName: string;
  words: Words[];
};

/** How a step ended. `undone` was settled once and left open; `untouched` was never settled. */
export type StepEnd = "done" | "undone" | "skipped" | "not-applicable" | "untouched";

export type StepResult = {
  runId: string;
  stepId: string;
  text: string;
  depth: number;
  /** Words of the heading above it; null before the first. */
  section: string | null;
  end: StepEnd;
  /** Number of the last mark in the record, who set it, and when; null for an untouched step. */
  seq: number | null;
  by: string | null;
  at: string | null;
  reason: string | null;
  /** How often its state was set. */
  marks: number;
  notes: { by: string; at: string; text: string }[];
  /** From when to when it was worked on, as far as the record shows; null unless it ended as done. */
  span: { from: string; to: string; milliseconds: number } | null;
};

/** Milliseconds since the incident was opened; null when it did not come to that. */
export type Durations = { toFirstStep: number | null; toMitigated: number | null; toResolved: number | null };

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

const clockTolerance = 2 * 60_000;

/**
 * Everything that the review says, folded from the events alone. Right in any order and with repeats: events are put
 * in the order of `seq` first, and a `seq` that is there already changes nothing.
 */
export function foldReview(openedAt: string, runs: ReviewRun[], given: Iterable<IncidentEvent>): Review {
  let events: IncidentEvent[] = [];
  for (const event of given) events = insertBySeq(events, event);
  const steps = new Map(
    runs.flatMap((run) => run.model.steps.map((step) => [stepKey(run.id, step.id), step] as const)),
  );
  const { list, timeline } = tell(events, steps, stepOfCommand(runs));
  const results = runs.flatMap((run) => resultsOf(run, list, events, openedAt));
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

/** The step in which a command stands, by `run:command`; a statement (`c1.2`) belongs to its block (`c1`). */
function stepOfCommand(runs: ReviewRun[]): ReadonlyMap<string, string> {
  return new Map(
    runs.flatMap((run) =>
      run.model.commands.flatMap(({ id, stepId }) =>
        stepId === null ? [] : [[`${run.id}:${id}`, stepId] as const],
      ),
    ),
  );
}

function touchedStep(event: IncidentEvent, commands: ReadonlyMap<string, string>): string | null {
  if (event.stepId !== null || event.kind !== "command.copied") return event.stepId;
  return commands.get(`${event.runId}:${event.data.commandId.replace(/\..*$/, "")}`) ?? null;
}

function tell(
  events: IncidentEvent[],
  steps: ReadonlyMap<string, Pick<Step, "text">>,
  commands: ReadonlyMap<string, string>,
): { list: Checklist; timeline: TimelineLine[] } {
  let list = emptyChecklist;
  const timeline: TimelineLine[] = [];
  for (const event of events) {
    const stepId = touchedStep(event, commands);
    const runId = event.runId ?? "";
    const stepText = stepId === null ? null : (steps.get(stepKey(runId, stepId))?.text ?? null);
    const marks = stepId === null ? [] : recordOf(list, runId, stepId).marks;
    const before: Before = { state: marks.at(-1)?.state ?? "open", touched: marks.length > 0 };
    const { seq, kind, recordedAt: at, occurredAt, actorId, actorName } = event;
    const isFar = Math.abs(Date.parse(occurredAt) - Date.parse(at)) > clockTolerance;
    const happenedAt = isFar ? occurredAt : null;
    timeline.push({
      seq,
      kind,
      at,
      happenedAt,
      actorId,
      actorName,
      words: sayEvent(event, stepText, before),
    });
    list = applyEvent(list, event);
  }
  return { list, timeline };
}

function resultsOf(run: ReviewRun, list: Checklist, events: IncidentEvent[], openedAt: string): StepResult[] {
  const sections = new Map(run.model.sections.map((heading) => [heading.id, heading.text]));
  const spans = spansOf(run, list, events, openedAt);
  return incidentSteps(run.model).map((step) => {
    const { marks, notes } = recordOf(list, run.id, step.id);
    const last = marks.at(-1);
    const state = stateOf(list, run.id, step.id);
    const end: StepEnd = state === "open" ? (last ? "undone" : "untouched") : state;
    return {
      runId: run.id,
      stepId: step.id,
      text: step.text,
      depth: step.depth,
      section: (step.sectionId === null ? null : sections.get(step.sectionId)) ?? null,
      end,
      seq: last?.seq ?? null,
      by: last?.by ?? null,
      at: last?.recordedAt ?? null,
      reason: last?.reason ?? null,
      marks: marks.length,
      notes: notes.map(({ by, at, text }) => ({ by, at, text })),
      span: end === "done" ? (spans.get(step.id) ?? null) : null,
    };
  });
}

/**
 * A step has no start of its own. It is taken to begin when the step settled before it was settled, or earlier, when
 * a command of it was copied or a note was written on it before; it ends with its own last tick.
 */
function spansOf(run: ReviewRun, list: Checklist, events: IncidentEvent[], openedAt: string) {
  const commands = stepOfCommand([run]);
  const firstTouch = new Map<string, string>();
  let free = openedAt;
  const spans = new Map<string, NonNullable<StepResult["span"]>>();
  for (const event of events) {
    if (event.runId !== run.id) continue;
    if (event.kind === "run.started") free = event.recordedAt;
    const stepId = touchedStep(event, commands);
    if (stepId === null) continue;
    if (!firstTouch.has(stepId)) firstTouch.set(stepId, event.recordedAt);
    const last = recordOf(list, run.id, stepId).marks.at(-1);
    if (last?.seq !== event.seq || last.state === "open") continue;
    const to = event.recordedAt;
    const from = [free, firstTouch.get(stepId) ?? to, to].sort()[0] ?? to;
    spans.set(stepId, { from, to, milliseconds: Date.parse(to) - Date.parse(from) });
    free = to;
  }
  return spans;
}

const settling: ReadonlySet<IncidentEvent["kind"]> = new Set([
  "step.checked",
  "step.skipped",
  "step.not-applicable",
]);

/** Opening an incident again takes back when it was mitigated and resolved, as the incident's own row does. */
function foldDurations(
  events: IncidentEvent[],
  openedAt: string,
): { status: IncidentStatus; durations: Durations } {
  const since = ({ recordedAt }: IncidentEvent) => Math.max(0, Date.parse(recordedAt) - Date.parse(openedAt));
  const first = events.find((event) => settling.has(event.kind));
  const durations: Durations = {
    toFirstStep: first ? since(first) : null,
    toMitigated: null,
    toResolved: null,
  };
  let status: IncidentStatus = "open";
  for (const event of events) {
    if (event.kind !== "status.changed") continue;
    status = event.data.to;
    if (status === "mitigated") durations.toMitigated = since(event);
    if (status === "resolved") durations.toResolved = since(event);
    if (status === "open") Object.assign(durations, { toMitigated: null, toResolved: null });
  }
  return { status, durations };
}

function countEnds(results: StepResult[]): Record<StepEnd, number> {
  const counts = { done: 0, undone: 0, skipped: 0, "not-applicable": 0, untouched: 0 };
  for (const { end } of results) counts[end] += 1;
  return counts;
}
