"use client";

import { useEffect, useEffectEvent } from "react";
import type { BoardState } from "@/lib/domain/board-state";
import type { BoardProps } from "./board";

/** A burst of events is written once. */
const pauseMs = 2_000;

/** Keeps this browser's copy of an open board where the board is, for the moment when the network goes. */
export function useBoardCopy(board: BoardProps, told: BoardState): void {
  const keep = useEffectEvent(async () => {
    // Nothing at all is done where the portal keeps no copies.
    if (!navigator.serviceWorker?.controller) return;
    const { keepBoard } = await import("@/components/offline/keep-board");
    await keepBoard(board, told);
  });
  const { seq } = told;
  useEffect(() => {
    // Runs anew for each event that arrives.
    if (seq === 0) return;
    const timer = setTimeout(() => void keep().catch(() => {}), pauseMs);
    return () => clearTimeout(timer);
  }, [seq]);
}
