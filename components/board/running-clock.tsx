"use client";

import { useEffect, useState } from "react";

/** "14:32" since a moment, "2:14:32" after an hour, "3 d 02:14" after a day. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (part: number) => String(part).padStart(2, "0");
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${two(hours)}:${two(minutes)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

type RunningClockProps = { since: string /** It stands still from then on. */; until: string | null };

/** How long the incident has been going on. */
export function RunningClock({ since, until }: RunningClockProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  const end = until ? Date.parse(until) : now;
  return (
    <span
      className="clock"
      role="timer"
      aria-label={until ? "Took" : "Going on for"}
      title={`since ${since.slice(0, 16).replace("T", " ")} UTC`}
      suppressHydrationWarning
    >
      <span className="clock-word">{until ? "took " : "for "}</span>
      {formatDuration(end - Date.parse(since))}
    </span>
  );
}
