import "server-only";
import { type Queryable, sql } from "@/lib/db/sql";
import type { EventData, EventKind, IncidentEvent } from "@/lib/domain/incident-event";
import type { IncidentRef } from "@/lib/domain/incident-key";
import type { IncidentStatus, Severity } from "@/lib/domain/incident-status";
import { AppError } from "@/lib/errors";
import { bell } from "./announce";
import { type EventRow, toIncidentEvent } from "./event-row";
import { eventColumns } from "./select-events";

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
export async function lockIncident(tx: Queryable, ref: IncidentRef): Promise<LockedIncident> {
  const wanted = typeof ref === "number" ? sql`number = ${ref}` : sql`id = ${ref}::uuid`;
  const [incident] = await tx.$queryRaw<LockedIncident[]>(sql`
    SELECT id, number, status::text AS status, severity::text AS severity, is_drill AS "isDrill",
      merged_into_id AS "mergedIntoId", last_seq AS "lastSeq"
    FROM incidents WHERE ${wanted} FOR UPDATE`);
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
 * The one way into the events table: next number, row and announcement, in one statement of the caller's transaction. `incident`
 * must come from `lockIncident` in the same transaction; its `lastSeq` is moved on, so that more can follow. The time
 * is that of the row and not of the transaction, which began before it waited for the lock.
 */
export async function appendEvent<K extends EventKind>(
  tx: Queryable,
  incident: Pick<LockedIncident, "id" | "lastSeq">,
  { id, kind, runId, stepId, data, occurredAt, sentAt, actor }: NewEvent<K>,
): Promise<IncidentEvent> {
  const [row] = await tx.$queryRaw<EventRow[]>(sql`
    WITH counted AS (
      UPDATE incidents SET last_seq = last_seq + 1 WHERE id = ${incident.id}::uuid RETURNING last_seq),
    added AS (
      INSERT INTO events (id, incident_id, seq, kind, run_id, step_id, data, actor_id, actor_name, occurred_at, sent_at,
        recorded_at)
      SELECT ${id}::uuid, ${incident.id}::uuid, last_seq, ${kind}, ${runId}::uuid, ${stepId},
        ${JSON.stringify(data)}::jsonb, ${actor.id}::uuid, ${actor.name}, ${occurredAt.toISOString()}::timestamptz,
        ${sentAt?.toISOString() ?? null}::timestamptz, clock_timestamp()
      FROM counted
      RETURNING ${eventColumns})
    SELECT *, ${bell(incident.id, sql`seq`)} FROM added`);
  if (!row) throw new Error(`Incident ${incident.id} is gone.`);
  incident.lastSeq = row.seq;
  return toIncidentEvent(row);
}

/** The data as it comes back from the column: without `undefined`. */
export function plain(data: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data));
}
