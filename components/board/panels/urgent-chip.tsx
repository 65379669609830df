"use client";

import { AlarmClock } from "lucide-react";
import type { StepStates } from "@/lib/domain/step-states";
import { clocksOf } from "./clocks";
import { countWords } from "./count-words";
import type { Desk } from "./use-desk";
import { useNow } from "./use-now";

type UrgentChipProps = { desk: Desk; states: StepStates };

/** The clock that ends next, or is over, in the band: what must not be forgotten while one reads below. */
export function UrgentChip({ desk, states }: UrgentChipProps) {
  const now = useNow();
  if (now === null) return null;
  const clocks = clocksOf(desk, states, now);
  const [first, ...others] = clocks;
  if (!first) return null;
  const { text, isOver } = countWords(first.endsAt, now);
  return (
    <span className="urgent" data-over={isOver || undefined} title={first.label}>
      <AlarmClock size={14} aria-hidden />
      <span className="urgent-label">{first.name}</span>
      <span>
        <span className="urgent-words">{isOver ? "due " : "in "}</span>
        <span className="countdown">{text}</span>
        {isOver ? <span className="urgent-words"> ago</span> : null}
      </span>
      {others.length > 0 ? (
        <span className="urgent-more" title={others.map(({ label }) => label).join("\n")}>
          +{others.length}
        </span>
      ) : null}
    </span>
  );
}
