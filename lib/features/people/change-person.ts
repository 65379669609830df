import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { recordAudit } from "@/lib/db/audit";
import { db, type Tx } from "@/lib/db/client";
import { type Actor, roles } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

export const changePersonSchema = z.strictObject({
  userId: z.uuid(),
  role: z.enum(roles).optional(),
  isDisabled: z.boolean().optional(),
});

/**
 * Changes a role, or disables an account and ends its sessions. Counts at the person's next request. The last admin
 * who can sign in stays one. Admins only.
 */
export async function changePerson(actor: Actor, input: z.infer<typeof changePersonSchema>): Promise<void> {
  assertCan(actor, "user.manage");
  await db().$transaction(async (tx) => {
    // Two admins who demote each other at once must not both pass the check for the last one.
    await tx.$queryRaw`SELECT id FROM users WHERE role = 'admin' FOR UPDATE`;
    const user = await tx.user.findUnique({ where: { id: input.userId } });
    if (!user) throw new AppError("not-found", "This person no longer exists.");
    const role = input.role ?? user.role;
    const isDisabled = input.isDisabled ?? user.disabledAt !== null;
    if (role !== "admin" || isDisabled) await assertAdminRemains(tx, user.id);
    await tx.user.update({
      where: { id: user.id },
      data: {
        role,
        disabledAt: isDisabled ? (user.disabledAt ?? new Date()) : null,
        ...(isDisabled && !user.disabledAt ? { tokenVersion: { increment: 1 } } : {}),
      },
    });
    if (isDisabled) await tx.signInLink.deleteMany({ where: { userId: user.id, usedAt: null } });
    await recordAudit(tx, actor, "user.changed", user.id, {
      from: { role: user.role, isDisabled: user.disabledAt !== null },
      to: { role, isDisabled },
    });
  });
}

async function assertAdminRemains(tx: Tx, withoutId: string): Promise<void> {
  const others = await tx.user.count({
    where: { role: "admin", disabledAt: null, passwordHash: { not: null }, id: { not: withoutId } },
  });
  const isAdmin = await tx.user.count({ where: { id: withoutId, role: "admin" } });
  if (isAdmin > 0 && others === 0) {
    throw new AppError("conflict", "This is the last admin. Make somebody else an admin first.");
  }
}
