import "server-only";
import { z } from "zod";
import { consumeSignInLink } from "@/lib/access/one-time-link";
import { hashPassword } from "@/lib/access/password";
import { emailSchema, passwordSchema } from "@/lib/access/sign-in";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { nameSchema } from "./person-schema";

export const acceptLinkSchema = z.strictObject({
  token: z.string().min(1).max(200),
  name: nameSchema.optional(),
  email: emailSchema.optional(),
  password: passwordSchema,
});

export type AcceptLinkInput = z.infer<typeof acceptLinkSchema>;

/**
 * Uses a one-time link: makes the first admin, or sets the password of the invited person. Gives the address to sign
 * in with. A new password ends all earlier sessions. Throws AppError when the link is used up, or when an admin exists
 * already.
 */
export async function acceptLink(input: AcceptLinkInput): Promise<{ email: string }> {
  const passwordHash = await hashPassword(input.password);
  return db().$transaction(async (tx) => {
    const link = await consumeSignInLink(tx, input.token);
    if (link.purpose === "first-admin") {
      if (!input.name || !input.email)
        throw new AppError("invalid", "Enter your name and your email address.");
      const admins = await tx.user.count({
        where: { role: "admin", disabledAt: null, passwordHash: { not: null } },
      });
      if (admins > 0)
        throw new AppError("conflict", "There is an admin already. Ask them for an invitation.");
      const user = await tx.user.upsert({
        where: { email: input.email },
        create: { email: input.email, name: input.name, role: "admin", passwordHash },
        update: {
          name: input.name,
          role: "admin",
          passwordHash,
          disabledAt: null,
          tokenVersion: { increment: 1 },
        },
      });
      await recordAudit(tx, user, "user.first-admin", user.id, {});
      return { email: user.email };
    }
    if (!link.userId)
      throw new AppError("not-found", "This link belongs to nobody. Ask an admin for a new one.");
    const user = await tx.user.update({
      where: { id: link.userId },
      data: { passwordHash, tokenVersion: { increment: 1 } },
    });
    // Links that went astray must not outlive the one that was used.
    await tx.signInLink.deleteMany({ where: { userId: user.id, usedAt: null } });
    await recordAudit(tx, user, "user.password-set", user.id, { purpose: link.purpose });
    return { email: user.email };
  });
}
