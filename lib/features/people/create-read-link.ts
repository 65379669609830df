import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { hashReadToken } from "@/lib/access/break-glass";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import { isStorable } from "@/lib/domain/storable-text";

export const createReadLinkSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(3, "Say why it is needed: this is kept in the audit record.")
    .max(300, "Use at most 300 characters.")
    .refine(isStorable, "A character in it cannot be stored."),
  hours: z.coerce
    .number()
    .int("Use whole hours.")
    .min(1, "Use at least 1 hour.")
    .max(72, "Use at most 72 hours."),
});

/**
 * Makes a break-glass link: whoever has it reads runbooks and incidents for some hours, without signing in. Gives its
 * path (`/break-glass/<token>`); the token is kept nowhere else. Admins only.
 */
export async function createReadLink(
  actor: Actor,
  { reason, hours }: z.infer<typeof createReadLinkSchema>,
): Promise<{ id: string; link: string }> {
  assertCan(actor, "read-link.manage");
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  return db().$transaction(async (tx) => {
    const { id } = await tx.readLink.create({
      data: { tokenHash: hashReadToken(token), reason, createdById: actor.id, expiresAt },
    });
    await recordAudit(tx, actor, "read-link.created", id, { reason, until: expiresAt.toISOString() });
    return { id, link: `/break-glass/${token}` };
  });
}
