import type { BoardState } from "./board-state";
import { recordOf, type StepMark } from "./checklist";
import type { Step } from "./document";
import { causesOf } from "./facts/causes";
import { escalationsOf } from "./facts/escalations";
import { linksOf } from "./facts/links";
import { timersOf } from "./facts/timers";
import { durationWords } from "./format-seconds";
import type { Severity } from "./incident-status";
import { type StepStates, statesOf } from "./step-states";

/** A run with the words of its steps. */
export type SummarisedRun = {
  id: string;
  title: string;
  steps: readonly Pick<Step, "id" | "text" | "parentId" | "choice" | "phase">[];
};

type Given = {
  incident: { key: string; title: string; openedAt: string; isDrill: boolean };
  severity: Severity;
  state: BoardState;
  runs: readonly SummarisedRun[];
};

const doneShown = 5;
const notesShown = 5;
const longest = 19_000;

/**
 * What somebody who takes over must know, written from the record: plain text, to be edited before it is kept. Times
 * are in UTC, since the next shift may sit elsewhere.
 */
export function handOverSummary({ incident, severity, state, runs }: Given, now: Date): string {
  const steps = runs.flatMap((run) => stepsOf(run, state));
  const inState = (...names: string[]) => steps.filter((step) => names.includes(step.state));
  const done = inState("done")
    .toSorted((a, b) => (a.mark?.at ?? "").localeCompare(b.mark?.at ?? ""))
    .slice(-doneShown);
  const next = steps.find((step) => step.state === "open" && step.phase !== "after");
  const { facts } = state;
  const running = timersOf(facts).filter((timer) => timer.stopped === null);
  const parts = [
    heading({ incident, severity, state }, now),
    list(
      "Cause",
      causesOf(facts).map(({ cause, by }) => `${cause} (says ${by})`),
    ),
    list("Done last", done.map(withMark)),
    list("In progress", inState("in-progress").map(withMark)),
    list("Put off or failed", inState("deferred", "failed").map(withMark)),
    list("Next", next ? [next.words] : []),
    list(
      "Timers",
      running.map(({ label, endsAt }) => `${label}: ${endWords(endsAt, now)}`),
    ),
    list(
      "Escalated",
      escalationsOf(facts).map(({ level, by, at }) => `${level} (${by}, ${clock(at)})`),
    ),
    list("Values", valuesOf(state, runs)),
    list("Notes", notesOf(state, steps)),
    list(
      "Links",
      linksOf(facts).map(({ label, url }) => `${label}: ${url}`),
    ),
  ];
  return parts
    .filter((part) => part !== "")
    .join("\n\n")
    .slice(0, longest);
}

type ToldStep = {
  words: string;
  state: string;
  phase: Step["phase"];
  mark: StepMark | null;
  key: [string, string];
};

function stepsOf(run: SummarisedRun, state: BoardState): ToldStep[] {
  const states: StepStates = statesOf(run.steps, state.checklist, run.id);
  return run.steps.map(({ id, text, phase }) => ({
    words: text || "Step without words",
    state: states.get(id) ?? "open",
    phase,
    mark: recordOf(state.checklist, run.id, id).marks.at(-1) ?? null,
    key: [run.id, id],
  }));
}

function heading({ incident, severity, state }: Omit<Given, "runs">, now: Date): string {
  const { value, at } = state.status;
  const since = at === null || value === "open" ? "" : ` since ${clock(at)}`;
  const minutes = Math.max(1, Math.round((now.getTime() - Date.parse(incident.openedAt)) / 60_000));
  const drill = incident.isDrill ? " This is a drill." : "";
  return (
    `${incident.key}: ${incident.title}\n` +
    `${severity}, ${value}${since}. Opened ${clock(incident.openedAt)}, ${durationWords(minutes * 60)} ago.${drill}`
  );
}

function withMark({ words, mark }: ToldStep): string {
  if (!mark) return words;
  return `${words} (${mark.by}, ${clock(mark.at)})${mark.reason ? `: ${mark.reason}` : ""}`;
}

function endWords(endsAt: string, now: Date): string {
  return Date.parse(endsAt) <= now.getTime() ? `ended ${clock(endsAt)}` : `ends ${clock(endsAt)}`;
}

function valuesOf({ values }: BoardState, runs: readonly SummarisedRun[]): string[] {
  return runs.flatMap((run) =>
    Object.entries(values).flatMap(([key, { value, by, at }]) =>
      key.startsWith(`${run.id}:`) && value !== null
        ? [`${key.slice(run.id.length + 1)} = ${value} (${by}, ${clock(at)})`]
        : [],
    ),
  );
}

/** Of the incident and of its steps, the newest last. Of the incident's own only the newest are at hand. */
function notesOf({ recent, checklist }: BoardState, steps: readonly ToldStep[]): string[] {
  const own = recent.flatMap((event) =>
    event.kind === "incident.noted"
      ? [{ seq: event.seq, by: event.actorName, at: event.recordedAt, text: event.data.note }]
      : [],
  );
  const ofSteps = steps.flatMap(({ key }) => recordOf(checklist, ...key).notes);
  return [...own, ...ofSteps]
    .toSorted((a, b) => a.seq - b.seq)
    .slice(-notesShown)
    .map(({ by, at, text }) => `${text.replace(/\s+/g, " ")} (${by}, ${clock(at)})`);
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map((line) => `- ${line}`)].join("\n");
}

/** "02:55 UTC" */
function clock(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}
