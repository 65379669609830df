import "server-only";
import type { Prisma } from "@/lib/db/client";
import { type Queryable, sql } from "@/lib/db/sql";

/** The one channel. A payload is `incident id:seq` or `p:incident id`; what happened is read from the table. */
export const channel = "incident_events";

/**
 * The part of a SELECT that rings the doorbell; `seq` is a column or a number. Sent when the transaction commits,
 * dropped when it rolls back.
 */
export function bell(incidentId: string, seq: Prisma.Sql): Prisma.Sql {
  // As text, since Prisma cannot read the type void.
  return sql`pg_notify(${channel}::text, ${`${incidentId}:`}::text || ${seq})::text AS bell`;
}

/** Rings because somebody came to the incident's board, left it, or went to another step. */
export async function announcePresence(tx: Queryable, incidentId: string): Promise<void> {
  await tx.$queryRaw(sql`SELECT pg_notify(${channel}::text, ${`p:${incidentId}`}::text)::text`);
}

/** `seq` is the number of the new event; null when it is about who is looking. */
export type Announcement = { incidentId: string; seq: number | null };

/** Reads a payload; null when it is not one of ours. */
export function parseAnnouncement(payload: string): Announcement | null {
  const [, isPresence, incidentId, seq] = /^(p:)?([0-9a-f-]{36})(?::(\d{1,10}))?$/.exec(payload) ?? [];
  // One of the two marks, not both and not neither.
  if (!incidentId || Boolean(isPresence) === Boolean(seq)) return null;
  return { incidentId, seq: seq ? Number(seq) : null };
}
