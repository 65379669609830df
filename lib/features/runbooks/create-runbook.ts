import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { recordAudit } from "@/lib/db/audit";
import { db, type Tx } from "@/lib/db/client";
import { retryOnConflict } from "@/lib/db/retry";
import { riskWordsOf } from "@/lib/db/risk-words";
import type { Actor } from "@/lib/domain/actor";
import type { RunbookFormat } from "@/lib/domain/document";
import { blankRunbook, withTitle } from "@/lib/domain/runbook-starter";
import { slugOf } from "@/lib/domain/slug";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { appendRevision } from "./append-revision";
import { getRevisionRow, getRunbookFacts } from "./find-revision";
import { formatSchema, sourceSchema } from "./revision-input";

export const createRunbookSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, "Enter a title.")
    .max(120, "Use at most 120 characters.")
    .refine((title) => slugOf(title) !== "", "Use at least one letter or digit.")
    .refine((title) => isStorable(title) && !/[\r\n]/.test(title), "Leave out control characters."),
  /** Null is for admins: a runbook that belongs to no squad yet. */
  squadId: z.uuid("Choose a squad.").nullable(),
  from: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("blank") }),
    z.strictObject({ kind: z.literal("template"), slug: z.string().min(1).max(200).refine(isStorable) }),
    z.strictObject({ kind: z.literal("text"), source: sourceSchema, format: formatSchema }),
  ]),
});

export type CreateRunbookInput = z.infer<typeof createRunbookSchema>;

/** Names that the portal's own pages have under /runbooks. */
const reserved = new Set(["new"]);

/**
 * Makes a runbook with its first revision: blank, from a template, or from a text. Its address comes from the title,
 * with a number behind it when it is taken. Gives the slug.
 */
export async function createRunbook(actor: Actor, input: CreateRunbookInput): Promise<{ slug: string }> {
  assertCan(actor, "runbook.create");
  const squad = await squadFor(actor, input.squadId);
  const { source, format, message } = await startOf(actor, input);
  const compiled = await compileRunbook({ source, format, riskWords: riskWordsOf(squad) });
  return retryOnConflict(() =>
    db().$transaction(async (tx) => {
      const slug = await freeSlug(tx, slugOf(input.title));
      const { title, isTemplate } = compiled.model;
      const runbook = await tx.runbook.create({ data: { slug, title, isTemplate, squadId: input.squadId } });
      await appendRevision(tx, runbook, {
        source,
        format,
        message,
        origin: "portal",
        authorId: actor.id,
        parentNumber: null,
        compiled,
      });
      await recordAudit(tx, actor, "runbook.created", runbook.id, { slug, squadId: input.squadId });
      return { slug };
    }),
  );
}

/** The squad that a runbook is made for, when the actor may; null for one that belongs to nobody yet. */
async function squadFor(actor: Actor, squadId: string | null): Promise<{ riskWords: string } | null> {
  if (squadId === null) {
    if (actor.role === "admin") return null;
    throw new AppError("invalid", "Choose one of your squads.", {
      fields: { squadId: "Choose one of your squads." },
    });
  }
  const squad = await db().squad.findUnique({
    where: { id: squadId },
    select: { id: true, riskWords: true },
  });
  if (!squad) throw new AppError("not-found", "This squad no longer exists. Reload the page.");
  assertCan(actor, "runbook.edit", { squadId: squad.id });
  return squad;
}

type Start = { source: string; format: RunbookFormat; message: string };

async function startOf(actor: Actor, { title, from }: CreateRunbookInput): Promise<Start> {
  if (from.kind === "text")
    return { source: from.source, format: from.format, message: "Created from a text" };
  if (from.kind === "blank") return { source: blankRunbook(title), format: "md", message: "Created" };
  const template = await getRunbookFacts(actor, from.slug);
  const { source, format } = await getRevisionRow(template.id, template.currentRevision);
  return {
    source: withTitle(source, title),
    format,
    message: `Created from ${template.slug}`.slice(0, 200),
  };
}

/** The lock keeps two who create the same title at once from meeting in the unique index. */
async function freeSlug(tx: Tx, wish: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`runbook-slug:${wish}`}, 0))`;
  for (let count = 1; count <= 100; count += 1) {
    const slug = count === 1 ? wish : `${wish}-${count}`;
    if (reserved.has(slug)) continue;
    if ((await tx.runbook.count({ where: { slug } })) === 0) return slug;
  }
  const sentence = "There are a hundred runbooks of this title already. Choose another one.";
  throw new AppError("conflict", sentence, { fields: { title: sentence } });
}
