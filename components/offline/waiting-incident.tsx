"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { Board } from "@/components/board/board";
import { askSeldomer } from "./ask-seldomer";
import type { CopyStore } from "./copy-store";
import { Looking } from "./offline-pages";
import { useCopy, useKept } from "./use-copy";

type WaitingIncidentProps = {
  id: string;
  personId: string;
  /** For a device that does not know it. */
  children: ReactNode;
};

/**
 * An incident that is not in the record yet. The device that started it shows its board meanwhile; the page asks the
 * portal again by itself, which leads to the incident's own address once it has arrived.
 */
export function WaitingIncident({ id, personId, children }: WaitingIncidentProps) {
  const router = useRouter();
  const copy = useCopy();
  useEffect(() => askSeldomer(() => router.refresh()), [router]);
  if (copy === undefined) return <Looking />;
  if (copy?.state.person.id !== personId) return children;
  return (
    <WaitingBoard id={id} store={copy.store}>
      {children}
    </WaitingBoard>
  );
}

function WaitingBoard({ id, store, children }: { id: string; store: CopyStore; children: ReactNode }) {
  const kept = useKept(() => store.boards(id), id);
  if (kept === undefined) return <Looking />;
  const board = kept?.boards[0];
  return board ? <Board {...board} stale={{ asOf: kept.keptAt }} /> : children;
}
