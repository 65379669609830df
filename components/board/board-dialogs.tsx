"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { AskDialog } from "./ask-dialog";
import type { BoardStore } from "./board-store";
import { leftElsewhere } from "./left-elsewhere";
import { OutputDialog } from "./output-dialog";
import type { Desk } from "./panels/use-desk";
import { actStatus } from "./questions";
import { ResolveDialog } from "./resolve-dialog";
import type { BoardChecklist } from "./use-checklist";
import type { StepActs } from "./use-step-acts";

type BoardDialogsProps = {
  store: BoardStore;
  acts: StepActs;
  list: BoardChecklist;
  desk: Desk;
  commandText: (commandId: string) => string | null;
  mask: (text: string) => string;
  onGo: (stepId: string) => void;
};

/** The dialog of the board that is open, if one is. */
export function BoardDialogs({ store, acts, list, desk, commandText, mask, onGo }: BoardDialogsProps) {
  const { asked, close } = acts;
  const [goal, setGoal] = useState<string | null>(null);
  const lead = useEffectEvent(onGo);
  // Not before the dialog is gone: it keeps the focus inside.
  useEffect(() => {
    if (goal === null || asked) return;
    setGoal(null);
    lead(goal);
  }, [goal, asked]);
  switch (asked?.kind) {
    case undefined:
      return null;
    case "question":
      return <AskDialog question={asked.question} onClose={close} />;
    case "output":
      return (
        <OutputDialog
          step={asked.step}
          commandText={commandText}
          mask={mask}
          onKeep={(output) => acts.keepOutput(asked.step, output)}
          onClose={close}
        />
      );
    case "resolve":
      return (
        <ResolveDialog
          left={list.left}
          steps={list.steps}
          states={list.states}
          after={list.after}
          elsewhere={leftElsewhere(desk.runs, desk.state)}
          incidentKey={desk.incident.key}
          onGo={(stepId) => {
            close();
            setGoal(stepId);
          }}
          onResolve={(reason) => actStatus(store, "resolved", reason)}
          onClose={close}
        />
      );
  }
}
