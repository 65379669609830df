import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import type { Actor } from "@/lib/domain/actor";
import { isStorable } from "@/lib/domain/storable-text";
import { getRevisionRow, getRunbookFacts } from "./find-revision";
import { type Published, publishRevision } from "./publish-revision";
import { revisionNumberSchema } from "./revision-input";

export const restoreSchema = z.strictObject({
  slug: z.string().min(1).max(200).refine(isStorable),
  number: revisionNumberSchema,
  /** The current revision that the restorer saw. */
  parentNumber: revisionNumberSchema,
});

/** Publishes the text of an older revision as a new one; nothing in between is lost. Throws as publishRevision does. */
export async function restoreRevision(
  actor: Actor,
  input: z.infer<typeof restoreSchema>,
): Promise<Published> {
  const runbook = await getRunbookFacts(actor, input.slug);
  assertCan(actor, "runbook.edit", { squadId: runbook.squadId });
  const { source, format } = await getRevisionRow(runbook.id, input.number);
  return publishRevision(actor, {
    slug: input.slug,
    source,
    format,
    message: `Restored revision ${input.number}`,
    parentNumber: input.parentNumber,
  });
}
