"use client";

import { useCallback, useMemo } from "react";
import type { BoardState } from "@/lib/domain/board-state";
import { isSettled, recordOf } from "@/lib/domain/checklist";
import type { BoardStore } from "./board-store";
import { useStepMarks } from "./current-mark";
import { useFocusKeeper } from "./focus-keeper";
import { lastMarkedBy, useReturn } from "./last-step";
import { stepKeys } from "./step-keys";
import { useStepSlots } from "./step-portals";
import type { BoardDocument, BoardIncident, BoardRights, Person } from "./types";
import { useBoardKeys } from "./use-board-keys";
import { useChecklist } from "./use-checklist";
import { useMeantStep } from "./use-meant-step";
import { useStepActs } from "./use-step-acts";

type Options = {
  incident: BoardIncident;
  doc: BoardDocument;
  shown: BoardState;
  store: BoardStore;
  person: Person;
  rights: BoardRights;
  areKeysOn: boolean;
};

/** The steps of the board in their document: states, acts, keys, and the way back to where somebody was. */
export function useBoardSteps({ incident, doc, shown, store, person, rights, areKeysOn }: Options) {
  const { runId } = doc;
  const { checklist } = shown;
  const list = useChecklist(doc, incident, shown, person.id);
  const { steps, states, current, isResolved } = list;
  const [slots, findSlots] = useStepSlots(steps);
  const isMine = (stepId: string) => recordOf(checklist, runId, stepId).marks.at(-1)?.actorId === person.id;
  const { expect, said } = useFocusKeeper({ steps, slots, states, current, isMine });
  const acts = useStepActs({ store, runId, meId: person.id, rights, list, checklist, onExpect: expect });

  const currentId = current && acts.canTick(current) ? current.id : null;
  const meantId = useMeantStep({ store, runId, currentId });
  const later = useMemo(
    () => new Set(isResolved ? [] : steps.flatMap(({ id, phase }) => (phase === "after" ? [id] : []))),
    [steps, isResolved],
  );
  useStepMarks(slots, states, later, currentId);

  const isOpen = useCallback((stepId: string) => !isSettled(states.get(stepId) ?? "open"), [states]);
  const away = useReturn({
    place: `${incident.key}:${runId}`,
    slots,
    currentId,
    isClaimed: current !== null && states.get(current.id) === "in-progress" && isMine(current.id),
    isOpen,
    hasBegun: steps.some(({ id }) => recordOf(checklist, runId, id).marks.length > 0),
  });
  useBoardKeys(
    areKeysOn,
    stepKeys({
      steps: steps.filter(({ id }) => !later.has(id)),
      slots,
      currentId,
      meantId,
      lastId: () =>
        lastMarkedBy(
          steps.filter(({ id }) => store.hasActedOn(runId, id)),
          store.ahead().checklist,
          { runId, personId: person.id },
        ),
      isOpen: (stepId) => states.get(stepId) === "open",
      onToggle: acts.toggle,
      onAct: acts.tryAct,
    }),
  );

  const commands = useMemo(() => new Map(doc.commands.map(({ id, text }) => [id, text])), [doc.commands]);
  return {
    list,
    slots,
    findSlots,
    acts,
    meantId,
    /** Steps whose time has not come. */
    later,
    /** The current step while it is out of view. */
    away,
    said,
    commandText: (commandId: string) => commands.get(commandId) ?? null,
  };
}

export type BoardSteps = ReturnType<typeof useBoardSteps>;
