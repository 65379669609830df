import type { BoardState } from "@/lib/domain/board-state";
import type { StepState } from "@/lib/domain/checklist";
import { addedSteps, withAddedSteps } from "@/lib/domain/facts/added-steps";
import { leftAtClosing, leftWords, statesOf } from "@/lib/domain/step-states";
import type { DeskRun } from "./panels/desk-runs";

/** What closing the incident would leave in a runbook that the board does not show. */
export type LeftElsewhere = {
  runId: string;
  title: string;
  /** Null while the page has not learned of its steps. */
  steps: { id: string; text: string; state: StepState }[] | null;
};

/** What the portal counts too when the incident is closed: the other runs in which something is not settled. */
export function leftElsewhere(
  runs: readonly DeskRun[],
  { checklist, facts }: Pick<BoardState, "checklist" | "facts">,
): LeftElsewhere[] {
  return runs.flatMap<LeftElsewhere>(({ id: runId, title, isShown, total, steps: written }) => {
    if (isShown) return [];
    if (total === null) return [{ runId, title, steps: null }];
    const all = withAddedSteps(written, addedSteps(facts, runId));
    const states = statesOf(all, checklist, runId);
    const steps = leftAtClosing(all, states).map((step) => ({
      id: step.id,
      text: leftWords(step, all, states),
      state: states.get(step.id) ?? "open",
    }));
    return steps.length > 0 ? [{ runId, title, steps }] : [];
  });
}
