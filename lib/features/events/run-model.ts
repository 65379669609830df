import "server-only";
import { db } from "@/lib/db/client";
import { riskWordsOf, withSquadWords } from "@/lib/db/risk-words";
import { harmlessId, toCopyUnits } from "@/lib/domain/commands/copy-units";
import type { Variable } from "@/lib/domain/document";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { compileRunbook } from "@/lib/mdx/compile-runbook";

/** What an event may speak of, read from the revision that a run is pinned to. */
export type RunModel = {
  incidentId: string;
  stepIds: ReadonlySet<string>;
  commandIds: ReadonlySet<string>;
  variables: ReadonlyMap<string, Variable>;
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
    stepIds: new Set(incidentSteps(model).map((step) => step.id)),
    commandIds: new Set([
      ...toCopyUnits(model.commands).map((unit) => unit.id),
      // What is harmless in a block depends on the squad's words of the day, which this model outlives.
      ...model.commands.map((block) => harmlessId(block)),
    ]),
    variables: new Map(model.variables.map((variable) => [variable.key, variable])),
  };
  // A page that fell back to its source text knows no steps; the next compile may.
  if (road !== "source") remember(runId, made);
  return made;
}

function remember(runId: string, model: RunModel): void {
  const oldest = known.keys().next();
  if (known.size >= kept && !oldest.done) known.delete(oldest.value);
  known.set(runId, model);
}
