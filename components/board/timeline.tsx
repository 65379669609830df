"use client";

import { WaitingMark } from "@/components/outbox/waiting-mark";
import { readClock } from "@/lib/domain/event-clock";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { isLaidOver } from "./board-store";
import { EventTime } from "./event-time";
import { eventWords } from "./event-words";

type TimelineProps = { events: readonly IncidentEvent[]; stepText: (stepId: string | null) => string };

/** The newest events in words, the newest first. */
export function Timeline({ events, stepText }: TimelineProps) {
  return (
    <ol className="line" aria-label="Latest events">
      {events.toReversed().map((event) => (
        <li key={event.id} data-kind={event.kind}>
          <HappenedAt event={event} />
          <p>
            <b>{event.actorName}</b> {eventWords(event, { stepText })}{" "}
            {isLaidOver(event) ? <WaitingMark text="Not yet in the record" /> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

function HappenedAt({ event }: { event: IncidentEvent }) {
  const { at, skew } = readClock(event);
  return <EventTime iso={at} skew={skew} />;
}
