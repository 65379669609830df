import "server-only";
import { uuidv7 } from "uuidv7";
import { type BreakGlassPass, breakGlassName, hashReadToken } from "@/lib/access/break-glass";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import { AppError } from "@/lib/errors";

/** Whether a break-glass link still opens the portal; "unknown" while the database cannot say. Uses nothing up. */
export async function findReadLink(
  token: string,
): Promise<{ state: "open"; until: string } | { state: "over" } | { state: "unknown" }> {
  try {
    const link = await db().readLink.findUnique({ where: { tokenHash: hashReadToken(token) } });
    if (!link || link.revokedAt || link.expiresAt <= new Date()) return { state: "over" };
    return { state: "open", until: link.expiresAt.toISOString() };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { state: "unknown" };
  }
}

/**
 * Lets a browser in by a break-glass link, until the link's end. The audit record gets a line for each browser; one
 * that has been let in by the same link (`before`) keeps its pass. Throws AppError "not-found" for a link that is
 * unknown, revoked or expired.
 */
export async function enterByReadLink(token: string, before: BreakGlassPass | null): Promise<BreakGlassPass> {
  return db().$transaction(async (tx) => {
    const now = new Date();
    const [link] = await tx.readLink.updateManyAndReturn({
      where: { tokenHash: hashReadToken(token), revokedAt: null, expiresAt: { gt: now } },
      data: { lastUsedAt: now },
    });
    if (!link) {
      throw new AppError("not-found", "This link was revoked or has expired. Ask an admin for a new one.");
    }
    if (before?.linkId === link.id) return before;
    const pass = { linkId: link.id, visitId: uuidv7(), until: link.expiresAt.toISOString() };
    await recordAudit(tx, { id: pass.visitId, name: breakGlassName }, "read-link.used", link.id, {});
    return pass;
  });
}
