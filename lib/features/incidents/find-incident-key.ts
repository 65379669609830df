import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { formatIncidentKey } from "@/lib/domain/incident-key";
import { findListCopy } from "./board-snapshot";

/**
 * The key of an incident by the id that a browser made; null while it has not arrived. With the database away only
 * what the list remembers has.
 */
export async function findIncidentKey(actor: Actor, id: string): Promise<string | null> {
  assertCan(actor, "incident.read");
  try {
    const incident = await db().incident.findUnique({ where: { id }, select: { number: true } });
    return incident && formatIncidentKey(incident.number);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const copy = await findListCopy();
    return copy?.value.find((incident) => incident.id === id)?.key ?? null;
  }
}
