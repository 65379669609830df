import type { Element, ElementContent } from "hast";
import { elementsOf, isBlank, isElement, walk } from "@/lib/reading/hast";
import { startOf } from "./join-lists";

/** Whether the items of a list are steps: an ordered one does, but for a list of contents. */
export function isListOfSteps(node: Element): boolean {
  if (!isElement(node, "ol", "rp-steps")) return false;
  const items = itemsOf(node);
  return items.length > 0 && !items.every(isContentsEntry);
}

/** Adds the number of each item of such a list. */
export function countItems(list: Element, ordinals: Map<Element, number>): void {
  if (!isListOfSteps(list)) return;
  itemsOf(list).forEach((item, index) => {
    ordinals.set(item, startOf(list) + index);
  });
}

/** Takes the checkbox of a task item out of it; null when the item is no task. */
export function takeBox(item: Element): Element | null {
  const first = item.children.find((child) => !isBlank(child));
  const holder = isElement(first, "p") ? first : item;
  const box = holder.children.find((child) => !isBlank(child));
  if (!isElement(box, "input")) return null;
  holder.children.splice(holder.children.indexOf(box), 1);
  const after = holder.children[0];
  if (after?.type === "text") after.value = after.value.replace(/^\s+/, "");
  return box;
}

/** Whether steps stand in an element, or it is a list of them. */
export function holdsSteps(node: ElementContent | undefined): boolean {
  if (isElement(node, "ol", "rp-steps")) return true;
  if (!isElement(node, "ul", "div")) return false;
  let found = node.properties.dataStep !== undefined;
  walk(node, ({ node: inner }) => {
    found ||= inner.properties.dataStep !== undefined;
    return !found;
  });
  return found;
}

/** Whether an item holds such an element outside the lists inside it. */
export function holdsInItself(item: Element, isWanted: (element: Element) => boolean): boolean {
  let found = false;
  walk(item, ({ node }) => {
    if (isElement(node, "ul", "ol")) return false;
    found ||= isWanted(node);
    return !found;
  });
  return found;
}

function itemsOf(list: Element): Element[] {
  return elementsOf(list).filter((item) => isElement(item, "li", "rp-step"));
}

/** An entry of a contents list: nothing but a link into this page. */
function isContentsEntry(item: Element): boolean {
  const own = item.children.filter((child) => !isBlank(child) && !isElement(child, "ol", "ul"));
  const only = own[0];
  if (own.length !== 1 || !only) return false;
  if (isElement(only, "p")) return isContentsEntry(only);
  return isElement(only, "a") && String(only.properties.href ?? "").startsWith("#");
}
