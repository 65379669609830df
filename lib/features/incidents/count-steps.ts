import "server-only";
import { db, Prisma, type Tx } from "@/lib/db/client";
import { riskWordsOf, withSquadWords } from "@/lib/db/risk-words";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { compileRunbook } from "@/lib/mdx/compile-runbook";

const kept = 500;
const stepTotals = new Map<string, number>();

/** How many steps each of these revisions has. A revision never changes, so each is read once a process. */
export async function countSteps(revisionIds: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(revisionIds)];
  const missing = wanted.filter((id) => !stepTotals.has(id));
  const found = new Map<string, number>();
  if (missing.length > 0) {
    const revisions = await db().revision.findMany({
      where: { id: { in: missing } },
      include: withSquadWords,
    });
    for (const revision of revisions) {
      const { source, format, runbook } = revision;
      const riskWords = riskWordsOf(runbook.squad);
      const { model, road } = await compileRunbook({ source, format, riskWords });
      const total = incidentSteps(model).length;
      found.set(revision.id, total);
      // A page that fell back to its source text knows no steps; the next compile may.
      if (road !== "source") remember(revision.id, total);
    }
  }
  for (const id of wanted) found.set(id, found.get(id) ?? stepTotals.get(id) ?? 0);
  return found;
}

/** How many steps of each incident are settled: their newest mark is no undoing. */
export async function countSettledSteps(tx: Tx, incidentIds: string[]): Promise<ReadonlyMap<string, number>> {
  if (incidentIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ incident_id: string; settled: number }[]>`
    SELECT incident_id, count(*)::int AS settled
    FROM (
      SELECT DISTINCT ON (run_id, step_id) incident_id, kind
      FROM events
      WHERE incident_id IN (${Prisma.join(incidentIds.map((id) => Prisma.sql`${id}::uuid`))})
        AND kind IN ('step.checked', 'step.unchecked', 'step.skipped', 'step.not-applicable')
      ORDER BY run_id, step_id, seq DESC
    ) AS newest
    WHERE kind <> 'step.unchecked'
    GROUP BY incident_id`;
  return new Map(rows.map((row) => [row.incident_id, row.settled]));
}

function remember(revisionId: string, total: number): void {
  const oldest = stepTotals.keys().next();
  if (stepTotals.size >= kept && !oldest.done) stepTotals.delete(oldest.value);
  stepTotals.set(revisionId, total);
}
