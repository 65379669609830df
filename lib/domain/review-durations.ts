import { isMarkKind, isSettled, stateAfter } from "./checklist";
import { readClock } from "./event-clock";
import type { IncidentEvent } from "./incident-event";
import type { IncidentStatus } from "./incident-status";

/** Milliseconds since the incident was opened; null when it did not come to that. */
export type Durations = { toFirstStep: number | null; toMitigated: number | null; toResolved: number | null };

const isSettling = ({ kind }: IncidentEvent) => isMarkKind(kind) && isSettled(stateAfter[kind]);

/** Opening an incident again takes back when it was mitigated and resolved, as the incident's own row does. */
export function foldDurations(
  events: readonly IncidentEvent[],
  openedAt: string,
): { status: IncidentStatus; durations: Durations } {
  const since = (event: IncidentEvent) => Math.max(0, Date.parse(readClock(event).at) - Date.parse(openedAt));
  const first = events.find(isSettling);
  const durations: Durations = {
    toFirstStep: first ? since(first) : null,
    toMitigated: null,
    toResolved: null,
  };
  let status: IncidentStatus = "open";
  for (const event of events) {
    if (event.kind !== "status.changed") continue;
    status = event.data.to;
    if (status === "mitigated") durations.toMitigated = since(event);
    if (status === "resolved") durations.toResolved = since(event);
    if (status === "open") Object.assign(durations, { toMitigated: null, toResolved: null });
  }
  return { status, durations };
}
