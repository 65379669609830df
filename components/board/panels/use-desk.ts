"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { BoardState } from "@/lib/domain/board-state";
import { causesOf } from "@/lib/domain/facts/causes";
import { escalationsOf } from "@/lib/domain/facts/escalations";
import { handOversOf } from "@/lib/domain/facts/hand-overs";
import { linksOf } from "@/lib/domain/facts/links";
import { mergesOf } from "@/lib/domain/facts/merges";
import { rolesOf } from "@/lib/domain/facts/roles";
import { severityNow } from "@/lib/domain/facts/severity";
import { timersOf } from "@/lib/domain/facts/timers";
import type { BoardStore } from "../board-store";
import type { BoardDocument, BoardIncident, BoardRights, Person } from "../types";
import { begunAtOf } from "./begun-at";
import { closePopovers } from "./close-popovers";
import { deskRuns } from "./desk-runs";
import type { DeskQuestion, OtherRun } from "./desk-types";

type Options = {
  incident: BoardIncident;
  document: Pick<BoardDocument, "runId" | "slug" | "title" | "steps" | "aids">;
  otherRuns: readonly OtherRun[];
  state: BoardState;
  store: BoardStore;
  person: Person;
  rights: BoardRights;
};

/** All that the panels of a board read, and the way to act: what surrounds the checklist of an incident. */
export type Desk = ReturnType<typeof useDesk>;

export function useDesk({ incident, document: doc, otherRuns, state, store, person, rights }: Options) {
  const router = useRouter();
  const [question, setQuestion] = useState<DeskQuestion | null>(null);
  const { facts, checklist } = state;
  const folded = useMemo(
    () => ({
      timers: timersOf(facts),
      roles: rolesOf(facts),
      handOvers: handOversOf(facts),
      called: escalationsOf(facts),
      links: linksOf(facts),
      causes: causesOf(facts),
      merges: mergesOf(facts),
    }),
    [facts],
  );
  const isResolved = state.status.value === "resolved";
  const runs = useMemo(
    () => deskRuns({ shown: { ...doc, id: doc.runId }, others: otherRuns, facts, checklist, isResolved }),
    [doc, otherRuns, facts, checklist, isResolved],
  );
  const begunAt = useMemo(() => begunAtOf(checklist, facts), [checklist, facts]);
  const ask = useCallback((next: DeskQuestion) => {
    closePopovers();
    setQuestion(next);
  }, []);

  // A runbook that somebody else opened here: its steps are not known yet.
  const unknown = runs.find((run) => run.total === null)?.id;
  useEffect(() => {
    if (unknown !== undefined) router.refresh();
  }, [router, unknown]);

  return {
    ...folded,
    incident,
    doc,
    runs,
    state,
    person,
    begunAt,
    severity: severityNow(facts, incident.severity),
    status: state.status.value,
    /** Whether this person may write into the record. */
    canAppend: rights.canAppend,
    canMerge: rights.canChangeStatus && !isResolved,
    /** Whether the checklist is open, for them. */
    canAct: rights.canAppend && !isResolved,
    act: store.act,
    /** With what is on its way into the outbox. */
    ahead: store.ahead,
    question,
    ask,
    close: useCallback(() => setQuestion(null), []),
  };
}
