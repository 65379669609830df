import type { Element, ElementContent } from "hast";
import { elementsOf, headingDepth, isBlank, isElement, type Parent } from "@/lib/reading/hast";

/**
 * Joins an ordered list that a forgotten indent broke: "2. Check the pods:", an unindented fence, "3. …". What stands
 * between belongs to the item before, when the next list starts at the next number.
 */
export function joinBrokenLists(parent: Parent): void {
  for (const element of elementsOf(parent)) {
    if (!isElement(element, "pre", "code", "p", "table")) joinBrokenLists(element);
  }
  const children = parent.children as ElementContent[];
  for (let index = 0; index < children.length; index += 1) {
    const list = children[index];
    if (!isElement(list, "ol")) continue;
    for (
      let next = continuation(children, index, list);
      next > 0;
      next = continuation(children, index, list)
    ) {
      const between = children.splice(index + 1, next - index);
      const other = between.pop();
      const last = elementsOf(list).at(-1);
      if (!isElement(other, "ol") || !last) break;
      last.children.push(...between);
      list.children.push(...other.children);
    }
  }
}

/** Index of the list that goes on from the one at `index`; 0 when there is none. */
function continuation(children: ElementContent[], index: number, list: Element): number {
  let hasFence = false;
  for (let at = index + 1; at < children.length; at += 1) {
    const node = children[at];
    if (!node || isBlank(node)) continue;
    if (isElement(node, "ol")) return hasFence && startOf(node) === startOf(list) + itemCount(list) ? at : 0;
    if (headingDepth(node) !== null || isElement(node, "hr", "section", "details", "rp-steps")) return 0;
    if (isElement(node, "pre")) hasFence = true;
  }
  return 0;
}

export function startOf(list: Element): number {
  const start = Number(list.properties.start ?? 1);
  return Number.isInteger(start) ? start : 1;
}

function itemCount(list: Element): number {
  return elementsOf(list).filter((item) => item.tagName === "li").length;
}
