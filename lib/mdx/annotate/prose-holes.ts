import type { ElementContent } from "hast";
import type { Variable } from "@/lib/domain/document";
import { headingDepth, isElement, type Parent, text } from "@/lib/reading/hast";
import { mark } from "../highlight/mark-holes";

/**
 * Marks placeholders in prose, only those that a command of the same page has too. A token with two roles
 * (`[timestamp]` as start and end) is left alone: prose does not say which one it means.
 */
export function annotateProseHoles(root: Parent, variables: readonly Variable[]): void {
  const keys = new Map<string, string | null>();
  for (const variable of variables) {
    for (const token of variable.tokens) keys.set(token, keys.has(token) ? null : variable.key);
  }
  const tokens = [...keys].filter(([, key]) => key !== null).map(([token]) => token);
  if (tokens.length === 0) return;
  const longestFirst = tokens.sort((a, b) => b.length - a.length).map(escapePattern);
  markIn(root, new RegExp(longestFirst.join("|"), "g"), keys);
}

function markIn(parent: Parent, pattern: RegExp, keys: ReadonlyMap<string, string | null>): void {
  const marked: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    const pieces = child.type === "text" ? split(child.value, pattern, keys) : null;
    if (pieces) marked.push(...pieces);
    else marked.push(child);
    if (child.type === "element" && !isLeftAlone(child)) markIn(child, pattern, keys);
  }
  parent.children = marked;
}

function isLeftAlone(node: ElementContent): boolean {
  if (headingDepth(node) !== null || isElement(node, "a", "button", "mark", "pre", "figcaption", "input"))
    return true;
  return isElement(node, "code") && node.properties.dataCommand !== undefined;
}

function split(
  value: string,
  pattern: RegExp,
  keys: ReadonlyMap<string, string | null>,
): ElementContent[] | null {
  const out: ElementContent[] = [];
  let at = 0;
  for (const match of value.matchAll(pattern)) {
    const key = keys.get(match[0]);
    if (!key) continue;
    if (match.index > at) out.push(text(value.slice(at, match.index)));
    const hole = mark({ variable: key, token: match[0], optional: false });
    hole.properties.className = ["hole", "hole-prose"];
    out.push(hole);
    at = match.index + match[0].length;
  }
  if (at === 0) return null;
  if (at < value.length) out.push(text(value.slice(at)));
  return out;
}

function escapePattern(token: string): string {
  const escaped = token.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return /\w$/.test(token) ? `${escaped}(?![\\w-])` : escaped;
}
