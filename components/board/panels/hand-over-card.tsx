"use client";

import { useCallback, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { EventTime } from "../event-time";
import type { Desk } from "./use-desk";

const storageName = "hand-overs-read";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readList(): string {
  try {
    return localStorage.getItem(storageName) ?? "";
  } catch {
    return "";
  }
}

/** What was handed over to me, until I have read it; each browser remembers that by itself. */
export function HandOverCard({ desk }: { desk: Desk }) {
  const read = useSyncExternalStore(subscribe, readList, () => null);
  const dismiss = useCallback((id: string) => {
    try {
      // A handful is enough: older ones are followed by newer ones.
      localStorage.setItem(storageName, [...readList().split(" "), id].slice(-50).join(" "));
    } catch {
      // Without a storage it comes again with the next reload.
    }
    for (const listener of listeners) listener();
  }, []);
  const mine = desk.handOvers.findLast(({ toId }) => toId === desk.person.id);
  if (!mine || read === null || read.split(" ").includes(mine.id)) return null;
  return (
    <section className="hand-over" aria-label="Handed over to you">
      <h2>
        {mine.by} made you {mine.role} · <EventTime iso={mine.at} />
      </h2>
      <pre>{mine.summary}</pre>
      <Button size="small" variant="strong" onClick={() => dismiss(mine.id)}>
        I have read it
      </Button>
    </section>
  );
}
