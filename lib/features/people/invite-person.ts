import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { createSignInLink } from "@/lib/access/one-time-link";
import { emailSchema } from "@/lib/access/sign-in";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { type Actor, roles } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { nameSchema } from "./person-schema";

export const invitePersonSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  role: z.enum(roles),
});

/** Makes an account without a password, and the link with which its owner sets one. Admins only. */
export async function invitePerson(
  actor: Actor,
  input: z.infer<typeof invitePersonSchema>,
): Promise<{ id: string; link: string }> {
  assertCan(actor, "user.manage");
  try {
    return await db().$transaction(async (tx) => {
      const user = await tx.user.create({ data: input });
      await recordAudit(tx, actor, "user.invited", user.id, { email: input.email, role: input.role });
      return { id: user.id, link: await createSignInLink(tx, "invitation", user.id) };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const sentence = "This address has an account already.";
    throw new AppError("conflict", sentence, { cause: error, fields: { email: sentence } });
  }
}

/** A fresh link to set a new password, for someone who lost theirs or their invitation. Admins only. */
export async function createPasswordLink(actor: Actor, userId: string): Promise<{ link: string }> {
  assertCan(actor, "user.manage");
  return db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId } });
    if (!user) throw new AppError("not-found", "This person no longer exists.");
    await tx.signInLink.deleteMany({ where: { userId, usedAt: null } });
    const link = await createSignInLink(tx, user.passwordHash ? "password-reset" : "invitation", user.id);
    await recordAudit(tx, actor, "user.link-created", user.id, {});
    return { link };
  });
}
