import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { recordAudit } from "@/lib/db/audit";
import { db, type Tx } from "@/lib/db/client";
import { retryOnConflict } from "@/lib/db/retry";
import { riskWordsOf } from "@/lib/db/risk-words";
import type { Actor } from "@/lib/domain/actor";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import type { ConflictDetails } from "@/lib/domain/publish-conflict";
import { AppError } from "@/lib/errors";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { appendRevision, lockRunbook, sha256Of } from "./append-revision";
import { noSuchRunbook } from "./find-revision";
import { formatSchema, messageSchema, revisionNumberSchema, sourceSchema } from "./revision-input";

export const publishSchema = z.strictObject({
  source: sourceSchema,
  /** As it was when left out. */
  format: formatSchema.optional(),
  message: messageSchema,
  /** The revision that the author had in front of them. */
  parentNumber: revisionNumberSchema,
});

export type PublishInput = z.infer<typeof publishSchema> & { slug: string };

export type Published = {
  number: number;
  title: string /** The same request again: nothing was written anew. */;
  isRepeat: boolean;
};

/**
 * Makes a text the next revision of a runbook. Throws AppError "conflict" with both texts in its details when somebody
 * published since, "invalid" when nothing changed. The same author sending the same text again gets the first answer.
 */
export async function publishRevision(actor: Actor, input: PublishInput): Promise<Published> {
  const known = await db().runbook.findUnique({
    where: { slug: input.slug },
    select: {
      squadId: true,
      squad: { select: { riskWords: true } },
      revisions: { select: { format: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  if (!known) throw noSuchRunbook();
  assertCan(actor, "runbook.edit", { squadId: known.squadId });
  const format = input.format ?? known.revisions[0]?.format ?? "md";
  const riskWords = riskWordsOf(known.squad);
  const compiled = await compileRunbook({ source: input.source, format, riskWords });
  return retryOnConflict(() =>
    db().$transaction((tx) => publish(tx, actor, { ...input, format, compiled }), { maxWait: 4_000 }),
  );
}

type Candidate = PublishInput & { format: RunbookFormat; compiled: CompiledRunbook };

async function publish(tx: Tx, actor: Actor, input: Candidate): Promise<Published> {
  const { slug, source, format, message, parentNumber, compiled } = input;
  const runbook = await lockRunbook(tx, slug);
  if (!runbook) throw noSuchRunbook();
  assertCan(actor, "runbook.edit", { squadId: runbook.squadId });
  const current = await tx.revision.findUniqueOrThrow({
    where: { runbookId_number: { runbookId: runbook.id, number: runbook.currentRevision } },
    include: { author: { select: { name: true } } },
  });
  const isSameText = current.sha256 === sha256Of(source) && current.format === format;
  if (current.number !== parentNumber) {
    // The answer to our own publish was lost on the way and the browser asks again.
    const isRepeat = isSameText && current.authorId === actor.id && current.parentNumber === parentNumber;
    if (isRepeat) return { number: current.number, title: current.title, isRepeat: true };
    throw await conflict(tx, current, parentNumber);
  }
  if (isSameText)
    throw new AppError("invalid", `Nothing changed: this is the text of revision ${current.number}.`);
  const number = await appendRevision(tx, runbook, {
    source,
    format,
    message,
    origin: "portal",
    authorId: actor.id,
    parentNumber,
    compiled,
  });
  await recordAudit(tx, actor, "revision.published", runbook.id, { slug, number, message });
  return { number, title: compiled.model.title, isRepeat: false };
}

type CurrentRevision = {
  runbookId: string;
  number: number;
  source: string;
  format: RunbookFormat;
  message: string;
  createdAt: Date;
  author: { name: string } | null;
};

/** Everything that the author needs to settle it: the newer text, and the one that both began from. */
async function conflict(tx: Tx, current: CurrentRevision, parentNumber: number): Promise<AppError> {
  const base = await tx.revision.findUnique({
    where: { runbookId_number: { runbookId: current.runbookId, number: parentNumber } },
    select: { source: true },
  });
  const details: ConflictDetails = {
    currentNumber: current.number,
    currentSource: current.source,
    currentFormat: current.format,
    currentAuthor: current.author?.name ?? null,
    currentMessage: current.message,
    currentCreatedAt: current.createdAt.toISOString(),
    baseSource: base?.source ?? null,
  };
  const who = details.currentAuthor ?? "An import";
  return new AppError(
    "conflict",
    `${who} published revision ${current.number} while you were writing. Your text is kept; look at both and decide.`,
    { details },
  );
}
