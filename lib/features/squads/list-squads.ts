import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor, Role } from "@/lib/domain/actor";

export type SquadSummary = {
  id: string;
  slug: string;
  name: string;
  runbookCount: number;
  /** Local words for dangerous commands, one a line. */
  riskWords: string;
  members: { id: string; name: string; role: Role; isEditor: boolean }[];
};

/** All squads by name, with members and the number of their runbooks. */
export async function listSquads(actor: Actor): Promise<SquadSummary[]> {
  assertCan(actor, "squad.read");
  const squads = await db().squad.findMany({
    orderBy: { name: "asc" },
    include: {
      _count: { select: { runbooks: true } },
      memberships: { include: { user: { select: { id: true, name: true, role: true } } } },
    },
  });
  return squads.map((squad) => ({
    id: squad.id,
    slug: squad.slug,
    name: squad.name,
    runbookCount: squad._count.runbooks,
    riskWords: squad.riskWords,
    members: squad.memberships
      .map((membership) => ({ ...membership.user, isEditor: membership.isEditor }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }));
}
