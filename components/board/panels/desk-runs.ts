import type { FactEvent } from "@/lib/domain/board-state";
import type { Checklist } from "@/lib/domain/checklist";
import { addedSteps, withAddedSteps } from "@/lib/domain/facts/added-steps";
import { startedRuns } from "@/lib/domain/facts/runs";
import { countedSteps, countSettled, statesOf } from "@/lib/domain/step-states";
import type { OtherRun } from "./desk-types";

/** A runbook that is followed here. */
export type DeskRun = {
  id: string;
  slug: string;
  title: string;
  isShown: boolean;
  /** Of the steps that count now, those that were added too. */
  settled: number;
  /** Null until the page has learned of its steps. */
  total: number | null;
  steps: OtherRun["steps"];
};

type Options = {
  shown: OtherRun;
  others: readonly OtherRun[];
  facts: readonly FactEvent[];
  checklist: Checklist;
  isResolved: boolean;
};

/** The runs of an incident in the order in which they were started, those too that the page has only heard of. */
export function deskRuns({ shown, others, facts, checklist, isResolved }: Options): DeskRun[] {
  const known = new Map([shown, ...others].map((run) => [run.id, run]));
  const started = startedRuns(facts);
  const order = [...new Set([...started.map(({ id }) => id), ...known.keys()])];
  return order.flatMap((id) => {
    const run = known.get(id);
    const heard = started.find((each) => each.id === id);
    const { slug, title } = run ?? heard ?? {};
    if (slug === undefined || title === undefined) return [];
    const steps = run?.steps ?? [];
    const all = withAddedSteps(steps, addedSteps(facts, id));
    const states = statesOf(all, checklist, id);
    const counted = countedSteps(all, isResolved);
    return [
      {
        id,
        slug,
        title,
        isShown: run === shown,
        settled: countSettled(
          states,
          counted.map((step) => step.id),
        ),
        total: run ? counted.length : null,
        steps,
      },
    ];
  });
}
