import "server-only";
import type { Tx } from "@/lib/db/client";

/** The one channel. A payload is `incident id:seq`; what happened is read from the table. */
export const channel = "incident_events";

/** Rings the doorbell: sent when the transaction commits, dropped when it rolls back. */
export async function announce(tx: Tx, incidentId: string, seq: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${`${incidentId}:${seq}`})`;
}

export type Announcement = { incidentId: string; seq: number };

/** Reads a payload; null when it is not one of ours. */
export function parseAnnouncement(payload: string): Announcement | null {
  const match = /^([0-9a-f-]{36}):(\d{1,10})$/.exec(payload);
  return match?.[1] && match[2] ? { incidentId: match[1], seq: Number(match[2]) } : null;
}
