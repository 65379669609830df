import { type LiveUnit, toCopyUnits } from "@/lib/domain/commands/copy-units";
import type { CompiledRunbook, Problem, RenderRoad, Variable } from "@/lib/domain/document";
import { incidentSteps } from "@/lib/domain/incident-steps";

/** What the editor shows beside the text: the page, and what an author should know about it. */
export type Preview = {
  html: string;
  title: string;
  units: LiveUnit[];
  variables: Variable[];
  problems: Problem[];
  road: RenderRoad;
  stepCount: number;
  commandCount: number;
};

/** The part of a compile that the preview needs; the rest of the model stays on the server. */
export function toPreview({ html, model, problems, road }: CompiledRunbook): Preview {
  return {
    html,
    title: model.title,
    units: toCopyUnits(model.commands),
    variables: model.variables,
    problems,
    road,
    stepCount: incidentSteps(model).length,
    commandCount: model.commands.filter((command) => command.kind === "command").length,
  };
}
