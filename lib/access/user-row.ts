import "server-only";
import type { Prisma } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";

export const withSquads = {
  memberships: { select: { squadId: true, isEditor: true } },
} satisfies Prisma.UserInclude;

export type UserRow = Prisma.UserGetPayload<{ include: typeof withSquads }>;

export function toActor(user: UserRow): Actor {
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
