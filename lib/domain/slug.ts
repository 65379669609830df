import { isStorable } from "./storable-text";

const longestSlug = 100;

/** Words as a part of an address: lower case letters, digits and single hyphens; empty when there are none. */
export function slugOf(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .normalize("NFC")
      .slice(0, longestSlug)
      // A cut may leave half of a letter beyond the first plane, which no address can hold.
      .replace(/\p{Surrogate}/gu, "")
  );
}

/**
 * The address of a file by its path without its ending: `docs/redis/ban-an-ip` → `docs-redis-ban-an-ip`. What is longer
 * than an address may be ends in a hash of the whole path, so that two long paths never become one.
 */
export function pathSlugOf(path: string): string {
  const slug = slugOf(path);
  if (slug.length < longestSlug) return slug;
  return `${slug.slice(0, longestSlug - 9).replace(/-+$/, "")}-${hashOf(path)}`;
}

/** FNV-1a, 32 bits, in hex: tells names apart, keeps no secret. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** The slug in an address: Next hands pages the letters beyond ASCII as they stand in the URL, encoded. */
export function slugOfParam(param: string): string {
  try {
    const slug = decodeURIComponent(param);
    return isStorable(slug) ? slug : "";
  } catch {
    return param; // A lone "%": no runbook has it, so the answer is "not found".
  }
}
