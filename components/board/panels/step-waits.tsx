"use client";

import { Timer } from "lucide-react";
import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";
import { isSettled } from "@/lib/domain/checklist";
import type { Wait } from "@/lib/domain/document";
import type { StepStates } from "@/lib/domain/step-states";
import { EventTime } from "../event-time";
import type { StepSlots } from "../step-portals";
import { lengthWords } from "./count-words";
import { Countdown } from "./countdown";
import { startTimer, stopTimer } from "./timer-acts";
import type { Desk } from "./use-desk";

type StepWaitsProps = { desk: Desk; slots: ReadonlyMap<string, StepSlots>; states: StepStates };

/** Puts the waits of the text into the rows of their steps: a button, then the countdown that everybody sees. */
export function StepWaits({ desk, slots, states }: StepWaitsProps) {
  return Object.entries(desk.doc.aids.waits).map(([stepId, waits]) => {
    const place = slots.get(stepId);
    if (!place) return null;
    return createPortal(
      <div className="step-wait">
        {waits.map((wait) => (
          <StepWait
            key={wait.text}
            desk={desk}
            stepId={stepId}
            wait={wait}
            isOver={isSettled(states.get(stepId) ?? "open")}
          />
        ))}
      </div>,
      place.row,
      `wait ${stepId}`,
    );
  });
}

type StepWaitProps = { desk: Desk; stepId: string; wait: Wait; isOver: boolean };

function StepWait({ desk, stepId, wait, isOver }: StepWaitProps) {
  const { runId } = desk.doc;
  const last = desk.timers.findLast(
    (timer) => timer.runId === runId && timer.stepId === stepId && timer.label === wait.text,
  );
  if (last && last.stopped === null) {
    return (
      <span className="wait" data-running>
        <Timer size={15} aria-hidden />
        <Countdown endsAt={last.endsAt} after=" left" />
        <span className="wait-by">
          {last.by} · <EventTime iso={last.startedAt} />
        </span>
        {desk.canAppend ? (
          <Button size="small" variant="ghost" onClick={() => stopTimer(desk, last.id)}>
            Stop
          </Button>
        ) : null}
      </span>
    );
  }
  return (
    <span className="wait">
      {desk.canAct && !isOver ? (
        <Button
          size="small"
          onClick={() => startTimer(desk, { seconds: wait.seconds, label: wait.text, runId, stepId })}
        >
          <Timer aria-hidden />
          Start {lengthWords(wait.seconds)}
          <span className="sr-only"> for “{wait.text}”</span>
        </Button>
      ) : null}
      {last?.stopped ? (
        <span className="wait-by">
          stopped by {last.stopped.by} · <EventTime iso={last.stopped.at} />
        </span>
      ) : null}
    </span>
  );
}
