import path from "node:path";
import type { Problem } from "@/lib/domain/document";
import { lintRulePage } from "@/lib/domain/lint-rules";
import { resolveReferences } from "@/lib/domain/references";
import { brokenReferences } from "@/lib/reading/lint/broken-references";
import { staleDate } from "@/lib/reading/lint/stale-date";
import type { KnownFiles } from "./known-files";
import type { Finding } from "./lint-formats";
import type { ReadRunbook } from "./read-runbooks";

/**
 * All problems of one runbook in the order of the text: what the compile noticed, and what only somebody can tell who
 * knows the other files and the day. `today` is `YYYY-MM-DD`.
 */
export function lintRunbook(runbook: ReadRunbook, { top, index }: KnownFiles, today: string): Finding[] {
  const ownPath = path.relative(top, path.resolve(runbook.place)).split(path.sep).join("/");
  const others = runbook.model.references.filter(({ kind }) => kind === "runbook" || kind === "file");
  const problems: Problem[] = [
    ...runbook.problems,
    ...brokenReferences(resolveReferences(others, ownPath, index)),
    ...staleDate(runbook.model, runbook.source, today),
  ];
  return problems
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map((problem) => ({ ...problem, file: runbook.name, page: lintRulePage(problem.rule) }));
}
