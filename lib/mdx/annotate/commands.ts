import type { Element } from "hast";
import { isInlineCommand, readCommandBlock } from "@/lib/domain/commands";
import type { CommandBlock } from "@/lib/domain/document";
import { headingDepth, isElement, lineOf, oneLine, type Parent, replaceNode, textOf, walk } from "../hast";
import { drawFence, drawInline } from "./draw-command";
import type { Draft } from "./draft";
import { stepIdOf } from "./steps";

/** Draws every fence as statements that can be copied, and gives inline commands a copy button. */
export function annotateCommands(root: Parent, draft: Draft): void {
  let fences = 0;
  let inlines = 0;
  let sectionId: string | null = null;
  let before = "";
  const place = (ancestors: Parent[]) => ({
    sectionId,
    stepId: stepIdOf(ancestors.findLast((parent) => stepIdOf(parent) !== undefined)) ?? null,
  });
  const keep = (block: CommandBlock): CommandBlock => {
    draft.commands.push(block);
    draft.steps.find((step) => step.id === block.stepId)?.commandIds.push(block.id);
    return block;
  };
  walk(root, ({ node, parent, ancestors }) => {
    if (headingDepth(node) !== null) {
      if (typeof node.properties.id === "string") sectionId = node.properties.id;
      before = oneLine(textOf(node, isAnchor));
      return false;
    }
    if (isElement(node, "p", "li", "summary", "td")) before = oneLine(textOf(node, (inner) => isElement(inner, "pre"))) || before;
    if (isElement(node, "a")) return false;
    if (isElement(node, "pre")) {
      fences += 1;
      const block = readCommandBlock({
        id: `c${fences}`,
        text: textOf(node).replace(/\n$/, ""),
        lang: languageOf(node),
        place: "fence",
        line: lineOf(node),
        before,
      });
      replaceNode(parent, node, drawFence(keep({ ...block, ...place(ancestors) })));
      return false;
    }
    if (isElement(node, "code")) {
      const code = textOf(node);
      if (!isInlineCommand(code)) return false;
      inlines += 1;
      const block = readCommandBlock({ id: `i${inlines}`, text: code, lang: null, place: "inline", line: lineOf(node), before });
      replaceNode(parent, node, ...drawInline(keep({ ...block, ...place(ancestors) })));
      return false;
    }
    return true;
  });
}

function isAnchor(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes("anchor");
}

/** The language word of a fence. */
function languageOf(pre: Element): string | null {
  const code = pre.children.find((child) => isElement(child, "code"));
  const names = isElement(code) ? code.properties.className : null;
  const name = Array.isArray(names) ? names.map(String).find((item) => item.startsWith("language-")) : undefined;
  return name ? name.slice("language-".length).toLowerCase() : null;
}
