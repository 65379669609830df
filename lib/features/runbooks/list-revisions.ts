import "server-only";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import {
  getRunbookFacts,
  type RevisionFacts,
  type RunbookFacts,
  revisionFacts,
  toRevisionFacts,
} from "./find-revision";

export const revisionPageSize = 100;

export type RevisionList = {
  runbook: RunbookFacts;
  /** Newest first. */
  revisions: RevisionFacts[];
  /** Ask again with this `before` for the older ones; null when these are all. */
  before: number | null;
};

/** The revisions of a runbook, newest first, a page at a time. Throws AppError "not-found". */
export async function listRevisions(actor: Actor, slug: string, before?: number): Promise<RevisionList> {
  const runbook = await getRunbookFacts(actor, slug);
  const rows = await db().revision.findMany({
    where: { runbookId: runbook.id, number: { lt: before ?? runbook.currentRevision + 1 } },
    orderBy: { number: "desc" },
    take: revisionPageSize,
    select: revisionFacts,
  });
  const last = rows.at(-1)?.number ?? 1;
  return { runbook, revisions: rows.map(toRevisionFacts), before: last > 1 ? last : null };
}
