import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "@/lib/domain/document";

export type FrontMatter = ReadonlyMap<string, unknown>;

/** What front matter may hold: it is a few facts, and its reader must not be kept busy. */
const limits = { letters: 16 * 1024, depth: 12, values: 1_000 };

export type SplitText = {
  data: FrontMatter;
  /** The text without its front matter, on the same lines as before. */
  body: string;
  /** Why what looks like front matter is shown as text; null for nearly all. */
  problem: Problem | null;
};

/**
 * Cuts YAML front matter off: only between plain `---` lines at the very start, and only when it is a mapping, so that
 * a text that begins with a rule stays whole. The body keeps its line numbers: the cut lines are left empty.
 * Keys lose case and signs (`last_reviewed-on` → `lastreviewedon`).
 */
export function splitFrontMatter(source: string): SplitText {
  const whole = (problem: Problem | null = null): SplitText => ({ data: new Map(), body: source, problem });
  const lines = source.split("\n");
  // After a rule stands a blank line, after the opening of front matter its first key.
  if (!isFence(lines[0]) || (lines[1] ?? "").trim() === "") return whole();
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 1) return whole();
  const yaml = lines.slice(1, end).join("\n");
  const hasKeys = /^[\w-]+[ \t]*:(?:[ \t]|$)/m.test(yaml);
  if (yaml.length > limits.letters) {
    const most = `${limits.letters / 1024} KB`;
    return whole(hasKeys ? unreadable(2, `It is larger than ${most}.`) : null);
  }
  const read = readMapping(yaml);
  if ("data" in read) {
    const body = [...Array<string>(end + 1).fill(""), ...lines.slice(end + 1)].join("\n");
    return { data: read.data, body, problem: null };
  }
  return whole(hasKeys ? unreadable(read.line + 1, read.reason) : null);
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/.test(line);
}

type Reading = { data: FrontMatter } | { line: number; reason: string };

function readMapping(yaml: string): Reading {
  try {
    const lines = new LineCounter();
    const document = parseDocument(yaml, {
      schema: "core",
      logLevel: "silent",
      prettyErrors: false,
      lineCounter: lines,
    });
    const error = document.errors[0];
    if (error) return { line: lines.linePos(error.pos[0]).line, reason: error.message };
    // No aliases: a few nested ones grow into gigabytes.
    const value: unknown = document.toJS({ maxAliasCount: 0, mapAsMap: true });
    if (!(value instanceof Map)) return { line: 1, reason: "It is no list of keys and values." };
    if (!isSmall(value)) return { line: 1, reason: "It is nested too deep, or has too many values." };
    return { data: new Map([...value].map(([key, item]) => [keyOf(String(key)), clean(item)])) };
  } catch (error) {
    // An alias, or more brackets than the stack is deep.
    const isAlias = error instanceof ReferenceError;
    return { line: 1, reason: isAlias ? "It has an alias (*name)." : "It is nested too deep." };
  }
}

/** Whether depth and number of values stay within the limits; without recursion, since the depth is not known yet. */
function isSmall(value: unknown): boolean {
  const open = [{ value, depth: 0 }];
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    count += 1;
    if (count > limits.values || next.depth > limits.depth) return false;
    const { value: outer, depth } = next;
    const inner = outer instanceof Map ? [...outer].flat() : Array.isArray(outer) ? outer : [];
    for (const item of inner) open.push({ value: item, depth: depth + 1 });
  }
  return true;
}

function unreadable(line: number, reason: string): Problem {
  return {
    line,
    column: 1,
    rule: "front-matter-unreadable",
    severity: "warning",
    message: `The front matter cannot be read and is shown as text: ${reason}`,
  };
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
