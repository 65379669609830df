import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { can } from "@/lib/access/policy";
import { db, type Prisma } from "@/lib/db/client";
import { riskWordsOf } from "@/lib/db/risk-words";
import type { Actor } from "@/lib/domain/actor";
import type { RunbookFormat } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { AppError } from "@/lib/errors";

export function noSuchRunbook(): AppError {
  return new AppError("not-found", "There is no runbook at this address. It may have been renamed.");
}

/** A runbook as its history shows it. */
export type RunbookFacts = {
  id: string;
  slug: string;
  title: string;
  isTemplate: boolean;
  squadId: string | null;
  squadName: string | null;
  /** Local words of the portal and the squad, as they are today. */
  riskWords: readonly LocalRiskWord[];
  currentRevision: number;
  canEdit: boolean;
};

/** The facts of a runbook that the actor may read. Throws AppError "not-found". */
export async function getRunbookFacts(actor: Actor, slug: string): Promise<RunbookFacts> {
  const row = await db().runbook.findUnique({
    where: { slug },
    include: { squad: { select: { name: true, riskWords: true } } },
  });
  if (!row || row.currentRevision === 0) throw noSuchRunbook();
  assertCan(actor, "runbook.read", { squadId: row.squadId });
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    isTemplate: row.isTemplate,
    squadId: row.squadId,
    squadName: row.squad?.name ?? null,
    riskWords: riskWordsOf(row.squad),
    currentRevision: row.currentRevision,
    canEdit: can(actor, "runbook.edit", { squadId: row.squadId }),
  };
}

/** Who made a revision, when and why. */
export type RevisionFacts = {
  number: number;
  parentNumber: number | null;
  format: RunbookFormat;
  message: string;
  origin: "import" | "portal";
  authorId: string | null;
  /** Null for an import. */
  authorName: string | null;
  /** ISO 8601 in UTC. */
  createdAt: string;
};

export const revisionFacts = {
  number: true,
  parentNumber: true,
  format: true,
  message: true,
  origin: true,
  authorId: true,
  createdAt: true,
  author: { select: { name: true } },
} satisfies Prisma.RevisionSelect;

export function toRevisionFacts(
  row: Prisma.RevisionGetPayload<{ select: typeof revisionFacts }>,
): RevisionFacts {
  const { author, createdAt, ...rest } = row;
  return { ...rest, authorName: author?.name ?? null, createdAt: createdAt.toISOString() };
}

/** One revision with its text. Throws AppError "not-found". */
export async function getRevisionRow(
  runbookId: string,
  number: number,
): Promise<RevisionFacts & { source: string }> {
  const row = await db().revision.findUnique({
    where: { runbookId_number: { runbookId, number } },
    select: { ...revisionFacts, source: true },
  });
  if (!row) throw new AppError("not-found", `There is no revision ${number} of this runbook.`);
  const { source, ...rest } = row;
  return { ...toRevisionFacts(rest), source };
}
