import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

export type LinkPurpose = "first-admin" | "invitation" | "password-reset";

const lifetimeHours: Record<LinkPurpose, number> = { "first-admin": 24, invitation: 72, "password-reset": 4 };

/** The token is random, so a plain hash is enough: whoever reads the table cannot sign in with it. */
function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Makes a link that works once. Gives the path (`/sign-in/link/<token>`); the token is kept nowhere else. */
export async function createSignInLink(tx: Tx, purpose: LinkPurpose, userId: string | null): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + lifetimeHours[purpose] * 3_600_000);
  await tx.signInLink.create({ data: { tokenHash: hashToken(token), purpose, userId, expiresAt } });
  return `/sign-in/link/${token}`;
}

/** What an unused, unexpired link is for; null otherwise. */
export async function findSignInLink(
  token: string,
): Promise<{ purpose: LinkPurpose; user: { id: string; name: string; email: string } | null } | null> {
  const link = await db().signInLink.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { user: { select: { id: true, name: true, email: true } } },
  });
  if (!link || link.usedAt || link.expiresAt < new Date() || !isPurpose(link.purpose)) return null;
  return { purpose: link.purpose, user: link.user };
}

/** Marks a link used, or throws AppError: of two that come at once only one passes. */
export async function consumeSignInLink(
  tx: Tx,
  token: string,
): Promise<{ purpose: LinkPurpose; userId: string | null }> {
  const [link] = await tx.signInLink.updateManyAndReturn({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  if (!link || !isPurpose(link.purpose)) {
    throw new AppError("not-found", "This link was used already or has expired. Ask an admin for a new one.");
  }
  return { purpose: link.purpose, userId: link.userId };
}

function isPurpose(text: string): text is LinkPurpose {
  return Object.hasOwn(lifetimeHours, text);
}
