import "server-only";
import { Prisma, type Tx } from "@/lib/db/client";
import type { EventData, EventKind, IncidentEvent } from "@/lib/domain/incident-event";
import type { IncidentRef } from "@/lib/domain/incident-key";
import type { IncidentStatus, Severity } from "@/lib/domain/incident-status";
import { AppError } from "@/lib/errors";
import { announce } from "./announce";
import { toIncidentEvent } from "./event-row";

/** What an append needs of the incident's row; `lastSeq` moves on with each event. */
export type LockedIncident = {
  id: string;
  number: number;
  status: IncidentStatus;
  severity: Severity;
  isDrill: boolean;
  mergedIntoId: string | null;
  lastSeq: number;
};

/**
 * Takes the lock that puts all appends to one incident in a line, until the transaction ends. Only under it are
 * numbers given in the order of commits and without gaps.
 */
export async function lockIncident(tx: Tx, ref: IncidentRef): Promise<LockedIncident> {
  const wanted = typeof ref === "number" ? Prisma.sql`number = ${ref}` : Prisma.sql`id = ${ref}::uuid`;
  const [incident] = await tx.$queryRaw<LockedIncident[]>`
    SELECT id, number, status::text AS status, severity::text AS severity, is_drill AS "isDrill",
      merged_into_id AS "mergedIntoId", last_seq AS "lastSeq"
    FROM incidents WHERE ${wanted} FOR UPDATE`;
  if (!incident) throw new AppError("not-found", "There is no incident at this address.");
  return incident;
}

export type NewEvent<K extends EventKind = EventKind> = {
  id: string;
  kind: K;
  runId: string | null;
  stepId: string | null;
  data: EventData<K>;
  occurredAt: Date;
  /** By the device's clock; left out for what a server does by itself. */
  sentAt?: Date | null;
  actor: { id: string; name: string };
};

/**
 * The one way into the events table: next number, row and announcement, in the caller's transaction. `incident`
 * must come from `lockIncident` in the same transaction; its `lastSeq` is moved on, so that more can follow.
 */
export async function appendEvent<K extends EventKind>(
  tx: Tx,
  incident: Pick<LockedIncident, "id" | "lastSeq">,
  { actor, sentAt = null, ...event }: NewEvent<K>,
): Promise<IncidentEvent> {
  const seq = incident.lastSeq + 1;
  const row = await tx.event.create({
    data: {
      ...event,
      sentAt,
      data: plain(event.data),
      incidentId: incident.id,
      seq,
      actorId: actor.id,
      actorName: actor.name,
    },
  });
  await tx.incident.update({
    where: { id: incident.id },
    data: { lastSeq: seq },
  });
  incident.lastSeq = seq;
  await announce(tx, incident.id, seq);
  return toIncidentEvent(row);
}

/** The data as it comes back from the column: without `undefined`. */
export function plain(data: unknown): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(data));
}
