import type { CompiledRunbook } from "@/lib/domain/document";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { readResponseLimits } from "@/lib/domain/response-limits";
import type { RunAids } from "./desk-types";

/** Takes from a compiled runbook what an incident needs beside its steps. */
export function toRunAids({ html, model }: Pick<CompiledRunbook, "html" | "model">): RunAids {
  const steps = incidentSteps(model);
  return {
    waits: Object.fromEntries(steps.flatMap(({ id, waits }) => (waits.length > 0 ? [[id, waits]] : []))),
    limits: readResponseLimits(html, steps),
    levels: model.escalation.levels,
    triggers: model.escalation.triggers,
    causes: model.causes.map(({ text, fix }) => ({ text, fix })),
    dashboards: model.meta.dashboards,
  };
}

const row = /<(span|div) data-slot="step-acts" data-for="([^"]*)">/g;

/** Keeps the place of a step's timers from the start, so that nothing moves when their controls come. */
export function keepWaitPlaces(html: string, { waits }: Pick<RunAids, "waits">): string {
  return html.replace(row, (open, tag: string, id: string) =>
    Object.hasOwn(waits, id) ? `${open}<${tag} class="step-wait"></${tag}>` : open,
  );
}
