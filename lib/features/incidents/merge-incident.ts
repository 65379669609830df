import "server-only";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { type Queryable, sql } from "@/lib/db/sql";
import type { Actor } from "@/lib/domain/actor";
import { formatIncidentKey, parseIncidentKey } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";
import { appendEvent, type LockedIncident } from "@/lib/events/append-event";
import { withIncidents } from "@/lib/events/with-incident";

export const mergeIncidentSchema = z.strictObject({
  into: z
    .string()
    .transform(parseIncidentKey)
    .pipe(z.number({ error: "Choose the incident that goes on, like INC-0007" })),
});

type MergeInput = z.infer<typeof mergeIncidentSchema>;

/**
 * Ends an incident that turned out to be another one. Both records keep what they have; this one is resolved, and
 * each says where the other is. The same merge again changes nothing. Throws AppError "forbidden", "not-found" or
 * "conflict" (merged elsewhere, into itself, into one that is over, or a drill with a real one).
 */
export async function mergeIncident(
  actor: Actor,
  number: number,
  { into }: MergeInput,
): Promise<{ into: string }> {
  assertCan(actor, "incident.change-status");
  if (into === number) throw new AppError("conflict", "An incident cannot be merged into itself.");
  await withIncidents([number, into], async (tx, [duplicate, target]) => {
    assertCan(actor, "incident.change-status");
    if (duplicate.mergedIntoId === target.id) return;
    assertMergeable(duplicate, target);
    await merge(tx, duplicate, target, actor);
  });
  return { into: formatIncidentKey(into) };
}

function assertMergeable(duplicate: LockedIncident, target: LockedIncident): void {
  const key = formatIncidentKey(target.number);
  if (duplicate.mergedIntoId !== null) {
    throw new AppError("conflict", "This incident was merged into another one already.");
  }
  if (target.mergedIntoId !== null || target.status === "resolved") {
    throw new AppError("conflict", `${key} is over. Open it again first, or choose another incident.`);
  }
  if (duplicate.isDrill !== target.isDrill) {
    throw new AppError("conflict", "A drill and a real incident cannot be merged.");
  }
}

async function merge(
  tx: Queryable,
  duplicate: LockedIncident,
  target: LockedIncident,
  actor: Actor,
): Promise<void> {
  const now = new Date();
  const common = { runId: null, stepId: null, occurredAt: now, actor } as const;
  const into = formatIncidentKey(target.number);
  if (duplicate.status !== "resolved") {
    await appendEvent(tx, duplicate, {
      ...common,
      id: uuidv7(),
      kind: "status.changed",
      data: { from: duplicate.status, to: "resolved", reason: `Merged into ${into}` },
    });
  }
  await appendEvent(tx, duplicate, { ...common, id: uuidv7(), kind: "incident.merged", data: { into } });
  const [row] = await tx.$queryRaw<{ title: string }[]>(sql`
    UPDATE incidents SET merged_into_id = ${target.id}::uuid, status = 'resolved',
      resolved_at = CASE WHEN status = 'resolved' THEN resolved_at ELSE clock_timestamp() END
    WHERE id = ${duplicate.id}::uuid RETURNING title`);
  if (!row) throw new Error(`Incident ${duplicate.id} is gone.`);
  await appendEvent(tx, target, {
    ...common,
    id: uuidv7(),
    kind: "incident.absorbed",
    data: { from: formatIncidentKey(duplicate.number), title: row.title },
  });
}
