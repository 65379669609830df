import type { FactEvent } from "../board-state";
import type { Step } from "../document";

/** A step that somebody added during the incident. */
export type AddedStep = {
  id: string;
  text: string;
  /** The step that it follows; null behind the last one of the text. */
  after: string | null;
  by: string;
  at: string;
};

/**
 * The steps that were added to a run and not taken back, in the order in which they came. One that was added behind a
 * step that was taken back later stands in its place.
 */
export function addedSteps(facts: readonly FactEvent[], runId: string): AddedStep[] {
  const removed = new Set(facts.flatMap((fact) => (fact.kind === "step.removed" ? [fact.stepId] : [])));
  const added = facts.flatMap((fact) =>
    fact.kind === "step.added" && fact.runId === runId && fact.stepId !== null
      ? [
          {
            id: fact.stepId,
            text: fact.data.text,
            after: fact.data.after,
            by: fact.actorName,
            at: fact.recordedAt,
          },
        ]
      : [],
  );
  const places = new Map(added.map(({ id, after }) => [id, after]));
  return added
    .filter(({ id }) => !removed.has(id))
    .map((step) => ({ ...step, after: resolveAfter(step.after, places, (id) => removed.has(id)) }));
}

/**
 * The step that one stands behind, passing over steps that were added and do not count. `places` has what each added
 * step follows. Null: the end. One that follows another was added after it, so this comes to an end.
 */
export function resolveAfter(
  after: string | null,
  places: ReadonlyMap<string | null, string | null>,
  isPassed: (addedId: string) => boolean,
): string | null {
  let place = after;
  while (place !== null && places.has(place) && isPassed(place)) place = places.get(place) ?? null;
  return place;
}

/**
 * The steps of a run with those that were added to it, each behind the one that it follows. One at the end stands
 * below all sections and belongs to none.
 */
export function withAddedSteps<S extends StepPlace>(
  steps: readonly S[],
  added: readonly AddedStep[],
): (S | AddedAsStep)[] {
  const all: (S | AddedAsStep)[] = [...steps];
  for (const step of added) {
    const at = step.after === null ? -1 : all.findIndex((known) => known.id === step.after);
    const before = all[at];
    const made: AddedAsStep = {
      id: step.id,
      kind: "added",
      text: step.text,
      ordinal: null,
      parentId: before?.parentId ?? null,
      sectionId: before?.sectionId ?? null,
      depth: before?.depth ?? 1,
      phase: before?.phase ?? null,
      choice: null,
    };
    all.splice(endOfFamily(all, at), 0, made);
  }
  return all;
}

type StepPlace = Pick<Step, "id" | "parentId" | "sectionId" | "depth" | "phase">;

/** An added step in the form of one that the text has. */
export type AddedAsStep = Pick<
  Step,
  "id" | "text" | "ordinal" | "parentId" | "sectionId" | "depth" | "phase" | "choice"
> & { kind: "added" };

/** Behind a step, what stands inside it, and what was added behind it before. */
function endOfFamily(
  all: readonly { id: string; parentId: string | null; depth: number; kind?: string }[],
  at: number,
): number {
  if (at < 0) return all.length;
  const depth = all[at]?.depth ?? 1;
  let end = at + 1;
  while (end < all.length && ((all[end]?.depth ?? 0) > depth || isAddedBeside(all[end], depth))) end += 1;
  return end;
}

function isAddedBeside(step: { kind?: string; depth: number } | undefined, depth: number): boolean {
  return step?.kind === "added" && step.depth === depth;
}
