"use client";

import { countWords } from "./count-words";
import { useNow } from "./use-now";

type CountdownProps = {
  endsAt: string /** What stands before and behind it. */;
  before?: string;
  after?: string;
};

/** What is left until a moment, and from then on how long it is over. For the eye: alarms are said in words elsewhere. */
export function Countdown({ endsAt, before = "", after = "" }: CountdownProps) {
  const now = useNow();
  const { text, isOver } = now === null ? { text: "–:––", isOver: false } : countWords(endsAt, now);
  return (
    <span className="countdown" role="timer" aria-live="off" data-over={isOver || undefined}>
      {isOver ? `${text} over` : `${before}${text}${after}`}
    </span>
  );
}
