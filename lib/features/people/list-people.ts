import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor, Role } from "@/lib/domain/actor";

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** "invited" until a password was set. */
  state: "active" | "invited" | "disabled";
  squads: { name: string; isEditor: boolean }[];
};

/** Everybody, by name. Admins only. */
export async function listPeople(actor: Actor): Promise<Person[]> {
  assertCan(actor, "user.manage");
  const users = await db().user.findMany({
    orderBy: { name: "asc" },
    include: { memberships: { include: { squad: { select: { name: true } } } } },
  });
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    state: user.disabledAt ? "disabled" : user.passwordHash ? "active" : "invited",
    squads: user.memberships.map((membership) => ({
      name: membership.squad.name,
      isEditor: membership.isEditor,
    })),
  }));
}
