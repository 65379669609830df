import { stemOf } from "./file-kinds";
import { pathSlugOf } from "./slug";

/** Names that the portal's own pages have under /runbooks. */
const reserved = new Set(["new"]);

/** The address that a path asks for; empty when it has no letter or digit. */
export function wishedSlug(importPath: string): string {
  return pathSlugOf(stemOf(importPath));
}

/** The addresses that a wish may get, best first and without end: `redis`, `redis-2`, `redis-3`… */
export function* slugCandidates(wish: string): Generator<string, never> {
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wish : `${wish}-${count}`;
    if (!reserved.has(slug)) yield slug;
  }
}

/**
 * The addresses that files get when they are imported in this order into a portal that holds nothing else. Paths that
 * can have none are left out.
 */
export function slugsOfPaths(paths: readonly string[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of paths) {
    const wish = wishedSlug(path);
    if (wish === "") continue;
    for (const slug of slugCandidates(wish)) {
      if (taken.has(slug)) continue;
      taken.add(slug);
      slugs.set(path, slug);
      break;
    }
  }
  return slugs;
}
