import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import { type Actor, atLeast, type Role, roles } from "@/lib/domain/actor";

export type Responder = { id: string; name: string; role: Role };

/** Who can be given a role in an incident: everybody who may run one and can sign in, by name. Asked by who may give one: nobody else needs all names. */
export async function listResponders(actor: Actor): Promise<Responder[]> {
  assertCan(actor, "event.append");
  return db().user.findMany({
    where: { role: { in: roles.filter((role) => atLeast(role, "responder")) }, disabledAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, role: true },
  });
}
