"use client";

import { useMemo } from "react";
import type { BoardState } from "@/lib/domain/board-state";
import { isSettled } from "@/lib/domain/checklist";
import { severityNow } from "@/lib/domain/facts/severity";
import {
  countSettled,
  dueSteps,
  findStepOf,
  isOptional,
  leftAtClosing,
  passedOver,
  type StepStates,
  statesOf,
} from "@/lib/domain/step-states";
import { boardStepsOf, stepTexts } from "./board-steps";
import { type Section, sectionsOf } from "./sections";
import type { BoardDocument, BoardIncident, BoardStep } from "./types";

export type BoardChecklist = {
  /** All of the run, those that were added too, in the order of the document. */
  steps: readonly BoardStep[];
  /** Also of those that were taken back. */
  texts: ReadonlyMap<string, string>;
  states: StepStates;
  /** Steps that do not apply, with the alternative that is used instead. */
  instead: ReadonlyMap<string, string>;
  sections: readonly Section[];
  /** What this person is to do now; null when there is nothing. */
  current: BoardStep | null;
  /** What the checklist of now holds, and how much of it is settled. */
  due: readonly BoardStep[];
  settled: number;
  /** What resolving would leave behind. */
  left: readonly BoardStep[];
  /** What is to be done after resolving. */
  after: readonly BoardStep[];
  /** Those for afterwards that the severity does not ask for. */
  optional: ReadonlySet<string>;
  isResolved: boolean;
};

/** What the board's state says of the steps of its run, seen by one person. */
export function useChecklist(
  doc: Pick<BoardDocument, "runId" | "title" | "sections" | "steps">,
  incident: Pick<BoardIncident, "severity">,
  { checklist, facts, status }: BoardState,
  personId: string,
): BoardChecklist {
  const { runId } = doc;
  const steps = useMemo(() => boardStepsOf(doc.steps, facts, runId), [doc.steps, facts, runId]);
  const texts = useMemo(() => stepTexts(doc.steps, facts), [doc.steps, facts]);
  const states = useMemo(() => statesOf(steps, checklist, runId), [steps, checklist, runId]);
  const instead = useMemo(() => passedOver(steps, checklist, runId), [steps, checklist, runId]);
  const { title, sections: headings } = doc;
  const sections = useMemo(() => sectionsOf({ title, sections: headings, steps }), [title, headings, steps]);

  const isResolved = status.value === "resolved";
  const severity = severityNow(facts, incident.severity);
  const optional = new Set(
    steps.flatMap((step) => (step.phase === "after" && isOptional(step, severity) ? [step.id] : [])),
  );
  const isNeeded = (step: BoardStep) => !optional.has(step.id);
  const due = dueSteps(steps, isResolved).filter(isNeeded);
  return {
    steps,
    texts,
    states,
    instead,
    sections,
    current: findStepOf(due, states, checklist, { runId, personId }),
    due,
    settled: countSettled(
      states,
      due.map(({ id }) => id),
    ),
    left: leftAtClosing(steps, states),
    after: dueSteps(steps, true).filter(
      (step) => isNeeded(step) && !isSettled(states.get(step.id) ?? "open"),
    ),
    optional,
    isResolved,
  };
}
