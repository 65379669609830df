import "server-only";
import { db } from "@/lib/db/client";
import { slugOf } from "@/lib/domain/slug";
import { isStorable } from "@/lib/domain/storable-text";

/** Longest name of a squad, as its form has it. */
const longestName = 80;

/** The squad of an address or a name, or the new one that the name would make; null for what is no name. */
export async function findSquad(
  wanted: string,
): Promise<{ slug: string; name: string; isNew: boolean } | null> {
  const name = wanted.trim();
  const slug = slugOf(name);
  if (slug === "" || name.length > longestName || !isStorable(name)) return null;
  const known = await db().squad.findFirst({
    where: { OR: [{ slug: name }, { slug }, { name }] },
    select: { slug: true, name: true },
  });
  return known ? { ...known, isNew: false } : { slug, name, isNew: true };
}
