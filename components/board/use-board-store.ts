"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { browserOutbox } from "@/components/outbox/browser-outbox";
import type { BoardState } from "@/lib/domain/board-state";
import { type BoardSnapshot, type BoardStore, createBoardStore } from "./board-store";
import type { BoardDocument, BoardIncident, Person } from "./types";
import { type Followed, useFollow } from "./use-follow";

type Live = { store: BoardStore; snapshot: BoardSnapshot } & Followed;
type Options = { incident: BoardIncident; document: BoardDocument; initial: BoardState; person: Person };

/** The store of an open board, fed by its stream and by this browser's outbox. */
export function useBoardStore({ incident, document: doc, initial, person }: Options): Live {
  const [store] = useState(() =>
    createBoardStore({
      initial,
      person,
      incident,
      outbox: () => browserOutbox(person.id),
      stepText: (stepId) => doc.steps.find((step) => step.id === stepId)?.text ?? null,
    }),
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.get, store.get);
  useEffect(() => store.listen(), [store]);

  const followed = useFollow({
    incidentKey: incident.key,
    after: initial.seq,
    meId: person.id,
    steps: doc.steps,
    onEvents: store.receive,
  });
  const isLive = followed.link.state === "live";

  // The portal is reached again: what waits need not wait longer.
  useEffect(() => {
    if (isLive) browserOutbox(person.id).wake();
  }, [isLive, person.id]);

  // Only what the device could not store is lost with the tab.
  const isAtRisk = snapshot.unsaved.some((item) => item.state === "not-kept");
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAtRisk]);

  return { store, snapshot, ...followed };
}
