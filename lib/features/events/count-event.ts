import "server-only";
import { db } from "@/lib/db/client";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";

const stateOfKind: Partial<Record<IncidentEvent["kind"], string>> = {
  "step.checked": "done",
  "step.unchecked": "undone",
  "step.skipped": "skipped",
  "step.not-applicable": "not-applicable",
};

const kept = 1_000;
const begun = new Set<number>();

/** Counts an event that was just committed. What can go wrong here is logged and never reaches the person. */
export function countEvent(incidentNumber: number, event: IncidentEvent): void {
  if (event.kind === "command.copied") metrics().copies.inc({ outcome: "copied" });
  const state = stateOfKind[event.kind];
  if (state === undefined) return;
  metrics().stepEvents.inc({ state });
  if (state !== "undone" && !begun.has(incidentNumber)) {
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
      kind: { in: ["step.checked", "step.skipped", "step.not-applicable"] },
    },
  });
  if (earlier > 0) return;
  const { openedAt } = await db().incident.findUniqueOrThrow({
    where: { number: incidentNumber },
    select: { openedAt: true },
  });
  metrics().timeToFirstStep.observe(Math.max(0, (Date.parse(event.recordedAt) - openedAt.getTime()) / 1_000));
}
