"use client";

import { useEffect, useRef } from "react";
import type { BoardStore } from "./board-store";
import { isMeantBefore } from "./press";

type Options = { store: BoardStore; runId: string; currentId: string | null };

/**
 * The step that a press means which says "the current one" (a key, the bar of a phone): when somebody else has just
 * settled that and another one took its place, it is still the one before. To be asked at the press.
 */
export function useMeantStep({ store, runId, currentId }: Options): () => string | null {
  const moved = useRef<{ from: string | null; to: string | null; at: number }>({
    from: null,
    to: null,
    at: 0,
  });
  useEffect(() => {
    moved.current = { from: moved.current.to, to: currentId, at: Date.now() };
  }, [currentId]);
  return () => {
    const { from, to, at } = moved.current;
    if (from === null || to !== currentId) return currentId;
    return isMeantBefore({ movedAt: at, outside: store.outsideMark(runId, from), now: Date.now() })
      ? from
      : currentId;
  };
}
