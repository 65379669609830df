import "server-only";
import type { Prisma } from "@/lib/db/client";
import { ask, sql } from "@/lib/db/sql";
import type { Actor, Role } from "@/lib/domain/actor";
import type { SessionClaims } from "./auth-options";

export const withSquads = {
  memberships: { select: { squadId: true, isEditor: true } },
} satisfies Prisma.UserInclude;

/** What decides who somebody is and what they may. */
export type UserRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  tokenVersion: number;
  disabledAt: Date | null;
  memberships: { squadId: string; isEditor: boolean }[];
};

/** The rows of these people as they are now. One statement, since each request begins with it. */
export function readUsers(ids: string[]): Promise<UserRow[]> {
  return ask<UserRow>(sql`
    SELECT id, name, email, role::text AS role, token_version AS "tokenVersion", disabled_at AS "disabledAt",
      coalesce(
        (SELECT json_agg(json_build_object('squadId', squad_id, 'isEditor', is_editor))
          FROM memberships WHERE user_id = users.id), '[]') AS memberships
    FROM users WHERE id = ANY(${ids}::uuid[])`);
}

/** The actor behind a session; null when the account is gone, disabled, or its sessions were ended. */
export function currentActor(user: UserRow | undefined, { tokenVersion }: SessionClaims): Actor | null {
  return user && !user.disabledAt && user.tokenVersion === tokenVersion ? toActor(user) : null;
}

export function toActor(user: Pick<UserRow, "id" | "name" | "email" | "role" | "memberships">): Actor {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    memberOf: user.memberships.map((membership) => membership.squadId),
    editorOf: user.memberships
      .filter((membership) => membership.isEditor)
      .map((membership) => membership.squadId),
  };
}
