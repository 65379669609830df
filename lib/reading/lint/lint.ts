import type { Root } from "hast";
import type { Problem, RunbookModel } from "@/lib/domain/document";
import type { FactsTrace } from "../document/read-facts";
import { type FrontMatter, frontMatterText } from "../front-matter";
import { brokenReferences } from "./broken-references";
import { hiddenCharacters, sqlInShellFences, twoRoles, undefinedVariables } from "./commands";
import { dangerWithoutWarning } from "./danger-without-warning";
import { missingDashboards } from "./dashboards";
import { metadataDisagrees, noEscalationTimes, unknownSeverities } from "./facts";
import { boxesOutsideLists, missingTitle, unclosedFences } from "./markup";
import { unfilledPlaces } from "./unfilled";

export type TreeInput = {
  source: string;
  frontMatter: FrontMatter;
  isTemplate: boolean;
  trace: FactsTrace;
};

/** What the author's own tree shows, before it is marked for the page. */
export function lintTree(root: Root, input: TreeInput): Problem[] {
  const lines = input.source.split("\n");
  const dashboards = missingDashboards(input.trace.outline, lines);
  const known = new Set(dashboards.map(({ line }) => line));
  const unfilled = input.isTemplate ? [] : unfilledPlaces(root, lines).filter(({ line }) => !known.has(line));
  return [
    missingTitle(input.trace.outline, frontMatterText(input.frontMatter, "title") !== null),
    dashboards,
    unfilled,
    boxesOutsideLists(root, lines),
    unclosedFences(root, lines),
    metadataDisagrees(input.trace.metaFacts),
  ].flatMap(atMost);
}

/** What the finished model shows. */
export function lintModel(model: RunbookModel, source: string): Problem[] {
  const lines = source.split("\n");
  return [
    brokenReferences(model.references),
    undefinedVariables(lines, model.variables, model.commands),
    twoRoles(lines, model.variables, model.commands),
    sqlInShellFences(lines, model.commands),
    dangerWithoutWarning(lines, model.commands, model.sections),
    hiddenCharacters(lines, model.commands),
    noEscalationTimes(model.escalation, lines),
    unknownSeverities(model.alerts, model.sections, lines),
  ].flatMap(atMost);
}

/** Who has a hundred notes of one kind mends them all alike; more only slow the page down. */
const MOST = 100;

function atMost(problems: Problem[]): Problem[] {
  return problems.slice(0, MOST);
}
