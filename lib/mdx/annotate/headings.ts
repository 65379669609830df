import type { Element, ElementContent } from "hast";
import type { Section } from "@/lib/domain/document";
import { classifySections } from "@/lib/reading/document/classify-sections";
import {
  columnOf,
  el,
  headingDepth,
  isBlank,
  lineOf,
  oneLine,
  type Parent,
  text,
  textOf,
  walk,
} from "@/lib/reading/hast";
import { Anchors, numberOf, splitEmoji, withoutEmoji } from "./anchors";
import type { Draft } from "./draft";

/** A heading where it stands. */
type Place = { node: Element; parent: Parent; text: string };

/** Gives headings their anchors, hides emoji from screen readers, and reports doubled numbers and empty headings. */
export function annotateHeadings(root: Parent, draft: Draft): void {
  const anchors = new Anchors();
  const numbers = new Map<string, string>();
  const path: string[] = [];
  const places: Place[] = [];
  walk(root, ({ node, parent, ancestors }) => {
    const depth = headingDepth(node);
    if (depth === null) return true;
    if (
      ancestors.some((parent) => parent.type === "element" && parent.properties.dataFootnotes !== undefined)
    )
      return false;
    const written = oneLine(textOf(node));
    const { id, aliases } = anchors.next(written);
    const heading: Section = {
      id,
      aliases,
      text: oneLine(withoutEmoji(written)),
      depth,
      line: lineOf(node),
      number: numberOf(written),
      kind: "other",
      phase: null,
      parentId: path.slice(0, depth - 1).findLast(Boolean) ?? null,
    };
    draft.sections.push(heading);
    path.length = depth;
    path[depth - 1] = id;
    reportNumber(draft, numbers, path.slice(0, depth - 1).join("/"), depth, written, node);
    const previous = places.at(-1);
    if (previous && isEmptySection(previous.node, node, parent)) reportEmpty(draft, previous);
    places.push({ node, parent, text: heading.text });
    if (heading.text === "") {
      draft.problems.push({
        line: lineOf(node),
        column: columnOf(node),
        rule: "empty-heading",
        severity: "info",
        message: "This heading has no words.",
      });
    }
    decorate(node, heading);
    return false;
  });
  const last = places.at(-1);
  if (last && places.length > 1 && isAtEnd(last)) reportEmpty(draft, last);
  draft.sections = classifySections(draft.sections);
}

/** Whether nothing follows a heading. */
function isAtEnd({ node, parent }: Place): boolean {
  const siblings = parent.children as ElementContent[];
  return siblings.slice(siblings.indexOf(node) + 1).every((child) => isBlank(child));
}

function reportEmpty(draft: Draft, { node, text: words }: Place): void {
  draft.problems.push({
    line: lineOf(node),
    column: columnOf(node),
    rule: "empty-section",
    severity: "info",
    message: `Nothing stands below “${words}”.`,
  });
}

/** Whether the next heading follows at once, at the same level or above. */
function isEmptySection(heading: Element, next: Element, parent: Parent): boolean {
  const siblings = parent.children as ElementContent[];
  const from = siblings.indexOf(heading);
  const to = siblings.indexOf(next);
  if (from < 0 || to < from || (headingDepth(next) ?? 0) > (headingDepth(heading) ?? 0)) return false;
  return siblings.slice(from + 1, to).every((child) => isBlank(child));
}

function reportNumber(
  draft: Draft,
  numbers: Map<string, string>,
  parent: string,
  depth: number,
  written: string,
  node: Element,
): void {
  const number = numberOf(written);
  if (number === null) return;
  const key = `${parent} ${depth} ${number}`;
  const first = numbers.get(key);
  if (first === undefined) numbers.set(key, written);
  else {
    draft.problems.push({
      line: lineOf(node),
      column: columnOf(node),
      rule: "duplicate-section-number",
      severity: "info",
      message: `Two sections are numbered ${number}: “${first}” and “${written}”.`,
    });
  }
}

function decorate(node: Element, heading: Section): void {
  node.properties = { id: heading.id };
  node.children = [
    ...heading.aliases.map((alias) => el("span", { className: ["alias"], id: alias })),
    ...hideEmoji(node.children),
    el(
      "a",
      { className: ["anchor"], href: `#${heading.id}`, ariaLabel: `Link to this section: ${heading.text}` },
      "#",
    ),
  ];
}

function hideEmoji(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === "text") {
      return splitEmoji(child.value).map((part) =>
        part.isEmoji ? el("span", { ariaHidden: "true" }, part.text) : { ...text(part.text) },
      );
    }
    if (child.type === "element" && child.tagName !== "code") child.children = hideEmoji(child.children);
    return [child];
  });
}
