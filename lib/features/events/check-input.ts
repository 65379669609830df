import { isMarkKind } from "@/lib/domain/checklist";
import { maskSecrets } from "@/lib/domain/commands/mask-secrets";
import type { EventInput } from "@/lib/domain/incident-event";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";
import type { RunModel } from "./run-model";

/** Kinds that speak of the incident as a whole and name no run. */
const wholeKinds = new Set<EventInput["kind"]>([
  "incident.noted",
  "status.changed",
  "severity.changed",
  "role.changed",
  "shift.handed-over",
  "timer.stopped",
  "link.added",
  "link.removed",
]);

/** Kinds that may speak of a run, or of the incident as a whole. */
const eitherKinds = new Set<EventInput["kind"]>(["timer.started"]);

/**
 * Holds an input against the revision that its run is pinned to: what it names must be in it. A step that the
 * revision does not have may have been added in the incident, which only the record can tell. Gives the data as it is
 * to be stored.
 */
export function checkInput(input: EventInput, model: RunModel | null): EventInput["data"] {
  assertStorable(input.data);
  if (wholeKinds.has(input.kind) || (eitherKinds.has(input.kind) && input.runId === null)) {
    if (input.runId !== null || input.stepId !== null) {
      throw invalid("What concerns the whole incident names no runbook and no step.");
    }
    return input.data;
  }
  if (!model) throw invalid("This runbook is not followed in this incident. Reload the page.");
  if (input.kind.startsWith("step.") && input.stepId === null) throw invalid("This event must name a step.");
  switch (input.kind) {
    case "step.added":
      if (input.stepId !== input.id) throw invalid("A step that is added has the id of its event.");
      break;
    case "step.chosen":
      if (model.steps.get(input.stepId ?? "")?.choice == null) {
        throw invalid("This step is no alternative of another one. Reload the page.");
      }
      break;
    case "step.output-pasted":
      if (input.data.commandId !== null) assertCommand(model, input.data.commandId);
      break;
    case "command.copied":
      assertCommand(model, input.data.commandId);
      break;
    case "variable.set": {
      const variable = model.variables.get(input.data.key);
      if (!variable) throw invalid("The revision that is followed here has no such value. Reload the page.");
      if (variable.isSecret) throw invalid("A secret value stays in the browser in which it was typed.");
      break;
    }
    case "incident.escalated": {
      const { level } = input.data;
      if (!model.escalation.levels.some((known) => known.level === level)) {
        throw invalid("The revision that is followed here has no such level of escalation. Reload the page.");
      }
      break;
    }
    case "cause.chosen": {
      const { cause } = input.data;
      if (!model.causes.some((known) => known.text === cause)) {
        throw invalid("The revision that is followed here lists no such cause. Write a note instead.");
      }
      break;
    }
  }
  return maskData(input, model);
}

/** The data as it is to be stored. The browser has masked the values it knows; this finds what looks like a secret. */
export function maskData(input: EventInput, model: RunModel | null): EventInput["data"] {
  if (input.kind !== "step.output-pasted" && input.kind !== "command.copied") return input.data;
  const text = maskSecrets(input.data.text, {}, [...(model?.variables.values() ?? [])]);
  return { ...input.data, text } as EventInput["data"];
}

/** Whether an event names a step that only the record of the incident can know. */
export function namesForeignStep(input: EventInput, model: RunModel | null): boolean {
  return input.stepId !== null && input.kind !== "step.added" && !model?.steps.has(input.stepId);
}

/**
 * What is a fact or words may still be added when the incident is resolved, and steps that are meant for then.
 * `stepId` is the step of the runbook that the event names, or that an added one follows.
 */
export function isAllowedAfterResolve(
  kind: EventInput["kind"],
  stepId: string | null,
  model: RunModel | null,
): boolean {
  const isAfter = stepId !== null && model?.steps.get(stepId)?.phase === "after";
  return isLate.has(kind) || (isAfter && (isMarkKind(kind) || kind === "step.output-pasted"));
}

const isLate = new Set<EventInput["kind"]>([
  "step.noted",
  "incident.noted",
  "command.copied",
  "cause.chosen",
  "link.added",
  "link.removed",
  "role.changed",
  "shift.handed-over",
  "timer.stopped",
  "status.changed",
  "severity.changed",
]);

function assertCommand(model: RunModel, commandId: string): void {
  if (!model.commandIds.has(commandId)) {
    throw invalid("The revision that is followed here has no such command. Reload the page.");
  }
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
