"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { browserOutbox } from "@/components/outbox/browser-outbox";
import type { BoardState } from "@/lib/domain/board-state";
import { type BoardSnapshot, type BoardStore, createBoardStore } from "./board-store";
import { followEvents, type Link } from "./follow-events";
import type { BoardDocument, BoardIncident, Person } from "./types";

type Live = { store: BoardStore; snapshot: BoardSnapshot; link: Link };
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
  const [link, setLink] = useState<Link>("connecting");
  const snapshot = useSyncExternalStore(store.subscribe, store.get, store.get);
  useEffect(() => store.listen(), [store]);

  // The place where this store began; a later render of the page may be further than what the store has heard.
  const [after] = useState(initial.seq);
  const incidentKey = incident.key;
  useEffect(
    () => followEvents({ incidentKey, after, onEvents: store.receive, onLink: setLink }),
    [incidentKey, after, store],
  );

  // The portal is reached again: what waits need not wait longer.
  useEffect(() => {
    if (link === "live") browserOutbox(person.id).wake();
  }, [link, person.id]);

  // Only what the device could not store is lost with the tab.
  const isAtRisk = snapshot.unsaved.some((item) => item.state === "not-kept");
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAtRisk]);

  return { store, snapshot, link };
}
