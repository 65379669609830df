import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";

/** Times are ISO 8601 in UTC. */
export type ReadLinkLine = {
  id: string;
  reason: string;
  createdBy: string;
  createdAt: string;
  until: string;
  lastUsedAt: string | null;
  state: "open" | "expired" | "revoked";
};

/** The newest break-glass links, newest first. Admins only. */
export async function listReadLinks(actor: Actor, limit = 100): Promise<ReadLinkLine[]> {
  assertCan(actor, "read-link.manage");
  const rows = await db().readLink.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    include: { createdBy: { select: { name: true } } },
  });
  const now = new Date();
  return rows.map(({ id, reason, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt }) => ({
    id,
    reason,
    createdBy: createdBy.name,
    createdAt: createdAt.toISOString(),
    until: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    state: revokedAt ? "revoked" : expiresAt <= now ? "expired" : "open",
  }));
}
