import type { Element, ElementContent } from "hast";
import type { Hole } from "@/lib/domain/document";
import { el, text } from "@/lib/reading/hast";

type Leaf = { value: string; className: string[] };

/**
 * Wraps each placeholder in a `<mark>`, also where colours cut through it: the coloured spans are flattened to one
 * level and split at the borders of the holes. A mark holds plain text, since a value will take its place.
 */
export function markHoles(children: ElementContent[], holes: readonly Hole[]): ElementContent[] {
  if (holes.length === 0) return children;
  const out: ElementContent[] = [];
  let at = 0;
  let next = 0;
  for (const leaf of leavesOf(children)) {
    const end = at + leaf.value.length;
    let from = at;
    for (let hole = holes[next]; hole && hole.start < end; hole = holes[next]) {
      if (hole.start > from) out.push(span(leaf, from - at, hole.start - at));
      if (hole.start >= at) out.push(hole.isComputed ? text(hole.token) : mark(hole));
      from = Math.max(from, Math.min(hole.end, end));
      if (hole.end > end) break;
      next += 1;
    }
    if (from < end) out.push(span(leaf, from - at, end - at));
    at = end;
  }
  return out;
}

export function mark(hole: Pick<Hole, "variable" | "token" | "optional">): Element {
  return el(
    "mark",
    {
      className: ["hole"],
      dataHole: hole.variable,
      dataToken: hole.token,
      ...(hole.optional ? { dataOptional: "" } : {}),
    },
    hole.token,
  );
}

/** Offsets of the same holes in a text that differs from the copied one (prompts, comments); lost ones are left out. */
export function relocateHoles(holes: readonly Hole[], from: string, to: string): Hole[] {
  if (from === to) return [...holes].sort((a, b) => a.start - b.start);
  const found: Hole[] = [];
  let at = 0;
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    const start = to.indexOf(hole.token, at);
    if (start < 0) continue;
    at = start + hole.token.length;
    found.push({ ...hole, start, end: at });
  }
  return found;
}

/** Every place of the holes' tokens in other words, in the order of those words. */
export function findTokens(holes: readonly Hole[], words: string): Hole[] {
  const found: Hole[] = [];
  for (const hole of new Map(holes.map((each) => [each.token, each])).values()) {
    for (let start = words.indexOf(hole.token); start >= 0; ) {
      const end = start + hole.token.length;
      found.push({ ...hole, start, end });
      start = words.indexOf(hole.token, end);
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .filter((hole, at, all) => hole.start >= (all[at - 1]?.end ?? 0));
}

function leavesOf(children: ElementContent[], className: string[] = []): Leaf[] {
  return children.flatMap((child): Leaf[] => {
    if (child.type === "text") return [{ value: child.value, className }];
    if (child.type !== "element") return [];
    const own = child.properties.className;
    return leavesOf(child.children, Array.isArray(own) ? own.map(String) : className);
  });
}

function span(leaf: Leaf, from: number, to: number): ElementContent {
  const value = leaf.value.slice(from, to);
  return leaf.className.length > 0 ? el("span", { className: leaf.className }, value) : text(value);
}
