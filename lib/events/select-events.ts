import "server-only";
import type { Prisma } from "@/lib/db/client";
import { type Queryable, sql } from "@/lib/db/sql";
import type { EventRow } from "./event-row";

/** The columns of `events` under the names that an EventRow has. */
export const eventColumns = sql`id, incident_id AS "incidentId", seq, kind, run_id AS "runId", step_id AS "stepId",
  data, actor_id AS "actorId", actor_name AS "actorName", occurred_at AS "occurredAt",
  recorded_at AS "recordedAt", sent_at AS "sentAt"`;

/** Stored rows in their order; `which` is what stands after WHERE. */
export function selectEvents(tx: Queryable, which: Prisma.Sql): Promise<EventRow[]> {
  return tx.$queryRaw<EventRow[]>(sql`SELECT ${eventColumns} FROM events WHERE ${which} ORDER BY seq`);
}
