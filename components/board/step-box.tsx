"use client";

import type { StepState } from "@/lib/domain/checklist";
import { stateWords } from "./state-words";
import type { BoardStep } from "./types";

type StepBoxProps = {
  step: BoardStep;
  state: StepState;
  isSaving: boolean;
  /** Null for who may not tick. */
  onToggle: (() => void) | null;
};

/** The box of a step: its number while it is open, a sign of its own for each state after. */
export function StepBox({ step, state, isSaving, onToggle }: StepBoxProps) {
  const number = state === "open" && step.ordinal !== null ? step.ordinal : null;
  if (!onToggle) {
    return (
      <span className="tick" data-state={state} role="img" aria-label={stateWords[state]}>
        {number}
      </span>
    );
  }
  const isBetween = state !== "open" && state !== "done";
  return (
    <button
      type="button"
      className="tick"
      role="checkbox"
      aria-checked={isBetween ? "mixed" : state === "done"}
      aria-label={isBetween ? `${step.text} (${stateWords[state].toLowerCase()})` : step.text}
      title={state === "open" ? undefined : stateWords[state]}
      aria-keyshortcuts="x"
      aria-busy={isSaving}
      data-state={state}
      data-step-box={step.id}
      onClick={onToggle}
    >
      {number}
    </button>
  );
}
