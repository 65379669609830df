import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import type { IncidentRef } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";
import { toIncidentEvent } from "@/lib/events/event-row";

export const eventPageLimit = 500;

export type EventPage = {
  incidentId: string;
  events: IncidentEvent[];
  lastSeq: number;
};

/** The events after `after` in their order, at most `limit`; `lastSeq` says how far the incident is. */
export async function listEvents(
  actor: Actor,
  ref: IncidentRef,
  { after = 0, limit = eventPageLimit }: { after?: number; limit?: number } = {},
): Promise<EventPage> {
  assertCan(actor, "incident.read");
  const incident = await db().incident.findUnique({
    where: typeof ref === "number" ? { number: ref } : { id: ref },
    select: { id: true, lastSeq: true },
  });
  if (!incident) throw new AppError("not-found", "There is no incident at this address.");
  const { id: incidentId, lastSeq } = incident;
  return {
    incidentId,
    events: await readEvents(incidentId, after, limit),
    lastSeq,
  };
}

const keptIds = 1_000;
const ids = new Map<IncidentRef, string>();

/**
 * The id behind an address, for those who may read the incident. It never changes, and hundreds of streams come back
 * at once when a process was started anew: asked once.
 */
export async function getIncidentId(actor: Actor, ref: IncidentRef): Promise<string> {
  assertCan(actor, "incident.read");
  const known = ids.get(ref);
  if (known) return known;
  const { incidentId } = await listEvents(actor, ref, { limit: 0 });
  if (ids.size >= keptIds) ids.clear();
  ids.set(ref, incidentId);
  return incidentId;
}

/** The rows themselves, for callers that have asked already. */
export async function readEvents(incidentId: string, after: number, limit: number): Promise<IncidentEvent[]> {
  const rows = await db().event.findMany({
    where: { incidentId, seq: { gt: after } },
    orderBy: { seq: "asc" },
    take: Math.min(limit, eventPageLimit),
  });
  return rows.map(toIncidentEvent);
}
