import path from "node:path";
import { lintRulePage } from "@/lib/domain/lint-rules";
import { problemsAmongOthers } from "@/lib/reading/lint/among-others";
import type { KnownFiles } from "./known-files";
import type { Finding } from "./lint-formats";
import type { ReadRunbook } from "./read-runbooks";

/**
 * All problems of one runbook in the order of the text: what the compile noticed, and what only somebody can tell who
 * knows the other files and the day. `today` is `YYYY-MM-DD`.
 */
export function lintRunbook(runbook: ReadRunbook, { top, index }: KnownFiles, today: string): Finding[] {
  const ownPath = path.relative(top, path.resolve(runbook.place)).split(path.sep).join("/");
  return problemsAmongOthers(runbook, runbook.source, { ownPath, paths: index, today }).map((problem) => ({
    ...problem,
    file: runbook.name,
    page: lintRulePage(problem.rule),
  }));
}
