import { useEffect, useEffectEvent, useState } from "react";
import { whenIdle } from "@/components/ui/when-idle";

type Dialogs = typeof import("./copy-dialog");

let coming: Promise<Dialogs> | null = null;

/** A failure is not kept: the next to ask tries again. */
function load(): Promise<Dialogs> {
  coming ??= import("./copy-dialog").catch((error: unknown) => {
    coming = null;
    throw error;
  });
  return coming;
}

/**
 * The copy dialogs bring Radix along, so they come once the page has nothing else to do. Whoever needs them before
 * waits; when they cannot be had the caller says so, and the document stays.
 */
export function useLateDialogs(isAsked: boolean, onFailed: () => void): Dialogs | null {
  const [dialogs, setDialogs] = useState<Dialogs | null>(null);
  const fail = useEffectEvent(onFailed);

  useEffect(() => whenIdle(() => void load().catch(() => {})), []);
  useEffect(() => {
    if (!isAsked || dialogs) return;
    let isGone = false;
    load().then(
      (loaded) => !isGone && setDialogs(loaded),
      () => !isGone && fail(),
    );
    return () => {
      isGone = true;
    };
  }, [isAsked, dialogs]);
  return dialogs;
}
