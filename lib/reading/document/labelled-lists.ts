import type { Element } from "hast";
import { elementsOf, isBlank, isElement, oneLine, textOf } from "../hast";
import type { Part } from "./outline";

/** A list and the words that say what it lists: "**Resolution**:" above it, or else the heading. */
export type LabelledList = { part: Part; label: string; list: Element; items: Element[]; isNested: boolean };

/** Every list of a document, nested ones too. An item that only introduces a list is its label. */
export function labelledLists(outline: readonly Part[]): LabelledList[] {
  return outline.flatMap((part) => listsIn(part, part.blocks, part.section?.text ?? "", false));
}

/** The item's own words, without the lists and fences in it. */
export function itemText(item: Element): string {
  return oneLine(textOf(item, (inner) => isElement(inner, "ul", "ol", "pre", "table")));
}

/** Whether an item is a task (`- [ ] …`). */
export function isTask(item: Element): boolean {
  const first = item.children.find((child) => !isBlank(child));
  const holder = isElement(first, "p") ? first : item;
  return isElement(
    holder.children.find((child) => !isBlank(child)),
    "input",
  );
}

function listsIn(part: Part, blocks: readonly Element[], around: string, isNested: boolean): LabelledList[] {
  let label = around;
  return blocks.flatMap((block): LabelledList[] => {
    if (isElement(block, "ul", "ol")) {
      const items = elementsOf(block).filter((item) => item.tagName === "li");
      const nested = items.flatMap((item) =>
        listsIn(part, elementsOf(item), introduction(item) ?? label, true),
      );
      return [{ part, label, list: block, items, isNested }, ...nested];
    }
    if (isElement(block, "p")) label = labelOf(block) ?? around;
    else if (isElement(block, "blockquote", "details", "div")) {
      return listsIn(part, elementsOf(block), label, isNested);
    }
    return [];
  });
}

/** A paragraph that announces what follows: it ends with a colon or is all bold. */
function labelOf(paragraph: Element): string | null {
  const own = paragraph.children.filter((child) => !isBlank(child));
  const words = oneLine(textOf(paragraph));
  const isBold = own.length === 1 && isElement(own[0], "strong", "b");
  return isBold || /[:：]$/.test(words) ? words.replace(/\s*[:：]$/, "") : null;
}

function introduction(item: Element): string | null {
  const words = itemText(item);
  return /[:：]$/.test(words) ? words.replace(/\s*[:：]$/, "") : null;
}
