"use client";

import { useState } from "react";
import type { Checklist } from "@/lib/domain/checklist";
import { recordOf } from "@/lib/domain/checklist";
import type { IncidentStatus } from "@/lib/domain/incident-status";
import type { Question } from "./ask-dialog";
import type { BoardStore } from "./board-store";
import { askAct, askAddedStep, askIncidentNote, askStatus } from "./questions";
import { offersOf, type StepAct } from "./step-offers";
import type { BoardRights, BoardStep } from "./types";
import type { BoardChecklist } from "./use-checklist";

/** A dialog of the board that is open. */
export type Asked =
  | { kind: "question"; question: Question }
  | { kind: "output"; step: BoardStep }
  | { kind: "resolve" };

type Options = {
  store: BoardStore;
  runId: string;
  meId: string;
  rights: BoardRights;
  list: BoardChecklist;
  checklist: Checklist;
  /** Called with the step before something is done with it by a button. */
  onExpect: (stepId: string) => void;
};

/** What this person can do on the board, and the dialogs that ask before. */
export function useStepActs({ store, runId, meId, rights, list, checklist, onExpect }: Options) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { steps, states, instead, current, isResolved } = list;
  const { canAppend } = rights;
  const ask = (question: Question) => setAsked({ kind: "question", question });
  /** A resolved incident has only its steps for afterwards left to tick. */
  const canTick = (step: BoardStep) => canAppend && (!isResolved || step.phase === "after");
  const find = (stepId: string) => steps.find(({ id }) => id === stepId);
  const isMine = ({ id }: BoardStep) =>
    states.get(id) === "in-progress" && recordOf(checklist, runId, id).marks.at(-1)?.actorId === meId;

  const offers = (step: BoardStep) =>
    offersOf({
      step,
      state: states.get(step.id) ?? "open",
      isCurrent: step === current,
      isMine: isMine(step),
      isPassedOver: instead.has(step.id),
      canTick: canTick(step),
      canAppend,
      canAdd: canAppend && !isResolved,
    });

  const run = (step: BoardStep, act: StepAct) => {
    const say = (kind: PlainKind) => store.act({ kind, runId, stepId: step.id, data: {} });
    onExpect(step.id);
    const question = askAct(act, { store, runId, step });
    if (question) ask(question);
    else if (act === "output") setAsked({ kind: "output", step });
    else if (act === "add") ask(askAddedStep({ store, runId, after: step }));
    else if (isPlain(act)) say(plainKinds[act]);
  };

  /** As a key or a bar does it: the first that is offered. Gives whether one was. */
  const tryAct = (stepId: string, ...acts: StepAct[]): boolean => {
    const step = find(stepId);
    if (!step) return false;
    const { buttons, menu } = offers(step);
    const act = acts.find((one) => buttons.includes(one) || menu.includes(one));
    if (act) run(step, act);
    return act !== undefined;
  };
  const toggle = (stepId: string) => {
    const step = find(stepId);
    if (!step || !canTick(step)) return;
    const isDone = states.get(stepId) === "done";
    store.act({ kind: isDone ? "step.unchecked" : "step.checked", runId, stepId, data: {} });
  };

  return {
    asked,
    close: () => setAsked(null),
    canTick,
    offers,
    run,
    tryAct,
    toggle,
    /** Marks it as failed without a word: the output beside it says why. */
    fail: (step: BoardStep) => {
      onExpect(step.id);
      store.act({ kind: "step.failed", runId, stepId: step.id, data: {} });
    },
    keepOutput: (step: BoardStep, output: { text: string; commandId: string | null }) =>
      store.act({ kind: "step.output-pasted", runId, stepId: step.id, data: output }),
    addAtEnd: canAppend && !isResolved ? () => ask(askAddedStep({ store, runId, after: null })) : null,
    noteIncident: canAppend ? () => ask(askIncidentNote(store)) : null,
    askStatus: rights.canChangeStatus
      ? (to: IncidentStatus) =>
          to === "resolved" ? setAsked({ kind: "resolve" }) : ask(askStatus(store, to))
      : null,
  };
}

export type StepActs = ReturnType<typeof useStepActs>;

const plainKinds = {
  done: "step.checked",
  use: "step.chosen",
  claim: "step.claimed",
  release: "step.unchecked",
  undo: "step.unchecked",
  remove: "step.removed",
} as const satisfies Partial<Record<StepAct, string>>;
type PlainKind = (typeof plainKinds)[keyof typeof plainKinds];

function isPlain(act: StepAct): act is keyof typeof plainKinds {
  return Object.hasOwn(plainKinds, act);
}
