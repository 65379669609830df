import { slugOf } from "./slug";
import { isStorable } from "./storable-text";

/** Most letters that a squad's name may have. */
export const longestSquadName = 80;

/** The squad that a name makes; null for what cannot be a squad's name. */
export function squadOf(name: string): { slug: string; name: string } | null {
  const trimmed = name.trim();
  const slug = slugOf(trimmed);
  if (slug === "" || trimmed.length > longestSquadName || !isStorable(trimmed)) return null;
  return { slug, name: trimmed };
}
