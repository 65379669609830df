import "server-only";
import { db } from "@/lib/db/client";
import { riskWordsOf, withSquadWords } from "@/lib/db/risk-words";
import { harmlessId, toCopyUnits } from "@/lib/domain/commands/copy-units";
import type { CompiledRunbook, RunbookModel, Step, Variable } from "@/lib/domain/document";
import type { IncidentRef } from "@/lib/domain/incident-key";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { AppError } from "@/lib/errors";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import type { PoolFailureReason } from "@/lib/mdx/pool";

/** What an event may speak of, read from the revision that a run is pinned to. */
export type RunModel = {
  incidentId: string;
  /** Those of an incident, by id and in the order of the text. */
  steps: ReadonlyMap<string, Step>;
  commandIds: ReadonlySet<string>;
  variables: ReadonlyMap<string, Variable>;
  /** False when the text can only be shown as it stands: it has steps that nobody can name. */
  areStepsKnown: boolean;
  causes: RunbookModel["causes"];
  escalation: RunbookModel["escalation"];
};

const kept = 200;
const known = new Map<string, RunModel>();
/** By run: when reading its text first failed in a way that may be the text's fault, or that of the moment. */
const failing = new Map<string, number>();
/** A text that fails for so long will not be read at all; nobody's tick waits for it any longer. */
const giveUpMs = 60_000;

/**
 * The model behind a run; null when there is no such run. A run never changes its revision, so the answer is kept;
 * asking costs nothing while steps are ticked, and it is asked before the incident is locked. Throws AppError
 * "unavailable" when the text cannot be read at this moment: what it says of a step would be wrong.
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
  const compiled = await compileRunbook({ source, format, riskWords: riskWordsOf(runbook.squad) });
  const failure = failureOf(compiled);
  if (failure && isPassing(runId, failure)) {
    throw new AppError("unavailable", "The runbook of this incident cannot be read at this moment.");
  }
  if (!failure) failing.delete(runId);
  const { model, road } = compiled;
  const made: RunModel = {
    incidentId: run.incidentId,
    steps: new Map(incidentSteps(model).map((step) => [step.id, step])),
    commandIds: new Set([
      ...toCopyUnits(model.commands).map((unit) => unit.id),
      // What is harmless in a block depends on the squad's words of the day, which this model outlives; what was
      // copied as a whole may wait in an outbox.
      ...model.commands.flatMap((block) => [block.id, harmlessId(block)]),
    ]),
    variables: new Map(model.variables.map((variable) => [variable.key, variable])),
    areStepsKnown: road !== "source",
    causes: model.causes,
    escalation: model.escalation,
  };
  // Where no worker gave an answer, the next one may.
  if (!failure) remember(known, runId, made);
  return made;
}

/** Why no worker gave an answer; null when one did, be it that the text is not readable. */
function failureOf({ problems }: Pick<CompiledRunbook, "problems">): PoolFailureReason | null {
  return passing.find((reason) => problems.some(({ rule }) => rule === `compile-${reason}`)) ?? null;
}

const passing: readonly PoolFailureReason[] = ["busy", "start", "timeout", "crash"];

/** Whether a later try may go well. A queue empties; a text that ends its worker may do so again and again. */
function isPassing(runId: string, failure: PoolFailureReason): boolean {
  if (failure === "busy" || failure === "start") return true;
  const since = failing.get(runId);
  if (since === undefined) remember(failing, runId, Date.now());
  return since === undefined || Date.now() - since < giveUpMs;
}

/** The models of all runs of an incident by the runs' ids, in the order in which they were started. */
export async function findRunModels(ref: IncidentRef): Promise<Map<string, RunModel>> {
  const runs = await db().run.findMany({
    where: { incident: whereRef(ref) },
    orderBy: { startedAt: "asc" },
    select: { id: true },
  });
  const models = await Promise.all(runs.map(async ({ id }) => [id, await findRunModel(id)] as const));
  return new Map(models.flatMap(([id, model]) => (model ? [[id, model] as const] : [])));
}

/** Finds an incident by what its address says. */
export function whereRef(ref: IncidentRef): { number: number } | { id: string } {
  return typeof ref === "number" ? { number: ref } : { id: ref };
}

function remember<T>(all: Map<string, T>, runId: string, value: T): void {
  const oldest = all.keys().next();
  if (all.size >= kept && !oldest.done) all.delete(oldest.value);
  all.set(runId, value);
}
