import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import { formatIncidentKey } from "@/lib/domain/incident-key";

/** The key of an incident by the id that a browser made; null while it has not arrived. */
export async function findIncidentKey(actor: Actor, id: string): Promise<string | null> {
  assertCan(actor, "incident.read");
  const incident = await db().incident.findUnique({ where: { id }, select: { number: true } });
  return incident && formatIncidentKey(incident.number);
}
