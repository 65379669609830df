import "server-only";
import MiniSearch from "minisearch";
import { can } from "@/lib/access/policy";
import type { Actor } from "@/lib/domain/actor";
import { getLibrary, type Library, type LibraryEntry } from "./library";

export type SearchHit = {
  kind: "title" | "alert" | "heading" | "command";
  text: string;
  anchor: string | null;
};

export type SearchResult = {
  slug: string;
  title: string;
  squadName: string | null;
  service: string | null;
  isTemplate: boolean;
  /** The places that fit best, at most four. */
  hits: SearchHit[];
};

type Passage = SearchHit & { id: string; slug: string };

const boost: Record<SearchHit["kind"], number> = { title: 4, alert: 4, heading: 2, command: 1 };

/** CamelCase alert names are found by their words too: "KubePodCrashLooping" by "crash looping". */
function tokenize(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const parts = words.flatMap((word) => {
    const split = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? [];
    return split.length > 1 ? [word, ...split] : [word];
  });
  return parts.map((word) => word.toLowerCase());
}

const shared = globalThis as { portalSearch?: { version: string; index: MiniSearch<Passage> } };

function indexOf(library: Library): MiniSearch<Passage> {
  if (shared.portalSearch?.version === library.version) return shared.portalSearch.index;
  const index = new MiniSearch<Passage>({
    fields: ["text"],
    storeFields: ["slug", "kind", "text", "anchor"],
    tokenize,
    processTerm: (term) => term.toLowerCase(),
  });
  index.addAll([...library.entries.values()].flatMap(passagesOf));
  shared.portalSearch = { version: library.version, index };
  return index;
}

/**
 * Runbooks whose title, alert, heading or command text fits, best first. Every word must fit somewhere in a passage,
 * as a whole, as a beginning, or with one letter wrong. Works from memory: no query when the library is loaded.
 */
export async function searchRunbooks(actor: Actor, query: string, limit = 20): Promise<SearchResult[]> {
  const library = await getLibrary();
  const found = indexOf(library).search(query.slice(0, 400), {
    combineWith: "AND",
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 4 ? 1 : false),
    boostDocument: (_id, _term, stored) => boost[(stored as Passage | undefined)?.kind ?? "command"],
  });
  const bySlug = new Map<string, SearchHit[]>();
  for (const { slug, kind, text, anchor } of found as unknown as Passage[]) {
    const hits = bySlug.get(slug) ?? [];
    if (hits.length < 4) hits.push({ kind, text, anchor });
    bySlug.set(slug, hits);
  }
  return [...bySlug]
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

function passagesOf({ slug, title, service, squad, compiled: { model } }: LibraryEntry): Passage[] {
  const passages: SearchHit[] = [
    { kind: "title", text: [title, service, squad?.name].filter(Boolean).join(" · "), anchor: null },
    ...model.alerts.map(({ name, anchor }) => ({ kind: "alert" as const, text: name, anchor })),
    ...model.sections.slice(1).map(({ text, id }) => ({ kind: "heading" as const, text, anchor: id })),
    ...model.commands.map(({ text, sectionId }) => ({ kind: "command" as const, text, anchor: sectionId })),
  ];
  return passages.map((passage, index) => ({ ...passage, id: `${slug}#${index}`, slug }));
}
