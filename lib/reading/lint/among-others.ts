import type { Problem, RunbookModel } from "@/lib/domain/document";
import { type PathIndex, resolveReferences } from "@/lib/domain/references";
import { brokenReferences } from "./broken-references";
import { staleDate } from "./stale-date";

/** A runbook among others: its path and theirs from the top of the same folder, and the day as `YYYY-MM-DD`. */
export type Surroundings = { ownPath: string; paths: PathIndex; today: string };

/**
 * All problems of a runbook in the order of its text: those that its compile noticed, and what only somebody can tell
 * who knows the other runbooks and the day. Sections of the page itself were looked up by the compile.
 */
export function problemsAmongOthers(
  { model, problems }: { model: RunbookModel; problems: readonly Problem[] },
  source: string,
  { ownPath, paths, today }: Surroundings,
): Problem[] {
  const others = model.references.filter(({ kind }) => kind === "runbook" || kind === "file");
  return [
    ...problems,
    ...brokenReferences(resolveReferences(others, ownPath, paths)),
    ...staleDate(model, source, today),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}
