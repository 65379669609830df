import GithubSlugger, { slug } from "github-slugger";
import { trimEndOf } from "@/lib/domain/trim-end-of";

const EMOJI =
  /(?![©®™‼⁉↔-↪\d#*])\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*|[\u{1F1E6}-\u{1F1FF}]{2}/gu;
const NUMBER = /^\s*(?:\d+(?:\.\d+)*[.):]|\d+(?:\.\d+)+)\s+/;

const isDash = (sign: string) => sign === "-";

export function withoutEmoji(value: string): string {
  return value.replace(EMOJI, "").replace(/\uFE0F/g, "");
}

/** Cuts a text at its emoji, keeping both. */
export function splitEmoji(value: string): { text: string; isEmoji: boolean }[] {
  const parts: { text: string; isEmoji: boolean }[] = [];
  let at = 0;
  for (const match of value.matchAll(EMOJI)) {
    if (match.index > at) parts.push({ text: value.slice(at, match.index), isEmoji: false });
    parts.push({ text: match[0], isEmoji: true });
    at = match.index + match[0].length;
  }
  if (at < value.length) parts.push({ text: value.slice(at), isEmoji: false });
  return parts;
}

/** The number that a heading begins with (`5`, `2.3`), without its dot; null when it has none. */
export function numberOf(heading: string): string | null {
  const match = NUMBER.exec(withoutEmoji(heading));
  return match ? match[0].trim().replace(/[.):]$/, "") : null;
}

export type Anchor = { id: string; aliases: string[] };

/** Gives each heading an anchor from its words, and GitHub's own anchor as an alias where that differs. */
export class Anchors {
  private readonly github = new GithubSlugger();
  private readonly taken = new Set<string>();
  /** Last number behind each base: a page of nothing but "Note" headings must not count anew for each. */
  private readonly counts = new Map<string, number>();

  next(heading: string): Anchor {
    const alias = this.github.slug(heading.trim());
    const words = withoutEmoji(heading).replace(NUMBER, "");
    const base = trimEndOf(slug(words.trim()).replace(/^[-_]+/, ""), isDash) || "section";
    const id = this.free(base);
    // A browser makes every id a name of the window, and names like `__next_f` are those that the framework looks for.
    const isFree = alias !== id && alias !== "" && !alias.startsWith("_") && !this.taken.has(alias);
    const aliases = isFree ? [alias] : [];
    for (const name of aliases) this.taken.add(name);
    return { id, aliases };
  }

  private free(base: string): string {
    let id = base;
    let count = this.counts.get(base) ?? 0;
    while (this.taken.has(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    this.counts.set(base, count);
    this.taken.add(id);
    return id;
  }
}
