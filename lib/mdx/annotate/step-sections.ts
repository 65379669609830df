import type { Element, ElementContent } from "hast";
import type { Section } from "@/lib/domain/document";
import { readBoldLabel } from "@/lib/reading/document/bold-label";
import { isInstruction, readStepLead, type StepLead } from "@/lib/reading/document/step-lead";
import { el, headingDepth, isBlank, isElement, oneLine, type Parent, textOf, walk } from "@/lib/reading/hast";
import { isListOfSteps } from "./step-lists";

type Sections = ReadonlyMap<string, Section>;
type Open = { depth: number; children: ElementContent[]; outer: ElementContent[] };

/** A paragraph ends where any heading begins, so that it counts as deeper than all of them. */
const PARAGRAPH = 7;
const NOTHING = Number.POSITIVE_INFINITY;
const CLOSED = ["p", "pre", "table", "ul", "ol", "blockquote", "aside", "rp-step", "rp-callout"] as const;
const SAYS_STEPS = /\b(?:steps|procedures?|instructions|actions)\b/i;

/**
 * Puts each "Step N" heading or bold line, and what stands below it, into an element of its own, and gives those
 * elements. One that holds an ordered list is left as it is: the items of the list are the steps.
 */
export function wrapStepSections(root: Parent, sections: readonly Section[]): ReadonlyMap<Element, StepLead> {
  const found = new Map<Element, StepLead>();
  wrapIn(root, new Map(sections.map((section) => [section.id, section])), found);
  return found;
}

function wrapIn(parent: Parent, sections: Sections, found: Map<Element, StepLead>): void {
  const written = parent.children as ElementContent[];
  const ends = written.map(endDepth);
  const children: ElementContent[] = [];
  const open: Open[] = [];
  let count = 0;
  written.forEach((child, index) => {
    if (child.type === "element" && headingDepth(child) === null && !isElement(child, ...CLOSED)) {
      wrapIn(child, sections, found);
    }
    const depth = ends[index] ?? NOTHING;
    while ((open.at(-1)?.depth ?? 0) >= depth) close(open.pop());
    const into = open.at(-1)?.children ?? children;
    const lead = child.type === "element" ? leadOf(child, parent, sections, count) : null;
    const below = lead ? rangeOf(written, ends, index) : [];
    if (child.type !== "element" || !lead || below.some(holdsListOfSteps) || !isStep(child, lead, below)) {
      into.push(child);
      return;
    }
    count += 1;
    const wrapper = el("div", {}, child);
    if (child.position) wrapper.position = child.position;
    found.set(wrapper, lead);
    into.push(wrapper);
    open.push({ depth, children: wrapper.children, outer: into });
  });
  while (open.length > 0) close(open.pop());
  parent.children = children;
}

/** A rule between two steps belongs to neither. */
function close(step: Open | undefined): void {
  if (!step) return;
  const last = step.children.findLastIndex((child) => !isBlank(child) && !isElement(child, "hr"));
  step.outer.push(...step.children.splice(last + 1));
}

/** The depth of what an element closes: headings by their own, a rule and a bold label only paragraphs. */
function endDepth(node: ElementContent): number {
  const depth = headingDepth(node);
  if (depth !== null) return depth;
  if (node.type !== "element") return NOTHING;
  if (node.properties.dataFootnotes !== undefined) return 1;
  const isEnd = isElement(node, "hr") || boldLead(node) !== null || readBoldLabel(node) !== null;
  return isEnd ? PARAGRAPH : NOTHING;
}

function rangeOf(
  children: readonly ElementContent[],
  ends: readonly number[],
  index: number,
): readonly ElementContent[] {
  const depth = ends[index] ?? NOTHING;
  let end = index + 1;
  while (end < children.length && (ends[end] ?? NOTHING) > depth) end += 1;
  return children.slice(index + 1, end);
}

/** What a heading or a bold line says of a step; a bare number before a heading has to tell somebody to do something. */
function leadOf(node: Element, parent: Parent, sections: Sections, count: number): StepLead | null {
  if (headingDepth(node) === null) return boldLead(node);
  const section = sections.get(String(node.properties.id));
  if (!section) return null;
  const lead = readStepLead(section.text);
  if (isElement(parent, "rp-steps")) {
    return lead ?? { ordinal: count + 1, text: section.text, isNamed: true };
  }
  if (!lead || lead.isNamed) return lead;
  const around = section.parentId === null ? undefined : sections.get(section.parentId);
  const isSaid = around !== undefined && around.depth > 1 && SAYS_STEPS.test(around.text);
  return isSaid || isInstruction(lead.text) ? lead : null;
}

/** A bare number before bold words needs code below it, or words that tell to do something. */
function isStep(node: Element, lead: StepLead, below: readonly ElementContent[]): boolean {
  if (lead.isNamed || headingDepth(node) !== null) return true;
  return isInstruction(lead.text) || below.some((child) => isElement(child, "pre"));
}

/** A paragraph that begins with a bold "Step 2" or "2."; its words may go on after the bold ones. */
function boldLead(node: Element): StepLead | null {
  if (!isElement(node, "p")) return null;
  const first = node.children.find((child) => !isBlank(child));
  if (!isElement(first, "strong", "b") || !/^\s*(?:optional\s+)?(?:step\b|\d)/i.test(textOf(first)))
    return null;
  return readStepLead(oneLine(textOf(node)));
}

function holdsListOfSteps(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  if (isListOfSteps(node)) return true;
  let found = false;
  walk(node, ({ node: inner }) => {
    found ||= isListOfSteps(inner);
    return !found;
  });
  return found;
}
