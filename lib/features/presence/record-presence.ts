import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { IncidentRef } from "@/lib/domain/incident-key";
import type { PresenceInput } from "@/lib/domain/presence";
import { AppError } from "@/lib/errors";
import { announcePresence } from "@/lib/events/announce";
import { freshSeconds, sweepPresence } from "./presence-rows";

/** More boards than this of one person are not kept, so that nobody fills the table. */
const tabsPerPerson = 24;

/**
 * Keeps that this person looks at an incident, and at which step; whoever may read it may be seen. Rings the doorbell
 * only when something changed: most calls say that all is as before. Who stands in for a row in users that cannot be
 * read, or has none, is left out in silence, and so is a run of another incident. Throws AppError "forbidden" or "not-found".
 */
export async function recordPresence(actor: Actor, ref: IncidentRef, input: PresenceInput): Promise<void> {
  assertCan(actor, "incident.read");
  if (actor.isStandIn || actor.breakGlassUntil !== undefined) return;
  const incident = await db().incident.findUnique({
    where: typeof ref === "number" ? { number: ref } : { id: ref },
    select: { id: true },
  });
  if (!incident) throw new AppError("not-found", "There is no incident at this address.");
  const isChanged = input.gone ? await leave(actor, input) : await stay(actor, incident.id, input);
  if (isChanged) await announcePresence(db(), incident.id);
  await sweepPresence();
}

async function leave(actor: Actor, { tabId }: PresenceInput): Promise<boolean> {
  return (await db().presence.deleteMany({ where: { tabId, personId: actor.id } })).count > 0;
}

/**
 * One statement. All its parts see the table as it was before, so `known` is what stood there. A live tab of somebody
 * else is not taken over, even by who knows its id.
 */
async function stay(actor: Actor, incidentId: string, input: PresenceInput): Promise<boolean> {
  const { tabId, runId, stepId } = input;
  const changed = await db().$queryRaw<unknown[]>`
    WITH known AS (
      SELECT FROM presence
      WHERE tab_id = ${tabId}::uuid AND incident_id = ${incidentId}::uuid AND person_id = ${actor.id}::uuid
        AND run_id IS NOT DISTINCT FROM ${runId}::uuid AND step_id IS NOT DISTINCT FROM ${stepId}
        AND seen_at > now() - make_interval(secs => ${freshSeconds})),
    kept AS (
      INSERT INTO presence (tab_id, incident_id, person_id, run_id, step_id, seen_at)
      SELECT ${tabId}::uuid, ${incidentId}::uuid, ${actor.id}::uuid, ${runId}::uuid, ${stepId}, now()
      WHERE (${runId}::uuid IS NULL
          OR EXISTS (SELECT FROM runs WHERE id = ${runId}::uuid AND incident_id = ${incidentId}::uuid))
        AND (SELECT count(*) FROM presence WHERE person_id = ${actor.id}::uuid AND tab_id <> ${tabId}::uuid)
          < ${tabsPerPerson}
      ON CONFLICT (tab_id) DO UPDATE SET
        incident_id = excluded.incident_id, person_id = excluded.person_id,
        run_id = excluded.run_id, step_id = excluded.step_id, seen_at = excluded.seen_at
      WHERE presence.person_id = excluded.person_id
        OR presence.seen_at < now() - make_interval(secs => ${freshSeconds})
      RETURNING tab_id)
    SELECT tab_id FROM kept WHERE NOT EXISTS (SELECT FROM known)`;
  return changed.length > 0;
}
