import "server-only";
import { db } from "@/lib/db/client";
import { riskWordsOf, withSquadWords } from "@/lib/db/risk-words";
import { harmlessId, toCopyUnits } from "@/lib/domain/commands/copy-units";
import type { RunbookModel, Step, Variable } from "@/lib/domain/document";
import type { IncidentRef } from "@/lib/domain/incident-key";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { compileRunbook } from "@/lib/mdx/compile-runbook";

/** What an event may speak of, read from the revision that a run is pinned to. */
export type RunModel = {
  incidentId: string;
  /** Those of an incident, by id and in the order of the text. */
  steps: ReadonlyMap<string, Step>;
  commandIds: ReadonlySet<string>;
  variables: ReadonlyMap<string, Variable>;
  causes: RunbookModel["causes"];
  escalation: RunbookModel["escalation"];
};

const kept = 200;
const known = new Map<string, RunModel>();

/**
 * The model behind a run; null when there is no such run. A run never changes its revision, so the answer is kept;
 * asking costs nothing while steps are ticked, and it is asked before the incident is locked.
 */
export async function findRunModel(runId: string): Promise<RunModel | null> {
  const cached = known.get(runId);
  if (cached) return cached;
  const run = await db().run.findUnique({
    where: { id: runId },
    include: { revision: { include: withSquadWords } },
  });
  if (!run) return null;
  const { source, format, runbook } = run.revision;
  const { model, road } = await compileRunbook({ source, format, riskWords: riskWordsOf(runbook.squad) });
  const made: RunModel = {
    incidentId: run.incidentId,
    steps: new Map(incidentSteps(model).map((step) => [step.id, step])),
    commandIds: new Set([
      ...toCopyUnits(model.commands).map((unit) => unit.id),
      // What is harmless in a block depends on the squad's words of the day, which this model outlives.
      ...model.commands.map((block) => harmlessId(block)),
    ]),
    variables: new Map(model.variables.map((variable) => [variable.key, variable])),
    causes: model.causes,
    escalation: model.escalation,
  };
  // A page that fell back to its source text knows no steps; the next compile may.
  if (road !== "source") remember(runId, made);
  return made;
}

/** The models of all runs of an incident by the runs' ids, in the order in which they were started. */
export async function findRunModels(ref: IncidentRef): Promise<Map<string, RunModel>> {
  const runs = await db().run.findMany({
    where: { incident: typeof ref === "number" ? { number: ref } : { id: ref } },
    orderBy: { startedAt: "asc" },
    select: { id: true },
  });
  const models = await Promise.all(runs.map(async ({ id }) => [id, await findRunModel(id)] as const));
  return new Map(models.flatMap(([id, model]) => (model ? [[id, model] as const] : [])));
}

function remember(runId: string, model: RunModel): void {
  const oldest = known.keys().next();
  if (known.size >= kept && !oldest.done) known.delete(oldest.value);
  known.set(runId, model);
}
