import MiniSearch from "minisearch";

export type SearchHit = {
  kind: "title" | "alert" | "heading" | "command";
  text: string;
  anchor: string | null;
};

/** What of a runbook can be found. */
export type Searchable = {
  slug: string;
  title: string;
  service: string | null;
  squadName: string | null;
  alerts: readonly { name: string; anchor: string }[];
  /** Without the title. */
  headings: readonly { id: string; text: string }[];
  commands: readonly { text: string; sectionId: string | null }[];
};

/** Places that fit by slug, the best runbook first; at most four places each. */
export type SearchRunbooks = (query: string) => Map<string, SearchHit[]>;

type Passage = SearchHit & { id: string; slug: string };

const boost: Record<SearchHit["kind"], number> = { title: 4, alert: 4, heading: 2, command: 1 };

/**
 * Indexes runbooks by title, alert, heading and command text, on the server and in a browser without a network alike.
 * Every word of a query must fit somewhere in a passage, as a whole, as a beginning, or with one letter wrong.
 */
export function indexForSearch(runbooks: Iterable<Searchable>): SearchRunbooks {
  const index = new MiniSearch<Passage>({
    fields: ["text"],
    storeFields: ["slug", "kind", "text", "anchor"],
    tokenize,
    processTerm: (term) => term.toLowerCase(),
  });
  for (const runbook of runbooks) index.addAll(passagesOf(runbook));
  return (query) => {
    const found = index.search(query.slice(0, 400), {
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
    return bySlug;
  };
}

/** CamelCase alert names are found by their words too: "KubePodCrashLooping" by "crash looping". */
function tokenize(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const parts = words.flatMap((word) => {
    const split = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? [];
    return split.length > 1 ? [word, ...split] : [word];
  });
  return parts.map((word) => word.toLowerCase());
}

function passagesOf(runbook: Searchable): Passage[] {
  const { slug, title, service, squadName, alerts, headings, commands } = runbook;
  const passages: SearchHit[] = [
    { kind: "title", text: [title, service, squadName].filter(Boolean).join(" · "), anchor: null },
    ...alerts.map(({ name, anchor }) => ({ kind: "alert" as const, text: name, anchor })),
    ...headings.map(({ text, id }) => ({ kind: "heading" as const, text, anchor: id })),
    ...commands.map(({ text, sectionId }) => ({ kind: "command" as const, text, anchor: sectionId })),
  ];
  return passages.map((passage, index) => ({ ...passage, id: `${slug}#${index}`, slug }));
}
