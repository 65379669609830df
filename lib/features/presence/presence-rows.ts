import "server-only";
import { db } from "@/lib/db/client";
import type { Looker } from "@/lib/domain/presence";

/** A board says every 20 s that it is open; one that missed two of them is taken for closed. By the database's clock. */
export const freshSeconds = 45;

const sweepEveryMs = 60_000;
/** More than anybody can make out in a band. */
const listed = 200;

const shared = globalThis as { portalPresenceSweep?: number };

/** Who is looking at an incident now, by name; of several boards of one person the one heard of last says where. */
export async function readLookers(incidentId: string): Promise<Looker[]> {
  return db().$queryRaw<Looker[]>`
    SELECT p.person_id AS "personId", u.name,
      (array_agg(p.run_id ORDER BY p.step_id IS NULL, p.seen_at DESC))[1] AS "runId",
      (array_agg(p.step_id ORDER BY p.step_id IS NULL, p.seen_at DESC))[1] AS "stepId",
      count(*)::int AS tabs
    FROM presence p JOIN users u ON u.id = p.person_id AND u.disabled_at IS NULL
    WHERE p.incident_id = ${incidentId}::uuid AND p.seen_at > now() - make_interval(secs => ${freshSeconds})
    GROUP BY p.person_id, u.name
    ORDER BY u.name, p.person_id
    LIMIT ${listed}`;
}

/** Takes away the rows that count for nothing any more; at most once a minute a process. */
export async function sweepPresence(): Promise<void> {
  if (Date.now() - (shared.portalPresenceSweep ?? 0) < sweepEveryMs) return;
  shared.portalPresenceSweep = Date.now();
  await db().$executeRaw`DELETE FROM presence WHERE seen_at < now() - make_interval(secs => ${freshSeconds})`;
}
