import "server-only";
import { can } from "@/lib/access/policy";
import type { Actor } from "@/lib/domain/actor";
import {
  indexForSearch,
  type Searchable,
  type SearchHit,
  type SearchRunbooks,
} from "@/lib/domain/runbook-search";
import { getLibrary, type Library, type LibraryEntry } from "./library";

export type SearchResult = {
  slug: string;
  title: string;
  squadName: string | null;
  service: string | null;
  isTemplate: boolean;
  /** The places that fit best, at most four. */
  hits: SearchHit[];
};

const shared = globalThis as { portalSearch?: { version: string; search: SearchRunbooks } };

function searchOf(library: Library): SearchRunbooks {
  if (shared.portalSearch?.version === library.version) return shared.portalSearch.search;
  const search = indexForSearch([...library.entries.values()].map(searchableOf));
  shared.portalSearch = { version: library.version, search };
  return search;
}

/**
 * Runbooks whose title, alert, heading or command text fits, best first. Works from memory: no query when the library
 * is loaded.
 */
export async function searchRunbooks(actor: Actor, query: string, limit = 20): Promise<SearchResult[]> {
  const library = await getLibrary();
  return [...searchOf(library)(query)]
    .flatMap(([slug, hits]) => {
      const entry = library.entries.get(slug);
      const isReadable = entry && can(actor, "runbook.read", { squadId: entry.squad?.id ?? null });
      return isReadable ? [resultOf(entry, hits)] : [];
    })
    .slice(0, limit);
}

const resultOf = (entry: LibraryEntry, hits: SearchHit[]): SearchResult => ({
  slug: entry.slug,
  title: entry.title,
  squadName: entry.squad?.name ?? null,
  service: entry.service,
  isTemplate: entry.isTemplate,
  hits,
});

function searchableOf({ slug, title, service, squad, compiled: { model } }: LibraryEntry): Searchable {
  const { alerts, commands } = model;
  return {
    slug,
    title,
    service,
    squadName: squad?.name ?? null,
    alerts,
    headings: model.sections.slice(1),
    commands,
  };
}
