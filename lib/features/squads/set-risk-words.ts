import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import { formatRiskWords, parseRiskWords } from "@/lib/domain/local-risk-words";
import { AppError } from "@/lib/errors";

export const setRiskWordsSchema = z.strictObject({
  squadId: z.uuid(),
  riskWords: z.string().transform((text, context) => {
    const read = parseRiskWords(text);
    if (read.ok) return formatRiskWords(read.words);
    const sentences = read.problems.map(({ line, message }) => `Line ${line}: ${message}`);
    context.addIssue({ code: "custom", message: sentences.join(" ") });
    return z.NEVER;
  }),
});

/**
 * Sets the words by which a squad's runbooks know its own dangerous commands. For the squad's editors and admins; the
 * pages are read anew with them at once.
 */
export async function setRiskWords(actor: Actor, input: z.infer<typeof setRiskWordsSchema>): Promise<void> {
  const { squadId, riskWords } = input;
  await db().$transaction(async (tx) => {
    const squad = await tx.squad.findUnique({ where: { id: squadId }, select: { riskWords: true } });
    if (!squad) throw new AppError("not-found", "This squad no longer exists.");
    assertCan(actor, "squad.set-risk-words", { squadId });
    if (squad.riskWords === riskWords) return;
    await tx.squad.update({ where: { id: squadId }, data: { riskWords } });
    await recordAudit(tx, actor, "squad.risk-words-set", squadId, {
      before: squad.riskWords,
      after: riskWords,
    });
  });
}
