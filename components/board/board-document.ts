import type { BoardState } from "@/lib/domain/board-state";
import { toCopyUnits } from "@/lib/domain/commands/copy-units";
import type { CompiledRunbook } from "@/lib/domain/document";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { toBoardSteps } from "./board-steps";
import { fillSlots } from "./fill-slots";
import type { OtherRun } from "./panels/desk-types";
import { keepWaitPlaces, toRunAids } from "./panels/run-aids";
import type { BoardDocument } from "./types";

/** A run as the feature answers it. */
export type BoardRun = {
  id: string;
  startedAt: string;
  revision: number;
  newestRevision: number;
  runbook: { slug: string; title: string; squadName: string | null };
  compiled: CompiledRunbook;
};

/** Takes from a run what the browser needs, and no more. */
export function toBoardDocument(
  { compiled, runbook, ...run }: BoardRun,
  state: BoardState,
  now: Date,
): BoardDocument {
  const { html, model } = compiled;
  const first = model.sections[0];
  const aids = toRunAids(compiled);
  const steps = toBoardSteps(model);
  return {
    runId: run.id,
    startedAt: run.startedAt,
    slug: runbook.slug,
    title: model.title || runbook.title,
    titleAnchor: first?.depth === 1 ? first.id : null,
    squadName: runbook.squadName,
    revision: run.revision,
    newestRevision: run.newestRevision,
    html: keepWaitPlaces(fillSlots(html, steps, run.id, state, now), aids),
    sections: model.sections.map(({ id, text, depth }) => ({ id, text, depth })),
    steps,
    commands: toCopyUnits(model.commands),
    variables: model.variables,
    aids,
  };
}

/** What the board shows of a run that it does not show: how far it is. */
export function toOtherRun({ id, runbook, compiled }: BoardRun): OtherRun {
  const steps = incidentSteps(compiled.model).map((step) => {
    const { text, parentId, choice, phase, depth, sectionId } = step;
    return { id: step.id, text, parentId, choice, phase, depth, sectionId };
  });
  return { id, slug: runbook.slug, title: compiled.model.title || runbook.title, steps };
}
