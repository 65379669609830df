import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import { retryOnConflict } from "@/lib/db/retry";
import type { Actor } from "@/lib/domain/actor";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";
import { lockRunbook } from "./append-revision";
import { noSuchRunbook } from "./find-revision";

export const changeRunbookSchema = z.strictObject({
  slug: z.string().min(1).max(200).refine(isStorable),
  squadId: z.uuid("Choose a squad."),
});

/** Gives a runbook to another squad. Needs the right to edit in both; its revisions stay as they are. */
export async function changeRunbook(actor: Actor, input: z.infer<typeof changeRunbookSchema>): Promise<void> {
  await retryOnConflict(() =>
    db().$transaction(async (tx) => {
      const runbook = await lockRunbook(tx, input.slug);
      if (!runbook) throw noSuchRunbook();
      assertCan(actor, "runbook.edit", { squadId: runbook.squadId });
      const squad = await tx.squad.findUnique({ where: { id: input.squadId } });
      if (!squad) throw new AppError("not-found", "This squad no longer exists. Reload the page.");
      assertCan(actor, "runbook.edit", { squadId: squad.id });
      if (runbook.squadId === squad.id) return;
      await tx.runbook.update({ where: { id: runbook.id }, data: { squadId: squad.id } });
      await recordAudit(tx, actor, "runbook.moved", runbook.id, {
        slug: input.slug,
        from: runbook.squadId,
        to: squad.id,
      });
    }),
  );
}
