"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { pendingSignOut } from "@/components/shell/pending-sign-out";
import { type CopyState, type CopyStore, openCopyStore } from "./copy-store";
import { countCopy } from "./count-copy";
import { forgetCopy } from "./forget-copy";
import { nothingKept, tellKept } from "./kept-state";

/** What this browser holds; null when it holds nothing that this page can read. */
export type Copy = { store: CopyStore; state: CopyState } | null;

/** The browser's copy; undefined until it has been looked at. */
export function useCopy(): Copy | undefined {
  const [copy, setCopy] = useState<Copy>();
  useEffect(() => {
    let isGone = false;
    open().then(
      (found) => !isGone && setCopy(found),
      () => !isGone && setCopy(null),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return copy;
}

async function open(): Promise<Copy> {
  if (pendingSignOut() !== null) {
    await forgetCopy();
    tellKept({ ...nothingKept, phase: "removed" });
    return null;
  }
  const store = await openCopyStore();
  const state = await store.state();
  if (state) tellKept({ ...(await countCopy(store)), phase: "behind" });
  else tellKept({ phase: "removed" });
  return state ? { store, state } : null;
}

/** Something out of the copy; undefined while it is read, null when it is not there. */
export function useKept<T>(read: () => Promise<T | null | undefined>, key: string): T | null | undefined {
  const [found, setFound] = useState<{ key: string; value: T | null }>();
  const readNow = useEffectEvent(read);
  useEffect(() => {
    let isGone = false;
    readNow().then(
      (value) => !isGone && setFound({ key, value: value ?? null }),
      () => !isGone && setFound({ key, value: null }),
    );
    return () => {
      isGone = true;
    };
  }, [key]);
  return found?.key === key ? found.value : undefined;
}
