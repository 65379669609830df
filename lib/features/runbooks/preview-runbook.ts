import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { riskWordsOf } from "@/lib/db/risk-words";
import type { Actor } from "@/lib/domain/actor";
import type { CompiledRunbook } from "@/lib/domain/document";
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
});

/** Compiles a text that is being written, on the road that publishing takes. Editors only. Nothing is stored. */
export async function previewRunbook(
  actor: Actor,
  input: z.infer<typeof previewSchema>,
): Promise<CompiledRunbook> {
  assertCan(actor, "problems.read");
  return compileRunbook({ ...input, riskWords: riskWordsOf(null) });
}
