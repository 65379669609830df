"use client";

import { useRef, useState } from "react";
import type { Announcement } from "@/components/ui/live-region";
import { type Checklist, recordOf, type StepState, stateAfter } from "@/lib/domain/checklist";
import type { IncidentStatus } from "@/lib/domain/incident-status";
import { passedOver, statesOf } from "@/lib/domain/step-states";
import type { Question } from "./ask-dialog";
import type { BoardStore } from "./board-store";
import { overtakenWords, readPress } from "./press";
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

/** What the record says of the steps, at one moment. */
type Known = Pick<BoardChecklist, "states" | "instead"> & { isMine: (stepId: string) => boolean };

/** What this person can do on the board, and the dialogs that ask before. */
export function useStepActs({ store, runId, meId, rights, list, checklist, onExpect }: Options) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [overtaken, setOvertaken] = useState<Announcement | null>(null);
  const pressedAt = useRef(new Map<string, number>());
  const { steps, states, current, isResolved } = list;
  const { canAppend } = rights;
  const ask = (question: Question) => setAsked({ kind: "question", question });
  /** A resolved incident has only its steps for afterwards left to tick. */
  const canTick = (step: BoardStep) => canAppend && (!isResolved || step.phase === "after");
  const find = (stepId: string) => steps.find(({ id }) => id === stepId);
  const isMineIn = (known: Checklist) => (id: string) =>
    recordOf(known, runId, id).marks.at(-1)?.actorId === meId;
  const rendered: Known = { states, instead: list.instead, isMine: isMineIn(checklist) };
  /** What is shown may be a moment old: acts on their way into the outbox count too. */
  const readAhead = (): Known => {
    const next = store.ahead().checklist;
    return {
      states: statesOf(steps, next, runId),
      instead: passedOver(steps, next, runId),
      isMine: isMineIn(next),
    };
  };

  const offersFrom = (step: BoardStep, now: Known) => {
    const state = now.states.get(step.id) ?? "open";
    return offersOf({
      step,
      state,
      isCurrent: step === current,
      isMine: state === "in-progress" && now.isMine(step.id),
      isPassedOver: now.instead.has(step.id),
      canTick: canTick(step),
      canAppend,
      canAdd: canAppend && !isResolved,
    });
  };
  const offers = (step: BoardStep) => offersFrom(step, rendered);

  /** Says it, unless it is said already or somebody else was a moment faster. */
  const say = (step: BoardStep, kind: PlainKind, isPress: boolean, isSpelledOut = false) => {
    const { id } = step;
    if (kind !== "step.removed") {
      const ahead = readAhead();
      // A control with a name says what is wished; a box and a key mean the state that was seen.
      const outside = isSpelledOut ? null : store.outsideMark(runId, id);
      const now = Date.now();
      const to: StepState = stateAfter[kind];
      const meant = readPress({
        to,
        ahead: ahead.states.get(id) ?? "open",
        isMine: ahead.isMine(id),
        outside,
        pressedAt: isPress ? (pressedAt.current.get(id) ?? null) : null,
        now,
      });
      if (meant === "overtaken" && outside) {
        setOvertaken((before) => ({ text: overtakenWords(outside), count: (before?.count ?? 0) + 1 }));
      }
      if (meant !== "act") return;
      pressedAt.current.set(id, now);
    }
    store.act({ kind, runId, stepId: id, data: {} });
  };

  const perform = (step: BoardStep, act: StepAct, isPress: boolean) => {
    onExpect(step.id);
    if (isPlain(act)) {
      say(step, plainKinds[act], isPress, isPress);
      return;
    }
    const question = askAct(act, { store, runId, step });
    if (question) ask(question);
    else if (act === "output") setAsked({ kind: "output", step });
    else if (act === "add") ask(askAddedStep({ store, runId, after: step }));
  };
  const run = (step: BoardStep, act: StepAct) => perform(step, act, true);

  /** As a key or a bar does it: the first that is offered. Gives whether one was. */
  const tryAct = (stepId: string, ...acts: StepAct[]): boolean => {
    const step = find(stepId);
    if (!step) return false;
    const { buttons, menu } = offersFrom(step, readAhead());
    const act = acts.find((one) => buttons.includes(one) || menu.includes(one));
    if (act) perform(step, act, false);
    return act !== undefined;
  };
  /** What is shown says what is wished: a press on an open box ticks it, whatever has happened since. */
  const toggle = (stepId: string) => {
    const step = find(stepId);
    if (!step || !canTick(step)) return;
    say(step, states.get(stepId) === "done" ? "step.unchecked" : "step.checked", true);
  };

  return {
    asked,
    /** Why a press did nothing, for a screen reader: somebody else was faster. */
    overtaken,
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
