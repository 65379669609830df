"use client";

import { useSyncExternalStore } from "react";
import { formatAbsolute } from "@/components/ui/time";
import { formatClock } from "./format-clock";

const never = () => () => {};

/** False on the server and while the browser takes over; true after. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
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
