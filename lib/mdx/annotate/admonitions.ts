import type { Element, ElementContent, Text } from "hast";
import { el, elementsOf, isElement, type Parent, text } from "@/lib/reading/hast";
import { type CalloutKind, calloutKind } from "../component-list";

const OPENING = /^:{3,}[ \t]*(\w+)(?:\[([^\]\n]*)\]|[ \t]+([^\n{]*))?(?:\{[^}\n]*\})?[ \t]*(?:\n|$)/;
const CLOSING = /(?:^|\n):{3,}[ \t]*$/;
const INDENTED = /^(?:!!!|\?\?\?\+?)[ \t]+(\w+)(?:[ \t]+"([^"\n]*)")?[ \t]*\n/;

/**
 * Marks `:::note … :::` as Docusaurus writes it and `!!! note` as MkDocs does. One that is never closed, and one of an
 * unknown word, stays as it stands.
 */
export function annotateAdmonitions(parent: Parent): void {
  for (const element of elementsOf(parent)) {
    if (!isElement(element, "pre", "p", "table")) annotateAdmonitions(element);
  }
  const children = parent.children as ElementContent[];
  for (let index = 0; index < children.length; index += 1) {
    const node = children[index];
    if (!isElement(node, "p")) continue;
    const found = indented(node) ?? fenced(children, index, node);
    if (found) children.splice(index, found.length, found.callout);
  }
}

type Found = { callout: Element; length: number };

function indented(paragraph: Element): Found | null {
  const lead = paragraph.children[0];
  const match = lead?.type === "text" ? INDENTED.exec(lead.value) : null;
  const kind = match?.[1] ? calloutKind(match[1]) : null;
  if (!match || !kind || lead?.type !== "text") return null;
  lead.value = lead.value.slice(match[0].length);
  return { callout: callout(kind, match[2], [paragraph]), length: 1 };
}

function fenced(children: ElementContent[], start: number, paragraph: Element): Found | null {
  const lead = paragraph.children[0];
  const match = lead?.type === "text" ? OPENING.exec(lead.value) : null;
  const kind = match?.[1] ? calloutKind(match[1]) : null;
  if (!match || !kind || lead?.type !== "text") return null;
  const end = children.findIndex((node, index) => index >= start && closingText(node) !== null);
  const closing = end < 0 ? null : closingText(children[end]);
  if (!closing) return null;
  closing.value = closing.value.replace(CLOSING, "");
  lead.value = lead.value.slice(match[0].length);
  const body = children.slice(start, end + 1).filter((node) => !isEmptyParagraph(node));
  return { callout: callout(kind, match[2] ?? match[3], body), length: end - start + 1 };
}

/** The text that ends a paragraph with `:::`; null when it does not. */
function closingText(node: ElementContent | undefined): Text | null {
  const last = isElement(node, "p") ? node.children.at(-1) : undefined;
  return last?.type === "text" && CLOSING.test(last.value) ? last : null;
}

function isEmptyParagraph(node: ElementContent): boolean {
  return (
    isElement(node, "p") && node.children.every((child) => child.type === "text" && child.value.trim() === "")
  );
}

function callout(kind: CalloutKind, title: string | undefined, body: ElementContent[]): Element {
  const words = title?.trim();
  const head = words ? [el("p", { className: ["callout-title"] }, words), text("\n")] : [];
  return el("aside", { className: ["callout"], role: "note", dataCallout: kind }, ...head, ...body);
}
