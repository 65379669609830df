import "server-only";
import type { Prisma, Tx } from "./client";

/** Appends what somebody changed outside an incident. `data` must hold no secret: it is shown to admins as it is. */
export async function recordAudit(
  tx: Tx,
  actor: { id: string; name: string } | null,
  action: string,
  target: string,
  data: Prisma.InputJsonObject,
): Promise<void> {
  await tx.auditEntry.create({
    data: { action, actorId: actor?.id ?? null, actorName: actor?.name ?? "portal", target, data },
  });
}
