import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { toLf } from "@/lib/domain/line-ends";
import { diffTexts, type TextDiff } from "@/lib/domain/text-diff";
import { getRevisionRow, getRunbookFacts, type RevisionFacts } from "./find-revision";

export type RevisionDiff = {
  from: RevisionFacts;
  to: RevisionFacts;
  diff: TextDiff;
  /** The texts differ in their line ends alone. */
  isLineEndsOnly: boolean;
};

/** What changed between two revisions of a runbook, in the order given. Throws AppError "not-found". */
export async function diffRevisions(
  actor: Actor,
  slug: string,
  from: number,
  to: number,
): Promise<RevisionDiff> {
  const runbook = await getRunbookFacts(actor, slug);
  const [{ source: before, ...older }, { source: after, ...newer }] = await Promise.all([
    getRevisionRow(runbook.id, from),
    getRevisionRow(runbook.id, to),
  ]);
  const diff = diffTexts(toLf(before), toLf(after));
  return { from: older, to: newer, diff, isLineEndsOnly: diff.hunks.length === 0 && before !== after };
}
