import "server-only";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { type Queryable, sql } from "@/lib/db/sql";
import type { Actor } from "@/lib/domain/actor";
import type { IncidentRef } from "@/lib/domain/incident-key";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";
import { appendEvent, type LockedIncident } from "@/lib/events/append-event";
import { withIncident } from "@/lib/events/with-incident";

export const startRunSchema = z.strictObject({
  /** Id of the run, made by the browser. */
  id: z.uuid().transform((id) => id.toLowerCase()),
  runbookSlug: z.string().min(1, "Choose a runbook").max(200).refine(isStorable),
});

type StartRunInput = z.infer<typeof startRunSchema>;

/**
 * Follows one more runbook in an incident, at its current revision. A revision that is followed there already gives
 * its run, so that two who open it at once meet in the same one. Throws AppError "forbidden", "not-found" or
 * "conflict" (the incident is resolved, or the id is taken).
 */
export async function startRun(
  actor: Actor,
  ref: IncidentRef,
  input: StartRunInput,
): Promise<{ runId: string }> {
  assertCan(actor, "event.append");
  return withIncident(ref, async (tx, incident) => ({ runId: await start(tx, incident, actor, input) }));
}

type CurrentRevision = { id: string; squadId: string | null; number: number; title: string };

async function start(
  tx: Queryable,
  incident: LockedIncident,
  actor: Actor,
  { id, runbookSlug }: StartRunInput,
): Promise<string> {
  const [known] = await tx.$queryRaw<{ incidentId: string }[]>(
    sql`SELECT incident_id AS "incidentId" FROM runs WHERE id = ${id}::uuid`,
  );
  if (known && known.incidentId !== incident.id) {
    throw new AppError("conflict", "Another run has this id already. Reload the page and try again.");
  }
  if (known) return id;
  assertCan(actor, "event.append");
  const [current] = await tx.$queryRaw<CurrentRevision[]>(sql`
    SELECT revisions.id, squad_id AS "squadId", revisions.number, revisions.title
    FROM runbooks JOIN revisions ON runbook_id = runbooks.id AND revisions.number = current_revision
    WHERE slug = ${runbookSlug}`);
  if (!current) throw new AppError("not-found", "There is no such runbook any more. Choose another one.");
  assertCan(actor, "runbook.read", current);
  const [followed] = await tx.$queryRaw<{ id: string }[]>(
    sql`SELECT id FROM runs WHERE incident_id = ${incident.id}::uuid AND revision_id = ${current.id}::uuid`,
  );
  if (followed) return followed.id;
  if (incident.status === "resolved") {
    throw new AppError("conflict", "The incident is resolved. Open it again to follow another runbook.");
  }
  await tx.$queryRaw(sql`
    INSERT INTO runs (id, incident_id, revision_id, started_at)
    VALUES (${id}::uuid, ${incident.id}::uuid, ${current.id}::uuid, clock_timestamp())`);
  await appendEvent(tx, incident, {
    id: uuidv7(),
    kind: "run.started",
    runId: id,
    stepId: null,
    data: { runbookSlug, revision: current.number, title: current.title },
    occurredAt: new Date(),
    actor,
  });
  return id;
}
