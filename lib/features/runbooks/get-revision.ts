import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { findRunbookLeads } from "@/lib/db/runbook-leads";
import type { Actor } from "@/lib/domain/actor";
import type { CompiledRunbook } from "@/lib/domain/document";
import { linkDocument } from "@/lib/domain/link-document";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { getRevisionRow, getRunbookFacts, type RevisionFacts, type RunbookFacts } from "./find-revision";

export type RevisionPage = {
  runbook: RunbookFacts;
  revision: RevisionFacts & { source: string };
  compiled: CompiledRunbook;
};

/** One revision of a runbook, rendered, with its source. Throws AppError "not-found". */
export async function getRevision(actor: Actor, slug: string, number: number): Promise<RevisionPage> {
  const runbook = await getRunbookFacts(actor, slug);
  const revision = await getRevisionRow(runbook.id, number);
  const { source, format } = revision;
  const [compiled, leads] = await Promise.all([
    compileRunbook({ source, format, riskWords: runbook.riskWords }),
    findRunbookLeads(slug),
  ]);
  return { runbook, revision, compiled: { ...compiled, html: linkDocument(compiled.html, leads) } };
}

/** The current revision, straight from the database, for somebody who may change it. Throws AppError "forbidden". */
export async function getRevisionToEdit(actor: Actor, slug: string): Promise<RevisionPage> {
  const runbook = await getRunbookFacts(actor, slug);
  assertCan(actor, "runbook.edit", { squadId: runbook.squadId });
  return getRevision(actor, slug, runbook.currentRevision);
}
