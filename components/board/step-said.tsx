"use client";

import type { StepMark, StepState } from "@/lib/domain/checklist";
import { EventTime } from "./event-time";
import { markWords } from "./state-words";

type StepSaidProps = {
  mark: StepMark | undefined;
  state: StepState;
  meId: string;
  isChoice: boolean;
  /** The alternative that is used instead of this one. */
  instead: string | null;
};

/** Who set the state of a step and when, in one line; nothing for a step that nobody has touched. */
export function StepSaid({ mark, state, meId, isChoice, instead }: StepSaidProps) {
  if (instead !== null) return <span className="step-by">Not applicable: {instead} is used</span>;
  if (!mark) return null;
  const time = <EventTime iso={mark.at} skew={mark.skew} />;
  if (mark.state === "in-progress") {
    const who = mark.actorId === meId ? "You" : mark.by;
    return (
      <span className="step-by" data-state={state}>
        {isChoice
          ? `Chosen by ${mark.actorId === meId ? "you" : who} · `
          : `${who} ${who === "You" ? "are" : "is"} on it since `}
        {time}
      </span>
    );
  }
  return (
    <span className="step-by" data-state={state}>
      {markWords[mark.state]}
      {mark.by} · {time}
      {mark.reason ? <q>{mark.reason}</q> : null}
    </span>
  );
}
