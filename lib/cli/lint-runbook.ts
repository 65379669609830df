import path from "node:path";
import { lintRulePage } from "@/lib/domain/lint-rules";
import { resolveReferences } from "@/lib/domain/references";
import { problemsAmongOthers } from "@/lib/reading/lint/among-others";
import type { KnownFiles } from "./known-files";
import type { Finding } from "./lint-formats";
import type { ReadRunbook } from "./read-runbooks";

/**
 * All problems of one runbook in the order of the text: what the compile noticed, and what only somebody can tell who
 * knows the other files and the day. `today` is `YYYY-MM-DD`.
 */
export function lintRunbook(runbook: ReadRunbook, { top, index }: KnownFiles, today: string): Finding[] {
  const ownPath = pathBelow(top, runbook.place);
  return problemsAmongOthers(runbook, runbook.source, { ownPath, paths: index, today }).map((problem) => ({
    ...problem,
    file: runbook.name,
    page: lintRulePage(problem.rule),
  }));
}

/** The runbook as one among others: its references are resolved, and its problems those that `lint` reports. */
export function amongKnown(runbook: ReadRunbook, { top, index }: KnownFiles, today: string): ReadRunbook {
  const ownPath = pathBelow(top, runbook.place);
  const references = resolveReferences(runbook.model.references, ownPath, index);
  const problems = problemsAmongOthers(runbook, runbook.source, { ownPath, paths: index, today });
  return { ...runbook, model: { ...runbook.model, references }, problems };
}

function pathBelow(top: string, place: string): string {
  return path.relative(top, path.resolve(place)).split(path.sep).join("/");
}
