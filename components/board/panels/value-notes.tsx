import type { ReactNode } from "react";
import type { BoardState } from "@/lib/domain/board-state";
import { EventTime } from "../event-time";

/** By variable: who gave a run its value, and when. */
export function valueNotesOf(values: BoardState["values"], runId: string): Record<string, ReactNode> {
  const start = `${runId}:`;
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, { value, by, at }]) =>
      key.startsWith(start) && value !== null
        ? [
            [
              key.slice(start.length),
              <span key={key} title={`Set by ${by}`}>
                {by.split(" ")[0]} <EventTime iso={at} />
              </span>,
            ],
          ]
        : [],
    ),
  );
}
