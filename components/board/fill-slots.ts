import type { BoardState } from "@/lib/domain/board-state";
import { recordOf, type StepRecord, type StepState } from "@/lib/domain/checklist";
import { formatClock } from "./format-clock";
import type { BoardStep } from "./types";

const slot = /(<(span|div) data-slot="(step-box|step-acts)" data-for="([^"]*)">)<\/\2>/g;

/**
 * Writes the state of each step into the slots of a document, so that the board can be read before its scripts are
 * there, or without them. The browser puts its own controls in the same places, of the same size.
 */
export function fillSlots(
  html: string,
  steps: readonly BoardStep[],
  runId: string,
  board: BoardState,
  now: Date,
): string {
  const known = new Map(steps.map((step) => [step.id, step]));
  return html.replace(slot, (whole, open: string, tag: string, name: string, id: string) => {
    const step = known.get(unescapeHtml(id));
    if (!step) return whole;
    const record = recordOf(board.checklist, runId, step.id);
    return `${open}${name === "step-box" ? boxOf(step, record) : rowOf(record, now)}</${tag}>`;
  });
}

function boxOf(step: BoardStep, record: StepRecord): string {
  const state = record.marks.at(-1)?.state ?? "open";
  const number = state === "open" && step.ordinal !== null ? String(step.ordinal) : "";
  return `<span class="tick" data-state="${state}" role="img" aria-label="${stateWords[state]}">${number}</span>`;
}

function rowOf(record: StepRecord, now: Date): string {
  const mark = record.marks.at(-1);
  if (!mark || mark.state === "open") return '<div class="step-row"></div>';
  const time = formatClock(mark.at, now, "UTC");
  const reason = mark.reason ? ` <q>${escapeHtml(mark.reason)}</q>` : "";
  return `<div class="step-row"><span class="step-by">${markWords[mark.state]}${escapeHtml(mark.by)} · ${time}${reason}</span></div>`;
}

/** What stands before the name in the line under a step. */
export const markWords: Record<StepState, string> = {
  open: "Opened again by ",
  "in-progress": "Being done by ",
  done: "",
  skipped: "Skipped by ",
  "not-applicable": "Not applicable, says ",
  deferred: "Put off by ",
  failed: "Did not work, says ",
};

export const stateWords: Record<StepState, string> = {
  open: "Open",
  "in-progress": "In progress",
  done: "Done",
  skipped: "Skipped",
  "not-applicable": "Not applicable",
  deferred: "Deferred",
  failed: "Failed",
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);
}

function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x26|#x3C|#x22|#39);/g, (entity) => entities[entity] ?? entity);
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x26;": "&",
  "&#x3C;": "<",
  "&#x22;": '"',
  "&#39;": "'",
};
