"use client";

import { TriangleAlert } from "lucide-react";
import { useSyncExternalStore } from "react";
import { formatAbsolute } from "@/components/ui/time";
import { sayClock } from "@/lib/domain/review-words";
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

type EventTimeProps = {
  iso: string;
  /** How far the clock of the device was off, in milliseconds; 0 when that does not matter. */
  skew?: number;
};

/**
 * The time of an event on the reader's own clock; the exact moment in UTC on hover. A device whose clock was wrong
 * leaves a small mark: the time shown is the portal's.
 */
export function EventTime({ iso, skew = 0 }: EventTimeProps) {
  const isInBrowser = useIsInBrowser();
  const clock = skew === 0 ? null : `device clock ${sayClock(skew)}`;
  return (
    <time
      dateTime={iso}
      title={clock ? `${formatAbsolute(iso)} (${clock})` : formatAbsolute(iso)}
      suppressHydrationWarning
    >
      {formatClock(iso, new Date(), isInBrowser ? undefined : "UTC")}
      {clock ? (
        <span className="skew">
          <TriangleAlert size={11} aria-hidden />
          <span className="sr-only"> ({clock})</span>
        </span>
      ) : null}
    </time>
  );
}
