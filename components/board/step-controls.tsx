"use client";

import { recordOf } from "@/lib/domain/checklist";
import { StepPeople } from "./presence-people";
import { insteadWords } from "./state-words";
import { StepBox } from "./step-box";
import { StepPortals } from "./step-portals";
import { StepRow } from "./step-row";
import type { BoardStep } from "./types";
import type { BoardSteps } from "./use-board-steps";
import type { Live } from "./use-board-store";

type StepControlsProps = { board: BoardSteps; live: Live; runId: string; meId: string };

/** The box and the row of every step, in the document's own places. */
export function StepControls({ board, live, runId, meId }: StepControlsProps) {
  const { list, slots, acts, commandText } = board;
  const { store, snapshot, lookers } = live;
  const { shown, unsaved } = snapshot;
  const stateOf = ({ id }: BoardStep) => list.states.get(id) ?? "open";

  const failureOf = (step: BoardStep) => {
    const failed = unsaved.find((item) => item.message !== null && item.input.stepId === step.id);
    if (!failed?.message) return null;
    const { id } = failed.input;
    return { message: failed.message, onRetry: () => store.retry(id), onDiscard: () => store.discard(id) };
  };
  const isWaiting = (step: BoardStep) =>
    unsaved.some((item) => item.state === "waiting" && item.input.stepId === step.id);
  const othersAt = ({ id }: BoardStep) =>
    lookers.filter((other) => other.stepId === id && other.runId === runId && other.personId !== meId);
  const insteadOf = ({ id }: BoardStep) => {
    const used = list.steps.find((step) => step.id === list.instead.get(id));
    return used ? insteadWords(used) : null;
  };

  return (
    <StepPortals
      steps={list.steps}
      slots={slots}
      renderBox={(step) => (
        <StepBox
          step={step}
          state={stateOf(step)}
          isSaving={isWaiting(step)}
          onToggle={acts.canTick(step) && !list.instead.has(step.id) ? () => acts.toggle(step.id) : null}
        />
      )}
      renderRow={(step) => (
        <StepRow
          step={step}
          state={stateOf(step)}
          record={recordOf(shown.checklist, runId, step.id)}
          meId={meId}
          isCurrent={acts.canTick(step) && step === list.current}
          isOptional={list.optional.has(step.id)}
          instead={insteadOf(step)}
          offers={acts.offers(step)}
          onAct={(act) => acts.run(step, act)}
          onFail={acts.canTick(step) && stateOf(step) !== "failed" ? () => acts.fail(step) : null}
          commandText={commandText}
          isWaiting={isWaiting(step)}
          failure={failureOf(step)}
          others={<StepPeople people={othersAt(step)} />}
        />
      )}
    />
  );
}
