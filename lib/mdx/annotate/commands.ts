import type { Element } from "hast";
import type { CommandBlock, Step } from "@/lib/domain/document";
import { type BlockInput, isInlineCommand, readCommandBlock } from "@/lib/reading/commands";
import {
  headingDepth,
  isElement,
  lineOf,
  oneLine,
  type Parent,
  replaceNode,
  textOf,
  walk,
} from "@/lib/reading/hast";
import { type CodeNumbers, codeNumberAt } from "../plugins/code-numbers";
import { drawFence, drawInline } from "./draw-command";
import { stepIdOf } from "./steps";

export type CommandPlace = { node: Element; parent: Parent; block: CommandBlock };

/** Reads every fence and every inline command, in the order of the text; inline code of headings and links is left alone. */
export function findCommands(root: Parent, steps: readonly Step[], codeNumbers: CodeNumbers): CommandPlace[] {
  const places: CommandPlace[] = [];
  const stepOf = new Map(steps.map((step) => [step.id, step]));
  const counts = { c: 0, i: 0 };
  let sectionId: string | null = null;
  let before = "";
  const find = (node: Element, parent: Parent, ancestors: Parent[], place: BlockInput["place"]) => {
    const letter = place === "fence" ? "c" : "i";
    counts[letter] += 1;
    const stepId = stepIdOf(ancestors.findLast((outer) => stepIdOf(outer) !== undefined)) ?? null;
    const block = readCommandBlock({
      id: `${letter}${counts[letter]}`,
      text: place === "fence" ? textOf(node).replace(/\n$/, "") : textOf(node),
      lang: place === "fence" ? languageOf(node) : null,
      place,
      line: lineOf(node),
      before,
    });
    const index = place === "fence" ? codeNumberAt(codeNumbers, node.position?.start) : null;
    places.push({ node, parent, block: { ...block, index, stepId, sectionId } });
    if (stepId) stepOf.get(stepId)?.commandIds.push(block.id);
  };
  walk(root, ({ node, parent, ancestors }) => {
    if (headingDepth(node) !== null) {
      if (typeof node.properties.id === "string") sectionId = node.properties.id;
      before = oneLine(textOf(node, isAnchor));
    }
    if (isElement(node, "p", "li", "summary", "td")) before = oneLine(textOf(node, isPre)) || before;
    if (isElement(node, "pre")) {
      find(node, parent, ancestors, "fence");
      return false;
    }
    if (!isElement(node, "code")) return true;
    const isName = ancestors.some((outer) => isElement(outer, "a") || headingDepth(outer) !== null);
    if (!isName && isInlineCommand(textOf(node))) find(node, parent, ancestors, "inline");
    return false;
  });
  return places;
}

/** Draws the commands where they were found; `blocks` are the same ones with what the whole page knows of them. */
export function drawCommands(places: readonly CommandPlace[], blocks: readonly CommandBlock[]): void {
  const known = new Map(blocks.map((block) => [block.id, block]));
  for (const { node, parent, block } of places) {
    const drawn = known.get(block.id) ?? block;
    replaceNode(parent, node, ...(drawn.place === "fence" ? [drawFence(drawn)] : drawInline(drawn)));
  }
}

function isPre(node: Element): boolean {
  return node.tagName === "pre";
}

function isAnchor(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes("anchor");
}

/** The language word of a fence. */
function languageOf(pre: Element): string | null {
  const code = pre.children.find((child) => isElement(child, "code"));
  const names = isElement(code, "code") ? code.properties.className : null;
  const name = Array.isArray(names)
    ? names.map(String).find((item) => item.startsWith("language-"))
    : undefined;
  return name ? name.slice("language-".length).toLowerCase() : null;
}
