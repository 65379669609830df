import { type Checklist, isSettled, recordOf, type StepState, stateOf } from "./checklist";
import type { Step } from "./document";

type StepLike = Pick<Step, "id" | "parentId" | "choice">;

/** The state of every step of a run by its id, choices of alternatives included. */
export type StepStates = ReadonlyMap<string, StepState>;

/**
 * The states of these steps. Of alternatives that exclude one another the one that was taken up last counts; the
 * others, and what stands inside them, do not apply unless they were settled by themselves. Taking it back opens them
 * again, since nothing was written on them.
 */
export function statesOf(steps: readonly StepLike[], list: Checklist, runId: string): StepStates {
  const states = new Map(steps.map(({ id }) => [id, stateOf(list, runId, id)]));
  const chosen = chosenOptions(steps, list, runId);
  if (chosen.size === 0) return states;
  const parents = new Map(steps.map((step) => [step.id, step]));
  for (const step of steps) {
    if (isSettled(states.get(step.id) ?? "open")) continue;
    for (let up: StepLike | undefined = step; up; up = parents.get(up.parentId ?? "")) {
      const choice = up.choice === null ? undefined : chosen.get(up.choice);
      if (choice !== undefined && choice !== up.id) states.set(step.id, "not-applicable");
    }
  }
  return states;
}

/** By choice: the alternative that was taken up last and not taken back. */
function chosenOptions(steps: readonly StepLike[], list: Checklist, runId: string): Map<string, string> {
  const newest = new Map<string, { id: string; seq: number }>();
  for (const step of steps) {
    if (step.choice === null) continue;
    const mark = recordOf(list, runId, step.id).marks.at(-1);
    if (!mark || (mark.state !== "in-progress" && mark.state !== "done")) continue;
    if (mark.seq > (newest.get(step.choice)?.seq ?? 0))
      newest.set(step.choice, { id: step.id, seq: mark.seq });
  }
  return new Map([...newest].map(([key, { id }]) => [key, id]));
}

/** How many of these steps need nothing more. */
export function countSettled(states: StepStates, stepIds: Iterable<string>): number {
  let settled = 0;
  for (const id of stepIds) if (isSettled(states.get(id) ?? "open")) settled += 1;
  return settled;
}

/** The steps that closing an incident asks about: what is left of all that is not meant for afterwards. */
export function leftAtClosing<S extends Pick<Step, "id" | "phase">>(
  steps: readonly S[],
  states: StepStates,
): S[] {
  return steps.filter((step) => step.phase !== "after" && !isSettled(states.get(step.id) ?? "open"));
}

/**
 * The step to do now: the first that is open or being worked on, in the order of the text, and holds no such step
 * inside itself; null when there is none. What was put off waits for the closing.
 */
export function findCurrentStep<S extends Pick<Step, "id" | "parentId">>(
  steps: readonly S[],
  isOpen: (step: S) => boolean,
): S | null {
  const open = steps.filter(isOpen);
  const parents = new Set<string>();
  const parentOf = new Map(steps.map((step) => [step.id, step.parentId]));
  for (const step of open) {
    for (let up = step.parentId; up !== null && !parents.has(up); up = parentOf.get(up) ?? null)
      parents.add(up);
  }
  return open.find((step) => !parents.has(step.id)) ?? null;
}
