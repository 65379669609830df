import type { CommandBlock, CopyUnit, Hole } from "@/lib/domain/document";
import { styleOf } from "../placeholders/placeholder-tokens";

/** Words that say nothing of their role: behind two keys they are two variables. */
const ROLELESS =
  /^(?:timestamp|time|date|datetime|value|number|count|path|file|filename|url|duration|rfc3339|iso8601|yyyy-mm-dd.*)$/;
const OPPOSITES = [
  "start end",
  "begin end",
  "from to",
  "since until",
  "after before",
  "source target",
  "source destination",
  "src dst",
  "src dest",
  "old new",
  "min max",
  "local remote",
  "input output",
  "in out",
  "primary replica",
].map((pair) => pair.split(" "));

/**
 * Splits a word that stands in two roles on the page (`start=[timestamp]`, `end=[timestamp]`) into two variables, keyed
 * `timestamp:start` and `timestamp:end`. A word behind keys that are no opposites (`service=[name]`, `app=[name]`) stays
 * one, unless it is one that names no thing of its own.
 */
export function splitRoles(blocks: readonly CommandBlock[]): CommandBlock[] {
  const roles = new Map<string, Set<string>>();
  for (const block of blocks) {
    for (const hole of block.holes) {
      const role = roleOf(block.text, hole);
      if (role !== null) roles.set(hole.variable, (roles.get(hole.variable) ?? new Set()).add(role));
    }
  }
  const split = <T extends CopyUnit>(unit: T): T => ({
    ...unit,
    holes: unit.holes.map((hole) => {
      const role = roleOf(unit.text, hole);
      if (role === null || !isSplit(hole.variable, role, roles.get(hole.variable))) return hole;
      return { ...hole, variable: `${hole.variable}:${role}` };
    }),
  });
  return blocks.map((block) => ({
    ...split(block),
    parts: block.parts.map((part) =>
      part.type === "statement" ? { ...part, statement: split(part.statement) } : part,
    ),
  }));
}

/** The word and the role of a key; the role is null for a word with one role. */
export function splitKey(key: string): [word: string, role: string | null] {
  const at = key.lastIndexOf(":");
  return at > 0 ? [key.slice(0, at), key.slice(at + 1)] : [key, null];
}

function isSplit(word: string, role: string, all: ReadonlySet<string> | undefined): boolean {
  if (!all || all.size < 2) return false;
  const parts = role.split(/[-_]/);
  return (
    ROLELESS.test(word) ||
    OPPOSITES.some((pair) =>
      pair.some(
        (side, i) =>
          parts.includes(side) && [...all].some((other) => other.split(/[-_]/).includes(pair[1 - i] ?? "")),
      ),
    )
  );
}

/** The key right before a placeholder (`start=`, `--start-time `), or the side of a comparison in SQL. */
function roleOf(text: string, hole: Hole): string | null {
  if (styleOf(hole.token) === "dollar") return null;
  const before = text.slice(Math.max(0, hole.start - 60), hole.start);
  if (hole.context.startsWith("sql") || hole.inner?.some((context) => context.startsWith("sql"))) {
    const side = /(>|<)=?\s*'?$|\b(between)\s+'?$|\bbetween\s+\S+(?:\s\S+)?\s+(and)\s+'?$/i.exec(before);
    if (side) return side[1] === ">" || side[2] ? "from" : "to";
  }
  const key = /(?:--?|\b)([A-Za-z][\w-]*)["']?\s*[=:]\s*["']?$|\s--([a-z][\w-]*)\s+["']?$/.exec(before);
  const role = (key?.[1] ?? key?.[2] ?? "").toLowerCase().replace(/[-_]?(?:time|date|timestamp|at)$/, "");
  return role === "" || role === hole.variable ? null : role;
}
