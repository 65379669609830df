import { useSyncExternalStore } from "react";

/** What this device holds, for the people who look at it. */
export type KeptState = {
  phase:
    | "unknown"
    /** Fetching. */
    | "keeping"
    | "kept"
    /** The portal did not answer the last time; what is kept stays. */
    | "behind"
    /** This browser can keep nothing here: plain http, a private window, or no service workers. */
    | "refused"
    /** The device has no room left. */
    | "full"
    /** Removed by the person; kept again when they say so. */
    | "removed";
  /** Runbooks that are here, of those that the person may read. */
  kept: number;
  total: number;
  /** Of those, left out to stay within the budget. */
  leftOut: number;
  bytes: number;
  /** ISO 8601; null while nothing was found complete yet. */
  checkedAt: string | null;
};

export const nothingKept: KeptState = {
  phase: "unknown",
  kept: 0,
  total: 0,
  leftOut: 0,
  bytes: 0,
  checkedAt: null,
};

const listeners = new Set<() => void>();
let current = nothingKept;

/** Says what is kept now; what is not given stays. */
export function tellKept(changes: Partial<KeptState>): void {
  current = { ...current, ...changes };
  for (const listener of listeners) listener();
}

export function useKeptState(): KeptState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
    () => nothingKept,
  );
}
