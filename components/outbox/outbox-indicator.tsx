"use client";

import { type ComponentType, useEffect, useState } from "react";
import { whenIdle } from "@/components/ui/when-idle";

type Status = ComponentType<{ personId: string }>;

const patienceMs = 3_000;

/**
 * Starts this browser's outbox on every page, so that what waits is sent wherever its person is, and shows what it
 * holds. Reading a runbook must not wait for it: its code comes when the page has nothing else to do.
 */
export function OutboxIndicator({ personId }: { personId: string }) {
  const [Shown, setShown] = useState<Status | null>(null);
  useEffect(() => {
    let isGone = false;
    const load = () =>
      import("./outbox-status").then(
        (module) => isGone || setShown(() => module.OutboxStatus),
        // Without a network the code may not come; it is asked for again when there is one.
        () => isGone || window.addEventListener("online", load, { once: true }),
      );
    const forget = whenIdle(load, patienceMs);
    return () => {
      isGone = true;
      forget();
      window.removeEventListener("online", load);
    };
  }, []);
  return Shown ? <Shown personId={personId} /> : null;
}
