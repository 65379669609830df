import type { RunbookModel, Step } from "./document";

/** The steps of an incident: all but those that check the runbook itself. */
export function incidentSteps({
  steps,
  validationStepIds,
}: Pick<RunbookModel, "steps" | "validationStepIds">): Step[] {
  if (validationStepIds.length === 0) return steps;
  const others = new Set(validationStepIds);
  return steps.filter((step) => !others.has(step.id));
}
