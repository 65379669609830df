"use client";

import { useSyncExternalStore } from "react";
import { formatAbsolute } from "@/components/ui/time";

const never = () => () => {};

/** False on the server and while the browser takes over; true after. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** "02:43", or "21 Nov 02:43" on another day than `now`. */
export function formatClock(iso: string, now: Date, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {};
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", ...zone });
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", ...zone });
  const date = new Date(iso);
  return day.format(date) === day.format(now)
    ? time.format(date)
    : `${day.format(date)} ${time.format(date)}`;
}

/** The time of an event on the reader's own clock; the exact moment in UTC on hover. */
export function EventTime({ iso }: { iso: string }) {
  const isInBrowser = useIsInBrowser();
  return (
    <time dateTime={iso} title={formatAbsolute(iso)} suppressHydrationWarning>
      {formatClock(iso, new Date(), isInBrowser ? undefined : "UTC")}
    </time>
  );
}
