"use client";

import { type ReactNode, useMemo } from "react";
import { DiscardButton } from "@/components/outbox/discard-button";
import { WaitingMark } from "@/components/outbox/waiting-mark";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { StepRecord, StepState } from "@/lib/domain/checklist";
import { EventTime } from "./event-time";
import { judgeOutput } from "./expectation";
import { StepHistory } from "./step-history";
import { StepMenu } from "./step-menu";
import { actKeys, actWords, type StepAct } from "./step-offers";
import { StepSaid } from "./step-said";
import type { BoardStep } from "./types";
import { Verdict } from "./verdict";

type StepRowProps = {
  step: BoardStep;
  state: StepState;
  record: StepRecord;
  meId: string;
  isCurrent: boolean;
  /** It is for afterwards, and the severity does not ask for it. */
  isOptional: boolean;
  /** The alternative that is used instead of this one. */
  instead: string | null;
  offers: { buttons: StepAct[]; menu: StepAct[] };
  onAct: (act: StepAct) => void;
  /** Marks it as failed at once; null where it has failed already, or may not be marked. */
  onFail: (() => void) | null;
  commandText: (commandId: string) => string | null;
  /** Something done here is kept on this device and not yet sent. */
  isWaiting: boolean;
  failure: { message: string; onRetry: () => void; onDiscard: () => void } | null;
  /** Who else is at this step. */
  others: ReactNode;
};

/**
 * The line under a step: who and when, or what can be done. Every step has one from the start and it keeps its
 * height, so that nothing moves when somebody else ticks.
 */
export function StepRow(props: StepRowProps) {
  const { step, state, record, meId, isCurrent, isOptional, instead, isWaiting, failure, others } = props;
  const note = record.notes.at(-1);
  const output = record.outputs.at(-1);
  const judged = useMemo(() => (output ? judgeOutput(step, output) : null), [step, output]);
  const isAsked = isCurrent && (state === "open" || state === "in-progress");
  return (
    <>
      <div className="step-row">
        {isWaiting ? <WaitingMark /> : null}
        {isAsked ? <Acts {...props} isLoud /> : null}
        {isOptional && state === "open" && step.condition ? (
          <span className="step-by">Optional: only if {step.condition.text}</span>
        ) : null}
        {isAsked && state === "open" ? null : (
          <StepSaid
            mark={record.marks.at(-1)}
            state={state}
            meId={meId}
            isChoice={step.choice !== null}
            instead={instead}
          />
        )}
        {judged ? <Verdict judged={judged} isShort /> : null}
        {note ? (
          <span className="step-by step-note">
            <q>{note.text}</q> {note.by} · <EventTime iso={note.at} />
          </span>
        ) : null}
        <StepHistory step={step} record={record} commandText={props.commandText} onFail={props.onFail} />
        {isAsked ? null : <Acts {...props} isLoud={false} />}
        {others}
      </div>
      {failure ? (
        <p className="step-failure" role="alert">
          <span>Not saved. {failure.message}</span>
          <Button size="small" onClick={failure.onRetry}>
            Try again
          </Button>
          <DiscardButton onDiscard={failure.onDiscard} />
        </p>
      ) : null}
    </>
  );
}

type ActsProps = Pick<StepRowProps, "step" | "offers" | "onAct"> & { isLoud: boolean };

/**
 * Loud on the current step. Elsewhere they are seen when the pointer or the focus is in the step, and always where
 * there is no pointer to hover.
 */
function Acts({ step, offers: { buttons, menu }, onAct, isLoud }: ActsProps) {
  if (buttons.length === 0 && menu.length === 0) return null;
  return (
    <span className={isLoud ? "step-acts" : "step-quiet"}>
      {buttons.map((act) =>
        isLoud ? (
          <Button
            key={act}
            size="small"
            data-act={act}
            aria-keyshortcuts={actKeys[act]}
            onClick={() => onAct(act)}
          >
            {actWords[act]}
            {actKeys[act] ? <Kbd>{actKeys[act]}</Kbd> : null}
          </Button>
        ) : (
          <button key={act} type="button" data-act={act} onClick={() => onAct(act)}>
            {actWords[act]}
          </button>
        ),
      )}
      <StepMenu
        about={step.text}
        acts={menu}
        onAct={onAct}
        className={isLoud ? "btn btn-small step-more" : "step-more"}
      />
    </span>
  );
}
