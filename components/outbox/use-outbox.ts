"use client";

import { useSyncExternalStore } from "react";
import { browserOutbox } from "./browser-outbox";
import { emptyOutbox, type Outbox, type OutboxSnapshot } from "./outbox-types";

/** This browser's outbox and what it holds, while the page is shown to that person. */
export function useOutbox(personId: string): { outbox: Outbox; snapshot: OutboxSnapshot } {
  const outbox = browserOutbox(personId);
  const snapshot = useSyncExternalStore(outbox.subscribe, outbox.get, () => emptyOutbox);
  return { outbox, snapshot };
}
