"use client";

import { useEffect, useState } from "react";

export type Announcement = {
  text: string /** Grows, so that the same words twice are said twice. */;
  count: number;
};

/** Says `announcement.text` to a screen reader once the reader is free. Nothing is shown. */
export function LiveRegion({ announcement }: { announcement: Announcement | null }) {
  return (
    <p className="sr-only" aria-live="polite" role="status">
      {announcement ? announcement.text + (announcement.count % 2 ? "\u00a0" : "") : ""}
    </p>
  );
}

/** A message at the lower edge that goes by itself after `seconds`; also said to a screen reader. */
export function Toast({ text, seconds = 5, onGone }: { text: string; seconds?: number; onGone: () => void }) {
  const [isShown, setIsShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsShown(false);
      onGone();
    }, seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds, onGone]);
  return (
    <div className="toasts" role="status">
      {isShown ? <p className="toast">{text}</p> : null}
    </div>
  );
}
