import type { Element, Root } from "hast";
import type { Section } from "@/lib/domain/document";
import { type FrontMatter, frontMatterText } from "../front-matter";
import { elementsOf, headingDepth, isBlank, isElement, oneLine, textOf } from "../hast";
import { hasPlaceholder } from "./placeholder";

export const UNTITLED = "Untitled runbook";

/** Title and whether the text is a template. A title made by code of another site (`<%= … %>`) counts as none. */
export function readTitle(
  headings: readonly Section[],
  frontMatter: FrontMatter,
): { title: string; isTemplate: boolean } {
  const first = headings.find(
    (heading) => heading.depth === 1 && heading.text !== "" && !/<%|\{%/.test(heading.text),
  );
  const written =
    first?.text ??
    frontMatterText(frontMatter, "title") ??
    headings.find((heading) => heading.text !== "")?.text ??
    UNTITLED;
  return { title: shorten(written), isTemplate: first !== undefined && hasPlaceholder(first.text) };
}

/** "Runbook:" in front says nothing on a page of runbooks. */
export function shorten(title: string): string {
  return oneLine(title.replace(/^\s*runbook\s*[:–—-]\s+/i, "")) || oneLine(title);
}

/** The line right below the title when it is all bold ("Track A Operational Documentation"). */
export function findProgramme(root: Root): { text: string; node: Element } | null {
  const blocks = elementsOf(root);
  const index = blocks.findIndex((block) => headingDepth(block) === 1);
  const next = blocks[index + 1];
  if (index < 0 || !isElement(next, "p")) return null;
  const own = next.children.filter((child) => !isBlank(child));
  const only = own[0];
  const text = own.length === 1 && isElement(only, "strong", "b") ? oneLine(textOf(only)) : "";
  return text === "" ? null : { text, node: next };
}
