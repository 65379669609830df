import "server-only";
import { createSignInLink } from "@/lib/access/one-time-link";
import { db } from "@/lib/db/client";

/**
 * Path of a fresh one-time link for the first admin; null as soon as somebody can sign in as admin. Earlier unused
 * links of this kind stop working, so that only the newest start's link counts.
 */
export async function createFirstAdminLink(): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const admins = await tx.user.count({
      where: { role: "admin", disabledAt: null, passwordHash: { not: null } },
    });
    if (admins > 0) return null;
    await tx.signInLink.deleteMany({ where: { purpose: "first-admin", usedAt: null } });
    return createSignInLink(tx, "first-admin", null);
  });
}
