import "server-only";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import type { Tx } from "@/lib/db/client";
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

async function start(
  tx: Tx,
  incident: LockedIncident,
  actor: Actor,
  { id, runbookSlug }: StartRunInput,
): Promise<string> {
  const known = await tx.run.findUnique({ where: { id } });
  if (known && known.incidentId !== incident.id) {
    throw new AppError("conflict", "Another run has this id already. Reload the page and try again.");
  }
  if (known) return known.id;
  assertCan(actor, "event.append");
  const runbook = await tx.runbook.findUnique({ where: { slug: runbookSlug } });
  if (!runbook || runbook.currentRevision === 0) {
    throw new AppError("not-found", "There is no such runbook any more. Choose another one.");
  }
  assertCan(actor, "runbook.read", runbook);
  const revision = await tx.revision.findUniqueOrThrow({
    where: { runbookId_number: { runbookId: runbook.id, number: runbook.currentRevision } },
  });
  const followed = await tx.run.findUnique({
    where: { incidentId_revisionId: { incidentId: incident.id, revisionId: revision.id } },
  });
  if (followed) return followed.id;
  if (incident.status === "resolved") {
    throw new AppError("conflict", "The incident is resolved. Open it again to follow another runbook.");
  }
  await tx.run.create({ data: { id, incidentId: incident.id, revisionId: revision.id } });
  await appendEvent(tx, incident, {
    id: uuidv7(),
    kind: "run.started",
    runId: id,
    stepId: null,
    data: { runbookSlug: runbook.slug, revision: revision.number, title: revision.title },
    occurredAt: new Date(),
    actor,
  });
  return id;
}
