import type { Element, ElementContent, Text } from "hast";
import { el, elementsOf, isElement, type Parent, text } from "@/lib/reading/hast";
import { type CalloutKind, calloutKind } from "../component-list";

const OPENING = /^:{3,}[ \t]*(\w+)(.*)$/;
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
  const ends = nextClosings(children);
  const marked: ElementContent[] = [];
  for (let index = 0; index < children.length; ) {
    const node = children[index];
    if (node === undefined) break;
    const found = isElement(node, "p")
      ? (indented(node) ?? fenced(children, index, node, ends[index]))
      : null;
    marked.push(found?.callout ?? node);
    index += found?.length ?? 1;
  }
  parent.children = marked;
}

/** For each child the place of the first, itself or behind it, that closes; `children.length` where none does. */
function nextClosings(children: readonly ElementContent[]): number[] {
  let next = children.length;
  const places = children.map(() => next);
  for (let index = children.length - 1; index >= 0; index -= 1) {
    if (closingText(children[index]) !== null) next = index;
    places[index] = next;
  }
  return places;
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

function fenced(children: ElementContent[], start: number, paragraph: Element, end = start): Found | null {
  const lead = paragraph.children[0];
  const opening = lead?.type === "text" ? readOpening(lead.value) : null;
  const closing = closingText(children[end]);
  if (!opening || lead?.type !== "text" || !closing) return null;
  closing.value = closing.value.replace(CLOSING, "");
  lead.value = lead.value.slice(opening.length);
  const body = children.slice(start, end + 1).filter((node) => !isEmptyParagraph(node));
  return { callout: callout(opening.kind, opening.title, body), length: end - start + 1 };
}

type Opening = { kind: CalloutKind; title: string; length: number };

/** `:::note`, `:::note Title`, `:::note[Title]`, each with `{attributes}` or without; null for any other first line. */
function readOpening(value: string): Opening | null {
  const [line = ""] = value.split("\n", 1);
  const [, word = "", rest = ""] = OPENING.exec(line.trimEnd()) ?? [];
  const kind = calloutKind(word);
  const titleEnd = rest.startsWith("[") ? rest.indexOf("]") + 1 : rest.search(/\{|$/);
  const head = rest.slice(0, titleEnd);
  if (!kind || !/^(?:$|[[ \t])/.test(head) || !/^(?:\{[^}]*\})?$/.test(rest.slice(titleEnd))) return null;
  return { kind, title: head.startsWith("[") ? head.slice(1, -1) : head, length: line.length + 1 };
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
