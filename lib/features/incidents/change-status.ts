import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { db, type Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import {
  type IncidentStatus,
  incidentStatuses,
  needsReason,
  refuseStatusChange,
} from "@/lib/domain/incident-status";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";
import { appendEvent, type LockedIncident } from "@/lib/events/append-event";
import { toIncidentEvent } from "@/lib/events/event-row";
import { idIsTaken, withIncident } from "@/lib/events/with-incident";
import { countSettledSteps, countSteps } from "./count-steps";

export const changeStatusSchema = z.strictObject({
  /** Id of the event, made by the browser. */
  id: z.uuid().transform((id) => id.toLowerCase()),
  to: z.enum(incidentStatuses),
  reason: z
    .string()
    .trim()
    .min(1, "Say why")
    .max(2_000, "Keep it under 2,000 characters")
    .refine(isStorable, "A character in it cannot be stored")
    .nullable(),
});

export type ChangeStatusInput = z.infer<typeof changeStatusSchema>;

/**
 * Moves an incident on, or back to open. Resolving with open steps and opening again need a reason; how many were
 * open is counted here and kept in the event.
 */
export async function changeStatus(
  actor: Actor,
  incidentNumber: number,
  input: ChangeStatusInput,
): Promise<{ event: IncidentEvent }> {
  const runs = await db().run.findMany({
    where: { incident: { number: incidentNumber } },
    select: { revisionId: true },
  });
  const totals = await countSteps(runs.map((run) => run.revisionId));
  const total = runs.reduce((sum, run) => sum + (totals.get(run.revisionId) ?? 0), 0);
  const event = await withIncident(incidentNumber, (tx, incident) =>
    change(tx, incident, actor, input, total),
  );
  return { event };
}

async function change(
  tx: Tx,
  incident: LockedIncident,
  actor: Actor,
  { id, to, reason }: ChangeStatusInput,
  total: number,
): Promise<IncidentEvent> {
  const known = await tx.event.findUnique({ where: { id } });
  if (known) {
    const event = toIncidentEvent(known);
    const isSame =
      known.incidentId === incident.id &&
      known.actorId === actor.id &&
      event.kind === "status.changed" &&
      event.data.to === to &&
      (event.data.reason ?? null) === reason;
    if (!isSame) throw idIsTaken();
    return event;
  }
  assertCan(actor, "incident.change-status");

  const from = incident.status;
  const settled = (await countSettledSteps(tx, [incident.id])).get(incident.id) ?? 0;
  const openSteps = Math.max(0, total - settled);
  const refusal = refuseStatusChange({ from, to, openSteps, reason });
  if (refusal) {
    const isReasonMissing = needsReason({ from, to, openSteps }) && !reason && from !== to;
    throw new AppError(isReasonMissing ? "invalid" : "conflict", refusal, {
      details: { openSteps, currentStatus: from },
      fields: isReasonMissing ? { reason: refusal } : {},
    });
  }
  const now = new Date();
  const event = await appendEvent(tx, incident, {
    id,
    kind: "status.changed",
    runId: null,
    stepId: null,
    data: {
      from,
      to,
      ...(reason ? { reason } : {}),
      ...(to === "resolved" ? { openSteps } : {}),
    },
    occurredAt: now,
    actor,
  });
  await tx.incident.update({
    where: { id: incident.id },
    data: { status: to, ...timesAt(to, now) },
  });
  return event;
}

/** What the row keeps of the way here; the events have all of it. */
function timesAt(to: IncidentStatus, now: Date) {
  if (to === "open") return { mitigatedAt: null, resolvedAt: null };
  return to === "mitigated" ? { mitigatedAt: now, resolvedAt: null } : { resolvedAt: now };
}
