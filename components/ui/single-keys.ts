"use client";

import { useCallback, useSyncExternalStore } from "react";

const storageName = "single-keys";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys act at this moment. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(storageName) !== "off";
  } catch {
    return true;
  }
}

/** Whether single keys act, and the switch; remembered by the browser (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, singleKeysAreOn, () => true);
  const set = useCallback((next: boolean) => {
    try {
      localStorage.setItem(storageName, next ? "on" : "off");
    } catch {
      // Without a storage the choice cannot be kept.
    }
    for (const listener of listeners) listener();
  }, []);
  return [isOn, set];
}
