import type { Element } from "hast";
import type { CommandBlock } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
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
import { noteWord } from "../plugins/note-fences";
import { drawFence, drawInline } from "./draw-command";
import type { DrawnGroup } from "./fence-steps";

export type CommandPlace = { node: Element; block: CommandBlock };

/** Reads every fence and every inline command, in the order of the text; inline code of headings and links is left alone. */
export function findCommands(
  root: Parent,
  { codeNumbers, riskWords }: { codeNumbers: CodeNumbers; riskWords: readonly LocalRiskWord[] },
): CommandPlace[] {
  const places: CommandPlace[] = [];
  const counts = { c: 0, i: 0 };
  let sectionId: string | null = null;
  let before = "";
  const find = (node: Element, place: BlockInput["place"]) => {
    const letter = place === "fence" ? "c" : "i";
    counts[letter] += 1;
    const block = readCommandBlock({
      id: `${letter}${counts[letter]}`,
      text: place === "fence" ? textOf(node).replace(/\n$/, "") : textOf(node),
      lang: place === "fence" ? languageOf(node) : null,
      place,
      line: lineOf(node),
      before,
      riskWords,
    });
    const index = place === "fence" ? codeNumberAt(codeNumbers, node.position?.start) : null;
    places.push({ node, block: { ...block, index, sectionId } });
  };
  walk(root, ({ node, ancestors }) => {
    if (headingDepth(node) !== null) {
      if (typeof node.properties.id === "string") sectionId = node.properties.id;
      before = oneLine(textOf(node, isAnchor));
    }
    if (isElement(node, "p", "li", "summary", "td")) before = oneLine(textOf(node, isPre)) || before;
    if (isElement(node, "pre")) {
      find(node, "fence");
      return false;
    }
    if (!isElement(node, "code")) return true;
    const isName = ancestors.some((outer) => isElement(outer, "a") || headingDepth(outer) !== null);
    if (!isName && isInlineCommand(textOf(node))) find(node, "inline");
    return false;
  });
  return places;
}

/**
 * Draws the commands where they stand by now; `blocks` are the same ones with what the whole page knows of them,
 * `groups` the sub-steps and options of the fences that have them, by the block's id.
 */
export function drawCommands(
  root: Parent,
  places: readonly CommandPlace[],
  known: { blocks: readonly CommandBlock[]; groups: ReadonlyMap<string, readonly DrawnGroup[]> },
): void {
  const blocks = new Map(known.blocks.map((block) => [block.id, block]));
  const blockOf = new Map(places.map(({ node, block }) => [node, blocks.get(block.id) ?? block]));
  walk(root, ({ node, parent }) => {
    const block = blockOf.get(node);
    if (!block) return true;
    if (block.kind !== "command" && noteWord(block.lang) && isElement(parent, "aside")) {
      // The callout around it says its words.
      replaceNode(parent, node);
      return false;
    }
    const drawn =
      block.place === "fence" ? [drawFence(block, known.groups.get(block.id))] : drawInline(block);
    replaceNode(parent, node, ...drawn);
    return false;
  });
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
