import { type Queryable, sql } from "@/lib/db/sql";
import { bell } from "../announce";

/** Rings for an event that nobody has recorded. */
export async function ring(tx: Queryable, incidentId: string, seq: number): Promise<void> {
  await tx.$queryRaw(sql`SELECT ${bell(incidentId, sql`${seq}::text`)}`);
}
