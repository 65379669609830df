import type { IncidentEvent } from "./incident-event";
import { countOf } from "./review-words";
import type { StepEnd, StepResult } from "./timeline";

/** Where the run and the runbook went different ways; the questions of a post-mortem begin here. */
export type Deviation = {
  /** Number of the event in the record that decided it. */
  seq: number;
  kind:
    | "skipped"
    | "not-applicable"
    | "failed"
    | "deferred"
    | "undone"
    | "added"
    | "ticked-again"
    | "out-of-order"
    | "left-open"
    | "reopened";
  /** What it concerns, in the runbook's words; null when it is the whole incident. */
  subject: string | null;
  /** What happened, to be read after the subject. */
  detail: string;
  /** The reason that somebody gave, in their words. */
  reason: string | null;
  by: string | null;
};

export const deviationWords: Record<Deviation["kind"], string> = {
  skipped: "Skipped",
  "not-applicable": "Not applicable",
  failed: "Failed",
  deferred: "Deferred",
  undone: "Undone",
  added: "Added",
  "ticked-again": "Ticked again",
  "out-of-order": "Out of order",
  "left-open": "Left open",
  reopened: "Opened again",
};

/** Expects events in the order of `seq` and the steps of each run in the order of the text. */
export function foldDeviations(events: IncidentEvent[], steps: StepResult[]): Deviation[] {
  return [...steps.flatMap(ofStep), ...outOfOrder(steps), ...ofStatus(events, steps)];
}

function ofStep(step: StepResult): Deviation[] {
  const added: Deviation[] = step.isAdded
    ? [{ ...factsOf(step), kind: "added", detail: "is not in the runbook and was added" }]
    : [];
  return [...added, ...ofEnd(step)];
}

const factsOf = ({ seq, text: subject, reason, by }: StepResult) => ({ seq: seq ?? 0, subject, reason, by });

function ofEnd(step: StepResult): Deviation[] {
  const { end, marks } = step;
  const facts = factsOf(step);
  if (end === "skipped") return [{ ...facts, kind: "skipped", detail: "was skipped" }];
  // Without a mark of its own it follows from the choice of another way, as the runbook means it.
  if (end === "not-applicable")
    return step.seq === null ? [] : [{ ...facts, kind: "not-applicable", detail: "did not apply" }];
  if (end === "failed") return [{ ...facts, kind: "failed", detail: "was tried and did not work" }];
  if (end === "deferred") return [{ ...facts, kind: "deferred", detail: "was put off and never taken up" }];
  if (end === "undone") return [{ ...facts, kind: "undone", detail: "was taken back and left open" }];
  if (end === "done" && marks > 1) {
    return [
      {
        ...facts,
        kind: "ticked-again",
        detail: `was ticked at last; its state changed ${countOf(marks, "time")}`,
      },
    ];
  }
  return [];
}

/** A step that was done before the one above it in the same list. */
function outOfOrder(steps: StepResult[]): Deviation[] {
  const found: Deviation[] = [];
  let above: StepResult | null = null;
  for (const step of steps) {
    if (step.end !== "done") continue;
    const isSameList =
      above?.runId === step.runId && above.section === step.section && above.depth === step.depth;
    if (isSameList && above && (step.seq ?? 0) < (above.seq ?? 0)) {
      const detail = `was done before “${above.text}”, which stands above it`;
      found.push({
        seq: step.seq ?? 0,
        kind: "out-of-order",
        subject: step.text,
        detail,
        reason: null,
        by: step.by,
      });
    }
    above = step;
  }
  return found;
}

const isLeft = (end: StepEnd) =>
  end === "untouched" || end === "undone" || end === "unfinished" || end === "deferred";

function ofStatus(events: IncidentEvent[], steps: StepResult[]): Deviation[] {
  const changes = events.flatMap((event) => (event.kind === "status.changed" ? [event] : []));
  const found: Deviation[] = changes
    .filter(({ data }) => data.to === "open")
    .map(({ seq, data, actorName: by }) => ({
      seq,
      kind: "reopened",
      subject: null,
      detail: `The incident was ${data.from} and was opened again`,
      reason: data.reason ?? null,
      by,
    }));
  const last = changes.at(-1);
  const untouched = steps.filter((step) => step.end === "untouched").length;
  const open = steps.filter(({ end }) => isLeft(end)).length;
  if (last?.data.to === "resolved" && open > 0) {
    found.push({
      seq: last.seq,
      kind: "left-open",
      subject: null,
      detail: `Resolved with ${countOf(open, "open step")}, ${untouched} of them never touched`,
      reason: last.data.reason ?? null,
      by: last.actorName,
    });
  }
  return found;
}
