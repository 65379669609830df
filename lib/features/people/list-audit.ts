import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";

export type AuditLine = {
  id: string;
  action: string;
  actorName: string;
  target: string;
  data: string;
  at: string;
};

/** The newest entries of the audit record, newest first. Admins only. */
export async function listAudit(actor: Actor, limit = 200): Promise<AuditLine[]> {
  assertCan(actor, "audit.read");
  const rows = await db().auditEntry.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id, action, actorName, target, data, createdAt }) => ({
    id,
    action,
    actorName,
    target,
    data: JSON.stringify(data),
    at: createdAt.toISOString(),
  }));
}
