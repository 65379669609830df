import "server-only";
import type { Tx } from "@/lib/db/client";

/** The one channel. A payload is `incident id:seq` or `p:incident id`; what happened is read from the table. */
export const channel = "incident_events";

/** Rings the doorbell: sent when the transaction commits, dropped when it rolls back. */
export async function announce(tx: Tx, incidentId: string, seq: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${`${incidentId}:${seq}`})`;
}

/** Rings because somebody came to the incident's board, left it, or went to another step. */
export async function announcePresence(tx: Tx, incidentId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${`p:${incidentId}`})`;
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
