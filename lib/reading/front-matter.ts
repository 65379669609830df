import { parseDocument } from "yaml";

export type FrontMatter = ReadonlyMap<string, unknown>;

const EMPTY: FrontMatter = new Map();

/**
 * Cuts YAML front matter off: only between plain `---` lines at the very start, and only when it is a mapping, so that
 * a text that begins with a rule stays whole. The body keeps its line numbers: the cut lines are left empty.
 * Keys lose case and signs (`last_reviewed-on` → `lastreviewedon`).
 */
export function splitFrontMatter(source: string): { data: FrontMatter; body: string } {
  const lines = source.split("\n");
  if (!isFence(lines[0])) return { data: EMPTY, body: source };
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 1) return { data: EMPTY, body: source };
  const data = readMapping(lines.slice(1, end).join("\n"));
  if (!data) return { data: EMPTY, body: source };
  return { data, body: [...Array<string>(end + 1).fill(""), ...lines.slice(end + 1)].join("\n") };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/.test(line);
}

function readMapping(yaml: string): FrontMatter | null {
  try {
    const document = parseDocument(yaml, { schema: "core", logLevel: "silent", prettyErrors: false });
    if (document.errors.length > 0) return null;
    // No aliases: a few nested ones grow into gigabytes.
    const value: unknown = document.toJS({ maxAliasCount: 0, mapAsMap: true });
    if (!(value instanceof Map)) return null;
    return new Map([...value].map(([key, item]) => [keyOf(String(key)), clean(item)]));
  } catch {
    return null;
  }
}

/** YAML escapes (`"\0"`) can make what no database column holds, and a fact is no place for a novel. */
function clean(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[\p{Cc}\p{Surrogate}]/gu, "\uFFFD").slice(0, 500);
  if (Array.isArray(value)) return value.slice(0, 500).map(clean);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, clean(item)]));
  return value;
}

export function keyOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The first of these keys that holds words or a number. */
export function frontMatterText(data: FrontMatter, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = data.get(key);
    if (typeof value === "number") return String(value);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}
