"use client";

import { useEffect, useRef, useState } from "react";
import type { Announcement } from "@/components/ui/live-region";
import type { Clock } from "./clocks";

type Options = { clocks: readonly Clock[]; now: number | null; key: string; severity: string };

const words: Record<Clock["kind"], (label: string) => string> = {
  timer: (label) => `Timer ended: ${label}`,
  limit: (label) => `The time for ${label} is over`,
  escalation: (label) => `${label} now`,
  trigger: (label) => `It is time to escalate: ${label}`,
};

/**
 * Says what comes to its end while the board is open: to a screen reader, in the tab's title, and as a notification
 * when that was allowed. What had ended before the board was opened is shown and not said.
 */
export function useAlarm({ clocks, now, key, severity }: Options): Announcement | null {
  const [spoken, setSpoken] = useState<Announcement | null>(null);
  const running = useRef<ReadonlySet<string>>(new Set());
  const due = now === null ? [] : clocks.filter(({ endsAt }) => Date.parse(endsAt) <= now);

  useEffect(() => {
    if (now === null) return;
    const isDue = (clock: Clock) => Date.parse(clock.endsAt) <= now;
    const rung = clocks.filter((clock) => isDue(clock) && running.current.has(clock.key));
    running.current = new Set(clocks.flatMap((clock) => (isDue(clock) ? [] : [clock.key])));
    if (rung.length === 0) return;
    const text = rung.map(({ kind, label }) => words[kind](label)).join(". ");
    setSpoken((before) => ({ text, count: (before?.count ?? 0) + 1 }));
    void notify(text, key);
  }, [clocks, now, key]);

  const mark = due.length > 0 ? "(!) " : "";
  useEffect(() => {
    const base = document.title.replace(/^(?:\(!\) )?(?:SEV\d )?/, "");
    document.title = `${mark}${severity} ${base}`;
  }, [mark, severity]);
  return spoken;
}

/** A phone only shows what a service worker asks for; where there is none the page may do it. */
async function notify(text: string, key: string): Promise<void> {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  if (document.visibilityState === "visible" && document.hasFocus()) return;
  const options = { body: text, tag: `${key} ${text}` };
  try {
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker) await worker.showNotification(key, options);
    else new Notification(key, options);
  } catch {
    // The board says it all the same.
  }
}
