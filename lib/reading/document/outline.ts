import type { Element } from "hast";
import type { Section, SectionKind } from "@/lib/domain/document";
import { elementsOf, headingDepth, isElement, type Parent, walk } from "../hast";

/** What stands between one heading and the next. */
export type Part = {
  /** Null for what stands before the first heading. */
  section: Section | null;
  /** The section itself and those around it, innermost first. */
  around: readonly Section[];
  /** The block elements, in the order of the text. */
  blocks: Element[];
};

/**
 * Cuts a tree at its headings, which carry the ids of their sections by now. Boxes that hold headings (`<details>`,
 * tabs, quotes) are opened, footnotes are left out.
 */
export function readOutline(root: Parent, sections: readonly Section[]): Part[] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const parts: Part[] = [{ section: null, around: [], blocks: [] }];
  collect(root, (node) => {
    const section = headingDepth(node) === null ? undefined : byId.get(String(node.properties.id));
    if (section) parts.push({ section, around: chainOf(section, byId), blocks: [] });
    else parts.at(-1)?.blocks.push(node);
  });
  return parts;
}

/** What a part is about: its own kind, or the nearest one around it that says something. */
export function kindOf(part: Part): SectionKind {
  return part.around.find((section) => section.kind !== "other")?.kind ?? "other";
}

/** Whether a part stands in a section of one of these kinds, at any depth. */
export function isIn(part: Part, ...kinds: SectionKind[]): boolean {
  return part.around.some((section) => kinds.includes(section.kind));
}

function collect(parent: Parent, take: (node: Element) => void): void {
  for (const node of elementsOf(parent)) {
    if (node.properties.dataFootnotes !== undefined) continue;
    if (headingDepth(node) === null && holdsHeading(node)) collect(node, take);
    else take(node);
  }
}

function holdsHeading(node: Element): boolean {
  if (isElement(node, "pre", "table", "ul", "ol", "p")) return false;
  let found = false;
  walk(node, ({ node: inner }) => {
    found ||= headingDepth(inner) !== null;
    return !found;
  });
  return found;
}

function chainOf(section: Section, byId: ReadonlyMap<string, Section>): Section[] {
  const chain = [section];
  for (let outer = section.parentId; outer !== null; outer = chain.at(-1)?.parentId ?? null) {
    const next = byId.get(outer);
    if (!next || chain.includes(next)) break;
    chain.push(next);
  }
  return chain;
}
