"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { browserOutbox } from "@/components/outbox/browser-outbox";
import type { BoardState } from "@/lib/domain/board-state";
import { boardStepsOf, stepTexts } from "./board-steps";
import { type BoardSnapshot, type BoardStore, createBoardStore } from "./board-store";
import type { LinkStatus } from "./link-state";
import type { BoardDocument, BoardIncident, Person } from "./types";
import { type Followed, useFollow } from "./use-follow";

export type Live = { store: BoardStore; snapshot: BoardSnapshot } & Followed;
type Options = { incident: BoardIncident; document: BoardDocument; initial: BoardState; person: Person };

/** The store of an open board, fed by its stream and by this browser's outbox. */
export function useBoardStore({ incident, document: doc, initial, person }: Options): Live {
  const texts = useRef<ReadonlyMap<string, string>>(new Map());
  const [store] = useState(() =>
    createBoardStore({
      initial,
      person,
      incident,
      outbox: () => browserOutbox(person.id),
      stepText: (stepId) => texts.current.get(stepId) ?? null,
    }),
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.get, store.get);
  const { facts } = snapshot.shown;
  const steps = useMemo(() => boardStepsOf(doc.steps, facts, doc.runId), [doc.steps, doc.runId, facts]);
  useEffect(() => {
    texts.current = stepTexts(doc.steps, facts);
  }, [doc.steps, facts]);
  useEffect(() => store.listen(), [store]);

  const followed = useFollow({
    incidentKey: incident.key,
    after: initial.seq,
    meId: person.id,
    steps,
    onEvents: store.receive,
  });
  const isLive = followed.link.state === "live";

  // The portal is reached again: what waits need not wait longer.
  useEffect(() => {
    if (isLive) browserOutbox(person.id).wake();
  }, [isLive, person.id]);

  // A stream that is open already outlives the session for a while; what is sent does not.
  const isSignedOut = useSyncExternalStore(
    useCallback((listener: () => void) => browserOutbox(person.id).subscribe(listener), [person.id]),
    () => browserOutbox(person.id).get().needsSignIn,
    () => false,
  );
  const link: LinkStatus = isSignedOut ? { ...followed.link, state: "signed-out" } : followed.link;

  return { store, snapshot, ...followed, link };
}
