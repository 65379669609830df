import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import { riskWordsOf } from "@/lib/db/risk-words";
import { findRunbookLeads } from "@/lib/db/runbook-leads";
import type { Actor } from "@/lib/domain/actor";
import type { CompiledRunbook } from "@/lib/domain/document";
import { linkDocument } from "@/lib/domain/link-document";
import { maxSourceBytes } from "@/lib/domain/revision-rules";
import { isStorable } from "@/lib/domain/storable-text";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { formatSchema } from "./revision-input";

/** An empty text is fine here: it is what an author begins with. */
export const previewSchema = z.strictObject({
  source: z
    .string()
    .max(maxSourceBytes, "is larger than 256 KB")
    .refine(isStorable, "holds a character that cannot be stored"),
  format: formatSchema,
  /** Runbook that the text is for: its squad's own dangerous words count. */
  slug: z.string().min(1).max(200).refine(isStorable).optional(),
});

/** Compiles a text that is being written, on the road that publishing takes. Editors only. Nothing is stored. */
export async function previewRunbook(
  actor: Actor,
  input: z.infer<typeof previewSchema>,
): Promise<CompiledRunbook> {
  assertCan(actor, "problems.read");
  const { source, format, slug } = input;
  const runbook = slug
    ? await db().runbook.findUnique({ where: { slug }, select: { squad: { select: { riskWords: true } } } })
    : null;
  const compiled = await compileRunbook({ source, format, riskWords: riskWordsOf(runbook?.squad ?? null) });
  if (!slug) return compiled;
  return { ...compiled, html: linkDocument(compiled.html, await findRunbookLeads(slug)) };
}
