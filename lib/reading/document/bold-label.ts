import type { Element, ElementContent } from "hast";
import { isBlank, isElement, oneLine, textOf } from "../hast";
import { readStepLead } from "./step-lead";

const LONGEST = 90;
/** What may follow the bold words: a colon and a remark in brackets. */
const TAIL = /^\s*[:：]?\s*(?:\([^()]*\))?\s*[:：]?\s*$/;

/**
 * The words of a bold paragraph, or of an item that begins with bold words and holds blocks, that act as a heading:
 * `**Immediate Actions (< 5 minutes)**:`. Null for other elements, and for a bold "Step 2: …", which is a step.
 */
export function readBoldLabel(node: Element): string | null {
  if (!isElement(node, "p", "li")) return null;
  const own = inlineOf(node).filter((child) => !isBlank(child));
  const lead = own[0];
  if (!isElement(lead, "strong", "b")) return null;
  const words = oneLine(textOf(lead));
  const tail = own
    .slice(1)
    .map((child) => textOf(child))
    .join("");
  if (words === "" || words.length > LONGEST || !TAIL.test(tail) || readStepLead(words)) return null;
  return oneLine(`${words} ${tail}`).replace(/[\s:：]+$/, "");
}

/** The words that an item begins with, before its lists and fences. */
function inlineOf(node: Element): ElementContent[] {
  if (node.tagName === "p") return node.children;
  const first = node.children.find((child) => !isBlank(child));
  if (isElement(first, "p")) return first.children;
  const end = node.children.findIndex((child) => isElement(child, "ul", "ol", "pre", "blockquote", "table"));
  return end < 0 ? node.children : node.children.slice(0, end);
}
