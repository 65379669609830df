"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EventTime } from "../event-time";
import { Countdown } from "./countdown";
import { NotifyButton } from "./notify-button";
import { Panel } from "./panel";
import { stopTimer } from "./timer-acts";
import type { Desk } from "./use-desk";

type TimersPanelProps = { desk: Desk; onGo: (stepId: string) => void };

/** The timers that run or have ended and were not stopped, the most urgent first. */
export function TimersPanel({ desk, onGo }: TimersPanelProps) {
  const open = desk.timers
    .filter((timer) => timer.stopped === null)
    .toSorted((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt));
  if (open.length === 0) return null;
  return (
    <Panel
      title="Timers"
      act={
        desk.canAct ? (
          <Button size="small" variant="ghost" onClick={() => desk.ask({ kind: "timer" })}>
            <Plus aria-hidden />
            Timer
          </Button>
        ) : null
      }
    >
      <ul className="panel-list">
        {open.map((timer) => {
          const run = desk.runs.find(({ id }) => id === timer.runId);
          const { stepId } = timer;
          return (
            <li key={timer.id} className="timer">
              <Countdown endsAt={timer.endsAt} />
              <span className="timer-words">
                {stepId !== null && run?.isShown ? (
                  <button type="button" className="text-link" onClick={() => onGo(stepId)}>
                    {timer.label}
                  </button>
                ) : (
                  <b>{timer.label}</b>
                )}
                <small>
                  {timer.by} · <EventTime iso={timer.startedAt} />
                  {run && !run.isShown ? ` · ${run.title}` : ""}
                </small>
              </span>
              {desk.canAppend ? (
                <Button
                  size="small"
                  aria-label={`Stop the timer ${timer.label}`}
                  onClick={() => stopTimer(desk, timer.id)}
                >
                  Stop
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <NotifyButton />
    </Panel>
  );
}
