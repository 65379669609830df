import { maskSecrets } from "@/lib/domain/commands/mask-secrets";
import type { EventInput } from "@/lib/domain/incident-event";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";
import type { RunModel } from "./run-model";

/** Kinds that say something of a step. */
const stepKinds = new Set([
  "step.checked",
  "step.unchecked",
  "step.skipped",
  "step.not-applicable",
  "step.noted",
]);

/** Kinds that are facts or words and may still be added when the incident is resolved. */
const lateKinds = new Set<EventInput["kind"]>(["step.noted", "incident.noted", "command.copied"]);

export function isAllowedAfterResolve(kind: EventInput["kind"]): boolean {
  return lateKinds.has(kind);
}

/**
 * Holds an input against the revision that its run is pinned to: the step, the command and the variable must be
 * in it. Gives the data as it is to be stored.
 */
export function checkInput(input: EventInput, model: RunModel | null): EventInput["data"] {
  assertStorable(input.data);
  if (input.kind === "incident.noted") {
    if (input.runId !== null || input.stepId !== null) throw invalid("A note on the incident names no step.");
    return input.data;
  }
  if (!model) throw invalid("This runbook is not followed in this incident. Reload the page.");
  if (stepKinds.has(input.kind) && input.stepId === null) throw invalid("This event must name a step.");
  if (input.stepId !== null && !model.stepIds.has(input.stepId)) {
    throw invalid("The revision that is followed here has no such step. Reload the page.");
  }
  if (input.kind === "command.copied") {
    if (!model.commandIds.has(input.data.commandId)) {
      throw invalid("The revision that is followed here has no such command. Reload the page.");
    }
    // The browser has masked the values it knows; this finds what looks like a secret by itself.
    return {
      ...input.data,
      text: maskSecrets(input.data.text, {}, [...model.variables.values()]),
    };
  }
  if (input.kind === "variable.set") {
    const variable = model.variables.get(input.data.key);
    if (!variable) throw invalid("The revision that is followed here has no such value. Reload the page.");
    if (variable.isSecret) throw invalid("A secret value stays in the browser in which it was typed.");
  }
  return input.data;
}

function assertStorable(data: EventInput["data"]): void {
  for (const value of Object.values(data)) {
    if (typeof value === "string" && !isStorable(value)) {
      throw invalid("The text holds a character that cannot be stored. Remove it and try again.");
    }
  }
}

function invalid(message: string): AppError {
  return new AppError("invalid", message);
}
