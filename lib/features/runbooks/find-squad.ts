import "server-only";
import { db } from "@/lib/db/client";
import { squadOf } from "@/lib/domain/squad-name";

/** The squad of an address or a name, or the new one that the name would make; null for what is no name. */
export async function findSquad(
  wanted: string,
): Promise<{ slug: string; name: string; isNew: boolean } | null> {
  const squad = squadOf(wanted);
  if (!squad) return null;
  const { slug, name } = squad;
  const known = await db().squad.findFirst({
    where: { OR: [{ slug: name }, { slug }, { name }] },
    select: { slug: true, name: true },
  });
  return known ? { ...known, isNew: false } : { ...squad, isNew: true };
}
