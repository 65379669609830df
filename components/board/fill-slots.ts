import type { BoardState } from "@/lib/domain/board-state";
import { recordOf, type StepOutput, type StepRecord, type StepState } from "@/lib/domain/checklist";
import { passedOver, statesOf } from "@/lib/domain/step-states";
import { boardStepsOf } from "./board-steps";
import { judgeOutput } from "./expectation";
import { formatClock } from "./format-clock";
import { anchorOfAdded } from "./sections";
import { insteadWords, markWords, stateWords } from "./state-words";
import type { BoardStep } from "./types";

const slot = /(<(span|div) data-slot="(step-box|step-acts)" data-for="([^"]*)">)<\/\2>/g;

/**
 * Writes the state of each step into the slots of a document, so that the board can be read before its scripts are
 * there, or without them. The browser puts its own controls in the same places, of the same size. Steps that were
 * added stand in the row of the one they follow, or at the end.
 */
export function fillSlots(
  html: string,
  written: readonly BoardStep[],
  runId: string,
  board: BoardState,
  now: Date,
): string {
  const steps = boardStepsOf(written, board.facts, runId);
  const states = statesOf(steps, board.checklist, runId);
  const instead = passedOver(steps, board.checklist, runId);
  const known = new Map(steps.map((step) => [step.id, step]));
  const draw = (step: BoardStep): Drawn => {
    const used = known.get(instead.get(step.id) ?? "");
    return {
      step,
      state: states.get(step.id) ?? "open",
      record: recordOf(board.checklist, runId, step.id),
      instead: used ? insteadWords(used) : null,
      now,
    };
  };
  const addedAfter = (id: string | null): string =>
    steps
      .filter(({ added }) => added !== null && added.after === id)
      .map((step) => addedOf(draw(step)) + addedAfter(step.id))
      .join("");
  const filled = html.replace(slot, (whole, open: string, tag: string, name: string, id: string) => {
    const step = known.get(unescapeHtml(id));
    if (!step) return whole;
    const drawn = draw(step);
    return `${open}${name === "step-box" ? boxOf(drawn) : rowOf(drawn) + addedAfter(step.id)}</${tag}>`;
  });
  return filled + addedAfter(null);
}

type Drawn = { step: BoardStep; state: StepState; record: StepRecord; instead: string | null; now: Date };

function boxOf({ step, state }: Drawn): string {
  const number = state === "open" && step.ordinal !== null ? String(step.ordinal) : "";
  return `<span class="tick" data-state="${state}" role="img" aria-label="${stateWords[state]}">${number}</span>`;
}

function rowOf(drawn: Drawn): string {
  const said = saidOf(drawn);
  const line = said === "" ? "" : `<span class="step-by">${said}</span>`;
  const { step, record, now } = drawn;
  return `<div class="step-row">${line}</div>${record.outputs.map((output) => outputOf(step, output, now)).join("")}`;
}

/** Who set the state and when; empty for a step that nobody has touched. */
function saidOf({ step, record, instead, now }: Drawn): string {
  if (instead !== null) return `Not applicable: ${escapeHtml(instead)} is used`;
  const mark = record.marks.at(-1);
  if (!mark || mark.state === "open") return "";
  const by = escapeHtml(mark.by);
  const time = formatClock(mark.at, now, "UTC");
  if (mark.state === "in-progress") {
    return step.choice === null ? `${by} is on it since ${time}` : `Chosen by ${by} · ${time}`;
  }
  const reason = mark.reason ? ` <q>${escapeHtml(mark.reason)}</q>` : "";
  return `${markWords[mark.state]}${by} · ${time}${reason}`;
}

function outputOf(step: BoardStep, output: StepOutput, now: Date): string {
  const judged = judgeOutput(step, output);
  const verdict =
    judged?.verdict === "differs" ? `, not as expected: wanted ${escapeHtml(judged.expected)}` : "";
  const head = `Output kept by ${escapeHtml(output.by)} · ${formatClock(output.at, now, "UTC")}${verdict}`;
  return `<details class="step-notes"><summary>${head}</summary><pre>${escapeHtml(output.text)}</pre></details>`;
}

/** `data-fallback` marks what the browser takes away when it draws the step in a place of its own. */
function addedOf(drawn: Drawn): string {
  const { step, state } = drawn;
  const said = saidOf(drawn);
  return (
    `<div data-fallback="" class="step" data-state="${state}" id="${escapeHtml(anchorOfAdded(step.id))}"><span data-slot="step-box">${boxOf(drawn)}</span>` +
    `<div class="step-body"><p>${escapeHtml(step.text)} <span class="step-added">added by ${escapeHtml(step.added?.by ?? "")}</span></p></div>` +
    `<div class="step-row">${said === "" ? "" : `<span class="step-by">${said}</span>`}</div></div>`
  );
}

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
