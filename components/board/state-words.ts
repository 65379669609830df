import type { StepState } from "@/lib/domain/checklist";
import type { BoardStep } from "./types";

export const stateWords: Record<StepState, string> = {
  open: "Open",
  "in-progress": "In progress",
  done: "Done",
  skipped: "Skipped",
  "not-applicable": "Not applicable",
  deferred: "Put off",
  failed: "Did not work",
};

/** What stands before the name in the line under a step. */
export const markWords: Record<Exclude<StepState, "in-progress">, string> = {
  open: "Opened again by ",
  done: "",
  skipped: "Skipped by ",
  "not-applicable": "Not applicable, says ",
  deferred: "Put off by ",
  failed: "Did not work, says ",
};

/** What is used in the place of a step that does not apply. */
export function insteadWords({ ordinal, text }: Pick<BoardStep, "ordinal" | "text">): string {
  return ordinal === null ? `“${text}”` : `Option ${ordinal}`;
}
