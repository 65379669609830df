import "server-only";
import { db, Prisma } from "@/lib/db/client";
import { riskWordsOf, withSquadWords } from "@/lib/db/risk-words";
import { type Checklist, isMarkKind, stateAfter, stepKey } from "@/lib/domain/checklist";
import type { Step } from "@/lib/domain/document";
import type { IncidentStatus } from "@/lib/domain/incident-status";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { countedSteps, countSettled, statesOf } from "@/lib/domain/step-states";
import { compileRunbook } from "@/lib/mdx/compile-runbook";

const kept = 500;
const stepsOfRevision = new Map<string, CountedStep[]>();

type CountedStep = Pick<Step, "id" | "parentId" | "choice" | "phase">;
type Run = { id: string; revisionId: string };

/** Steps that need nothing more, of those that count: until an incident is resolved without those for afterwards. */
export type Progress = { done: number; total: number };

/** How far these incidents are, by their ids. Steps that were added during an incident count like the others. */
export async function countProgress(
  incidents: readonly { id: string; status: IncidentStatus; runs: readonly Run[] }[],
): Promise<ReadonlyMap<string, Progress>> {
  const runs = incidents.flatMap((incident) => incident.runs);
  const [models, rows] = await Promise.all([
    loadSteps(runs.map((run) => run.revisionId)),
    newestMarks(incidents.map((incident) => incident.id)),
  ]);
  const checklist = checklistOf(rows);
  const added = rows.filter((row) => row.kind === "step.added" || row.kind === "step.removed");
  return new Map(
    incidents.map((incident) => {
      const counts = incident.runs.map((run) => {
        const extra = addedTo(run.id, added);
        const steps = [...(models.get(run.revisionId) ?? []), ...extra];
        const states = statesOf(steps, checklist, run.id);
        const counted = countedSteps(steps, incident.status === "resolved").map(({ id }) => id);
        return { done: countSettled(states, counted), total: counted.length };
      });
      const sum = (key: keyof Progress) => counts.reduce((total, count) => total + count[key], 0);
      return [incident.id, { done: sum("done"), total: sum("total") }];
    }),
  );
}

type MarkRow = { run_id: string; step_id: string; kind: string; seq: number };

/** The newest mark of each step, and the steps that were added. */
async function newestMarks(incidentIds: string[]): Promise<MarkRow[]> {
  if (incidentIds.length === 0) return [];
  const ids = Prisma.join(incidentIds.map((id) => Prisma.sql`${id}::uuid`));
  const marks = Prisma.join(Object.keys(stateAfter));
  return db().$queryRaw<MarkRow[]>`
    (SELECT DISTINCT ON (run_id, step_id) run_id, step_id, kind, seq
      FROM events WHERE incident_id IN (${ids}) AND kind IN (${marks})
      ORDER BY run_id, step_id, seq DESC)
    UNION ALL
    (SELECT run_id, step_id, kind, seq
      FROM events WHERE incident_id IN (${ids}) AND kind IN ('step.added', 'step.removed'))`;
}

function checklistOf(rows: readonly MarkRow[]): Checklist {
  return Object.fromEntries(
    rows.flatMap(({ run_id, step_id, kind, seq }) => {
      if (!isMarkKind(kind)) return [];
      const mark = { seq, state: stateAfter[kind], by: "", actorId: null, at: "", skew: 0, reason: null };
      return [[stepKey(run_id, step_id), { marks: [mark], notes: [], outputs: [] }]];
    }),
  );
}

function addedTo(runId: string, rows: readonly MarkRow[]): CountedStep[] {
  const removed = new Set(rows.flatMap((row) => (row.kind === "step.removed" ? [row.step_id] : [])));
  return rows.flatMap((row) =>
    row.kind === "step.added" && row.run_id === runId && !removed.has(row.step_id)
      ? [{ id: row.step_id, parentId: null, choice: null, phase: null }]
      : [],
  );
}

/** The steps of these revisions. A revision never changes, so each is read once a process. */
async function loadSteps(revisionIds: Iterable<string>): Promise<ReadonlyMap<string, CountedStep[]>> {
  const wanted = [...new Set(revisionIds)];
  const missing = wanted.filter((id) => !stepsOfRevision.has(id));
  const found = new Map(wanted.map((id) => [id, stepsOfRevision.get(id) ?? []]));
  if (missing.length === 0) return found;
  const revisions = await db().revision.findMany({
    where: { id: { in: missing } },
    include: withSquadWords,
  });
  for (const revision of revisions) {
    const { source, format, runbook } = revision;
    const { model, road } = await compileRunbook({ source, format, riskWords: riskWordsOf(runbook.squad) });
    const steps = incidentSteps(model).map(({ id, parentId, choice, phase }) => ({
      id,
      parentId,
      choice,
      phase,
    }));
    found.set(revision.id, steps);
    // A page that fell back to its source text knows no steps; the next compile may.
    if (road !== "source") remember(revision.id, steps);
  }
  return found;
}

function remember(revisionId: string, steps: CountedStep[]): void {
  const oldest = stepsOfRevision.keys().next();
  if (stepsOfRevision.size >= kept && !oldest.done) stepsOfRevision.delete(oldest.value);
  stepsOfRevision.set(revisionId, steps);
}
