"use client";

import { useSyncExternalStore } from "react";
import { measureOffset } from "./clock-offset";

const listeners = new Set<() => void>();
let now = 0;
let offset = 0;
let isMeasured = false;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now() + offset;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    now = Date.now() + offset;
    if (!isMeasured && navigator.onLine) void measure();
    timer = setInterval(tick, 1_000);
    // A phone that slept shows the right time at once, not a second later.
    document.addEventListener("visibilitychange", tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tick);
  };
}

/** Once a page: a clock does not go wrong while one looks at it. */
async function measure(): Promise<void> {
  isMeasured = true;
  offset = await measureOffset();
  if (offset !== 0) tick();
}

/** This second by the portal's clock, in milliseconds, the same for all who ask; null on the server and while the browser takes over. */
export function useNow(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => null,
  );
}
