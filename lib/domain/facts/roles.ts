import type { FactEvent } from "../board-state";
import { readClock } from "../event-clock";
import type { IncidentRole } from "../event-data";

/** Somebody who has a role; `at` is since when, ISO 8601 in UTC. */
export type RoleHolder = { id: string; name: string; at: string };

export type Roles = {
  commander: RoleHolder | null;
  scribe: RoleHolder | null;
  /** In the order in which they came. */
  responders: readonly RoleHolder[];
};

/** Who has which role now. Commander and scribe are one person at a time; a hand-over moves the role along. */
export function rolesOf(facts: readonly FactEvent[]): Roles {
  let roles: Roles = { commander: null, scribe: null, responders: [] };
  for (const fact of facts) {
    if (fact.kind !== "role.changed" && fact.kind !== "shift.handed-over") continue;
    const { role, personId, personName } = fact.data;
    const holder = { id: personId, name: personName, at: readClock(fact).at };
    if (fact.kind === "shift.handed-over") {
      // Whoever hands over a role is free of it, also when the record had somebody else.
      const freed = fact.actorId === null ? roles : without(roles, role, fact.actorId);
      roles = withHolder(freed, role, holder);
    } else {
      roles = fact.data.isHeld ? withHolder(roles, role, holder) : without(roles, role, personId);
    }
  }
  return roles;
}

/** The roles that a person has. */
export function rolesHeldBy(roles: Roles, personId: string): IncidentRole[] {
  const held: IncidentRole[] = [];
  if (roles.commander?.id === personId) held.push("commander");
  if (roles.scribe?.id === personId) held.push("scribe");
  if (roles.responders.some(({ id }) => id === personId)) held.push("responder");
  return held;
}

function withHolder(roles: Roles, role: IncidentRole, holder: RoleHolder): Roles {
  if (role !== "responder") return { ...roles, [role]: holder };
  if (roles.responders.some(({ id }) => id === holder.id)) return roles;
  return { ...roles, responders: [...roles.responders, holder] };
}

function without(roles: Roles, role: IncidentRole, personId: string): Roles {
  if (role === "responder") {
    return { ...roles, responders: roles.responders.filter(({ id }) => id !== personId) };
  }
  return roles[role]?.id === personId ? { ...roles, [role]: null } : roles;
}
