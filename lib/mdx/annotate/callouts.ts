import type { Element, ElementContent } from "hast";
import {
  el,
  elementsOf,
  isBlank,
  isElement,
  type Parent,
  replaceNode,
  text,
  textOf,
  walk,
} from "@/lib/reading/hast";
import { type CalloutKind, calloutKind } from "../component-list";
import { annotateAdmonitions } from "./admonitions";

const GITHUB_MARK = /^\s*\[!(\w+)\][ \t]*(?:\n|$)/;
const PLAIN_MARK =
  /^\s*(?:⚠\uFE0F?\s*)?(Note|Info|Tip|Hint|Important|Warning|Caution|Danger|Attention):(?:\s|$)/i;
const BOLD_MARK =
  /^\s*(?:⚠\uFE0F?\s*)?(Note|Info|Tip|Hint|Important|Warning|Caution|Danger|Attention)\s*[:!]?\s*$/i;

/** Marks `> [!WARNING]` of any known word, and paragraphs, quotes and bullets that begin with "Warning:" or "**Note:**". */
export function annotateCallouts(root: Parent): void {
  annotateAdmonitions(root);
  walk(root, ({ node, parent, ancestors }) => {
    if (isElement(node, "pre", "table", "aside", "rp-callout")) return false;
    const isInside = ancestors.some((outer) => isElement(outer, "aside"));
    if (node.tagName === "blockquote") {
      const marked = githubKind(node);
      const kind = marked ?? (isInside ? null : kindOfFirst(node));
      if (kind) Object.assign(node, callout(kind, node.children));
      return marked !== null || kind === null;
    }
    // Within a callout only a mark of its own makes another.
    if (isInside) return true;
    if (node.tagName === "p") {
      const kind = kindOf(node.children);
      if (kind) replaceNode(parent, node, callout(kind, [node]));
      return false;
    }
    // A loose item holds a paragraph, which is met above; an item that is a task keeps its box outside.
    if (node.tagName === "li" && !elementsOf(node).some((child) => isElement(child, "p", "input")))
      markTightItem(node);
    return true;
  });
}

function callout(kind: CalloutKind, children: ElementContent[]): Element {
  return el("aside", { className: ["callout"], role: "note", dataCallout: kind }, ...children);
}

function markTightItem(item: Element): void {
  const rest = item.children.findIndex((child) => isElement(child, "ul", "ol", "pre", "blockquote", "table"));
  const own = rest < 0 ? item.children : item.children.slice(0, rest);
  const kind = kindOf(own);
  if (kind)
    item.children = [callout(kind, [el("p", {}, ...own)]), ...(rest < 0 ? [] : item.children.slice(rest))];
}

function githubKind(quote: Element): CalloutKind | null {
  const first = elementsOf(quote)[0];
  const lead = isElement(first, "p") ? first.children[0] : undefined;
  if (!isElement(first, "p") || lead?.type !== "text") return null;
  const match = GITHUB_MARK.exec(lead.value);
  const kind = match?.[1] ? calloutKind(match[1]) : null;
  if (!match?.[1] || !kind) return null;
  lead.value = lead.value.slice(match[0].length);
  const word = match[1].charAt(0).toUpperCase() + match[1].slice(1).toLowerCase();
  const title = el("p", { className: ["callout-title"] }, word);
  if (textOf(first).trim() === "" && !elementsOf(first).some((child) => child.tagName === "img")) {
    replaceNode(quote, first, title);
  } else {
    replaceNode(quote, first, title, text("\n"), first);
  }
  return kind;
}

function kindOfFirst(quote: Element): CalloutKind | null {
  const first = elementsOf(quote)[0];
  return isElement(first, "p") ? kindOf(first.children) : null;
}

function kindOf(children: ElementContent[]): CalloutKind | null {
  const index = children.findIndex((child) => !isBlank(child));
  const lead = children[index];
  if (!lead) return null;
  if (lead.type === "text") {
    const word = PLAIN_MARK.exec(lead.value)?.[1];
    return word ? calloutKind(word) : null;
  }
  if (!isElement(lead, "strong", "b", "em")) return null;
  const inner = textOf(lead);
  const word = BOLD_MARK.exec(inner)?.[1];
  const after = children[index + 1];
  const hasColon = /:\s*$/.test(inner) || (after?.type === "text" && /^\s*:/.test(after.value));
  if (!word || !hasColon) return null;
  return calloutKind(word);
}
