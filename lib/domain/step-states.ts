import { type Checklist, isSettled, recordOf, type StepState, stateOf } from "./checklist";
import type { Step } from "./document";
import type { Severity } from "./incident-status";

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
  for (const id of passedOver(steps, list, runId).keys()) states.set(id, "not-applicable");
  return states;
}

/** The steps that do not apply because another alternative was taken up, each with the id of that one. */
export function passedOver(
  steps: readonly StepLike[],
  list: Checklist,
  runId: string,
): ReadonlyMap<string, string> {
  const instead = new Map<string, string>();
  const chosen = chosenOptions(steps, list, runId);
  if (chosen.size === 0) return instead;
  const parents = new Map(steps.map((step) => [step.id, step]));
  for (const step of steps) {
    if (isSettled(stateOf(list, runId, step.id))) continue;
    for (let up: StepLike | undefined = step; up; up = parents.get(up.parentId ?? "")) {
      const choice = up.choice === null ? undefined : chosen.get(up.choice);
      if (choice !== undefined && choice !== up.id) instead.set(step.id, choice);
    }
  }
  return instead;
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

/**
 * The steps that closing an incident asks about: what is left of all that is not meant for afterwards. Alternatives of
 * which none was taken up are one thing to decide: the first of them stands for all.
 */
export function leftAtClosing<S extends StepLike & Pick<Step, "phase">>(
  steps: readonly S[],
  states: StepStates,
): S[] {
  const isUntouched = (id: string) => (states.get(id) ?? "open") === "open";
  const asked = new Set<string>();
  // A step stands before what is inside it.
  const withoutSay = new Set<string>();
  return steps.filter((step) => {
    const { id, parentId, choice, phase } = step;
    if (phase === "after" || isSettled(states.get(id) ?? "open")) return false;
    if (!isUntouched(id)) return true;
    if (parentId !== null && withoutSay.has(parentId)) {
      withoutSay.add(id);
      return false;
    }
    if (choice === null) return true;
    withoutSay.add(id);
    if (asked.has(choice)) return false;
    asked.add(choice);
    return true;
  });
}

/** "Choose one of: Roll back, Scale up" for a step that stands for alternatives that are all open, else its own words. */
export function leftWords(
  step: Pick<Step, "id" | "text" | "choice">,
  steps: readonly Pick<Step, "id" | "text" | "choice">[],
  states: StepStates,
): string {
  const isUntouched = ({ id }: Pick<Step, "id">) => (states.get(id) ?? "open") === "open";
  const open =
    step.choice === null || !isUntouched(step)
      ? []
      : steps.filter((other) => other.choice === step.choice && isUntouched(other));
  return open.length > 1 ? `Choose one of: ${open.map(({ text }) => text).join(", ")}` : step.text;
}

/** What a step asks for: its own words, and the commands that stand in it or in its parts. */
type Doable = Pick<Step, "id" | "parentId"> & { commands: readonly { id: string }[] };

/**
 * The open steps that can be done next: those that hold no open step inside, and those with a command of their own,
 * which stands before what is inside, as long as nobody has begun with that.
 */
function openLeaves<S extends Doable>(
  steps: readonly S[],
  isOpen: (step: S) => boolean,
  isTouched: (step: S) => boolean,
): S[] {
  const open = steps.filter(isOpen);
  const [holdsOpen, holdsTouched] = [open, steps.filter(isTouched)].map((inner) => outerOf(steps, inner));
  return open.filter(
    (step) => !holdsOpen?.has(step.id) || (!holdsTouched?.has(step.id) && hasOwnCommand(step, steps)),
  );
}

/** The ids of the steps around these. */
function outerOf(steps: readonly Doable[], inner: readonly Doable[]): ReadonlySet<string> {
  const outer = new Set<string>();
  const parentOf = new Map(steps.map((step) => [step.id, step.parentId]));
  for (const step of inner) {
    for (let up = step.parentId; up !== null && !outer.has(up); up = parentOf.get(up) ?? null) outer.add(up);
  }
  return outer;
}

/** The statements of a block may be the steps inside: then it is them that are run. */
function hasOwnCommand({ id, commands }: Doable, steps: readonly Doable[]): boolean {
  if (commands.length === 0) return false;
  const family = familyOf(steps, id);
  const inside = steps.filter((step) => step.id !== id && family.has(step.id));
  const parts = new Set(inside.flatMap((step) => step.commands.map((command) => command.id)));
  return commands.some((command) => !parts.has(command.id));
}

/** What is to be done now: the steps for afterwards once the incident is resolved, all others before. */
export function dueSteps<S extends Pick<Step, "phase">>(steps: readonly S[], isResolved: boolean): S[] {
  return steps.filter((step) => (step.phase === "after") === isResolved);
}

/** What progress counts: what resolving asks for, and once that has happened all of them. */
export function countedSteps<S extends Pick<Step, "phase">>(
  steps: readonly S[],
  isResolved: boolean,
): readonly S[] {
  return isResolved ? steps : dueSteps(steps, false);
}

/** Its condition names severities, and the incident has none of them. */
export function isOptional({ condition }: Pick<Step, "condition">, severity: Severity): boolean {
  return condition !== null && condition.severities.length > 0 && !condition.severities.includes(severity);
}

/**
 * The step that somebody is to do now: what they took up themselves and have not finished, else the first that nobody
 * works on, else the first. Null when nothing is left.
 */
export function findStepOf<S extends Doable>(
  steps: readonly S[],
  states: StepStates,
  list: Checklist,
  { runId, personId }: { runId: string; personId: string },
): S | null {
  const leaves = openLeaves(
    steps,
    ({ id }) => states.get(id) === "open" || states.get(id) === "in-progress",
    ({ id }) => recordOf(list, runId, id).marks.length > 0,
  );
  const claims = steps.flatMap(({ id }) => {
    const mark = states.get(id) === "in-progress" ? recordOf(list, runId, id).marks.at(-1) : undefined;
    return mark ? [{ id, mark }] : [];
  });
  const mine = claims
    .filter(({ mark }) => mark.actorId === personId)
    .toSorted((one, other) => other.mark.seq - one.mark.seq)[0];
  const own = mine ? familyOf(steps, mine.id) : new Set<string>();
  const others = new Set(
    claims.flatMap(({ id, mark }) => (mark.actorId === personId ? [] : [...familyOf(steps, id)])),
  );
  return (
    leaves.find(({ id }) => own.has(id)) ?? leaves.find(({ id }) => !others.has(id)) ?? leaves[0] ?? null
  );
}

/** The ids of a step and of all that stands inside it. */
function familyOf(steps: readonly Pick<Step, "id" | "parentId">[], id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  // A step stands before what is inside it.
  for (const step of steps) if (step.parentId !== null && ids.has(step.parentId)) ids.add(step.id);
  return ids;
}
