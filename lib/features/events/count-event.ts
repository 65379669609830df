import "server-only";
import { db } from "@/lib/db/client";
import { isMarkKind, isSettled, stateAfter } from "@/lib/domain/checklist";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";

const settling = Object.entries(stateAfter).flatMap(([kind, state]) => (isSettled(state) ? [kind] : []));

const kept = 1_000;
const begun = new Set<number>();

export type CountedIncident = { number: number; isDrill: boolean };

/**
 * Counts an event that was just committed; drills never count in real figures. What can go wrong here is logged and
 * never reaches the person.
 */
export function countEvent({ number: incidentNumber, isDrill }: CountedIncident, event: IncidentEvent): void {
  if (isDrill) return;
  if (event.kind === "command.copied") metrics().copies.inc({ outcome: "copied" });
  if (!isMarkKind(event.kind)) return;
  const state = stateAfter[event.kind];
  metrics().stepEvents.inc({ state: state === "open" ? "undone" : state });
  if (isSettled(state) && !begun.has(incidentNumber)) {
    observeFirstStep(incidentNumber, event).catch((error: unknown) =>
      log().warn({ err: error, incidentNumber }, "the time to the first step was not measured"),
    );
  }
}

/** Asks once an incident and process; of all processes, only the one that recorded the first step observes it. */
async function observeFirstStep(incidentNumber: number, event: IncidentEvent): Promise<void> {
  if (begun.size >= kept) begun.clear();
  begun.add(incidentNumber);
  const earlier = await db().event.count({
    where: {
      incident: { number: incidentNumber },
      seq: { lt: event.seq },
      kind: { in: settling },
    },
  });
  if (earlier > 0) return;
  const { openedAt } = await db().incident.findUniqueOrThrow({
    where: { number: incidentNumber },
    select: { openedAt: true },
  });
  metrics().timeToFirstStep.observe(Math.max(0, (Date.parse(event.recordedAt) - openedAt.getTime()) / 1_000));
}
