"use client";

import { useSyncExternalStore } from "react";
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

function dismiss(id: string): void {
  try {
    // A handful is enough: older ones are followed by newer ones.
    localStorage.setItem(storageName, [...readList().split(" "), id].slice(-50).join(" "));
  } catch {
    // Without a storage it comes again with the next reload.
  }
  for (const listener of listeners) listener();
}

/** What was handed over to me and I have not read; each browser remembers that by itself. */
export function useUnreadHandOver({ handOvers, person }: Pick<Desk, "handOvers" | "person">) {
  const read = useSyncExternalStore(subscribe, readList, () => null);
  const mine = handOvers.findLast(({ toId }) => toId === person.id);
  return !mine || read === null || read.split(" ").includes(mine.id) ? null : mine;
}

type HandOverCardProps = {
  desk: Desk;
  /** `page`: above the text, where the rail is a closed sheet. */
  place: "rail" | "page";
};

/** What was handed over to me, until I say that I have read it. */
export function HandOverCard({ desk, place }: HandOverCardProps) {
  const mine = useUnreadHandOver(desk);
  if (!mine) return null;
  return (
    <section className="hand-over" data-place={place} aria-label="Handed over to you">
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
