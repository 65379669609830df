import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

/** Ends a break-glass link at once, also for browsers that have opened it. Ending it twice is no error. Admins only. */
export async function revokeReadLink(actor: Actor, id: string): Promise<void> {
  assertCan(actor, "read-link.manage");
  await db().$transaction(async (tx) => {
    const revoked = await tx.readLink.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (revoked.count > 0) return recordAudit(tx, actor, "read-link.revoked", id, {});
    if ((await tx.readLink.count({ where: { id } })) === 0) {
      throw new AppError("not-found", "This link no longer exists.");
    }
  });
}
