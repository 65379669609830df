import type { FactEvent } from "@/lib/domain/board-state";
import { statementsOf } from "@/lib/domain/commands/statements-of";
import type { CommandBlock, RunbookModel } from "@/lib/domain/document";
import { addedSteps, withAddedSteps } from "@/lib/domain/facts/added-steps";
import { incidentSteps } from "@/lib/domain/incident-steps";
import type { BoardStep, StepCommand } from "./types";

/** The steps of a revision with what a board needs of each. */
export function toBoardSteps(
  model: Pick<RunbookModel, "steps" | "validationStepIds" | "commands">,
): BoardStep[] {
  const commands = new Map(model.commands.flatMap((block) => commandsOf(block).map((one) => [one.id, one])));
  const blocks = new Map(model.commands.map((block) => [block.id, commandsOf(block)]));
  return incidentSteps(model).map(({ commandIds, line: _line, waits: _waits, ...step }) => ({
    ...step,
    added: null,
    commands: commandIds.flatMap((command) => blocks.get(command) ?? commands.get(command) ?? []),
  }));
}

/** What of a block can be copied by itself: its statements, or the block when it is a single one. */
function commandsOf(block: CommandBlock): StepCommand[] {
  const statements = statementsOf(block);
  if (block.kind === "output" || block.kind === "config") return [];
  const [only] = statements;
  if (only && statements.length === 1) return [{ id: block.id, expected: only.expected }];
  return statements.map(({ id, expected }) => ({ id, expected }));
}

/** The steps of a run with those that were added to it during the incident. */
export function boardStepsOf(
  steps: readonly BoardStep[],
  facts: readonly FactEvent[],
  runId: string,
): BoardStep[] {
  const added = addedSteps(facts, runId);
  const places = new Map(added.map(({ id, after, by, at }) => [id, { after, by, at }]));
  return withAddedSteps(steps, added).map((step) =>
    "commands" in step
      ? step
      : { ...step, condition: null, expected: null, commands: [], added: places.get(step.id) ?? null },
  );
}

/** The words of every step that events may speak of: also of those that were taken back. */
export function stepTexts(
  steps: readonly BoardStep[],
  facts: readonly FactEvent[],
): ReadonlyMap<string, string> {
  return new Map([
    ...steps.map(({ id, text }) => [id, text] as const),
    ...facts.flatMap((fact) =>
      fact.kind === "step.added" && fact.stepId !== null ? [[fact.stepId, fact.data.text] as const] : [],
    ),
  ]);
}
