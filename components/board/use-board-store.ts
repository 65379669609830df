"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { BoardState } from "@/lib/domain/board-state";
import { type BoardSnapshot, type BoardStore, createBoardStore } from "./board-store";
import { followEvents, type Link } from "./follow-events";
import { sendEvent } from "./send-event";
import type { Person } from "./types";

type Live = { store: BoardStore; snapshot: BoardSnapshot; link: Link };

/** The store of an open board, fed by its stream. Leaving the page with something unsaved asks first. */
export function useBoardStore(incidentKey: string, initial: BoardState, person: Person): Live {
  const [store] = useState(() =>
    createBoardStore({ initial, person, send: (input) => sendEvent(incidentKey, input) }),
  );
  const [link, setLink] = useState<Link>("connecting");
  const snapshot = useSyncExternalStore(store.subscribe, store.get, store.get);

  // The place where this store began; a later render of the page may be further than what the store has heard.
  const [after] = useState(initial.seq);
  useEffect(
    () => followEvents({ incidentKey, after, onEvents: store.receive, onLink: setLink }),
    [incidentKey, after, store],
  );

  const hasUnsaved = snapshot.unsaved.length > 0;
  useEffect(() => {
    if (!hasUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasUnsaved]);

  return { store, snapshot, link };
}
