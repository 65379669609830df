import type { Element, ElementContent } from "hast";
import { elementsOf, headingDepth, isBlank, isElement, type Parent, textOf } from "@/lib/reading/hast";

type OpenList = {
  list: Element;
  last: Element;
  next: number;
  /** The author writes "1." before every item: a fence between two of them begins the count again. */
  isAllOnes: boolean;
  isJoined: boolean;
  between: ElementContent[];
};

/**
 * Joins an ordered list that a forgotten indent broke: "2. Check the pods:", an unindented fence or a paragraph,
 * "3. …". What stands between belongs to the item before, when the next list starts at the next number. The last item
 * takes the fence below it when it announces one, or when the items before it had theirs there.
 */
export function joinBrokenLists(parent: Parent): void {
  const children: ElementContent[] = [];
  let open: OpenList | null = null;
  const close = () => {
    if (open) children.push(...afterFences(open));
    open = null;
  };
  for (const child of parent.children as ElementContent[]) {
    if (child.type === "element" && !isElement(child, "pre", "code", "p", "table")) joinBrokenLists(child);
    if (open && isElement(child, "ol") && goesOn(open, child)) {
      join(open, child);
    } else if (open && !endsList(child)) {
      open.between.push(child);
    } else {
      close();
      children.push(child);
      open = isElement(child, "ol") ? openList(child) : null;
    }
  }
  close();
  parent.children = children;
}

export function startOf(list: Element): number {
  const start = Number(list.properties.start ?? 1);
  return Number.isInteger(start) ? start : 1;
}

function openList(list: Element): OpenList | null {
  const items = itemsOf(list);
  const last = items.at(-1);
  const start = startOf(list);
  const isAllOnes = start === 1 && items.length === 1;
  return last ? { list, last, next: start + items.length, isAllOnes, isJoined: false, between: [] } : null;
}

function goesOn({ next, isAllOnes, between }: OpenList, list: Element): boolean {
  if (itemsOf(list).length === 0) return false;
  if (startOf(list) === next) return true;
  const blocks = between.filter((child) => !isBlank(child));
  const isFenced = blocks.length > 0 && blocks.every((child) => isElement(child, "pre"));
  return isAllOnes && isFenced && startOf(list) === 1;
}

function join(open: OpenList, other: Element): void {
  const items = itemsOf(other);
  open.last.children.push(...open.between);
  open.list.children.push(...other.children);
  open.isJoined ||= open.between.some((child) => isElement(child, "pre"));
  open.last = items.at(-1) ?? open.last;
  open.next += items.length;
  open.between = [];
}

/** Gives the last item the fences right below it where they are its own; what is left stands after the list. */
function afterFences({ last, isJoined, between }: OpenList): ElementContent[] {
  const isAnnounced = /[:：]\s*$/.test(textOf(last));
  const end = between.findIndex((child) => !isBlank(child) && !isElement(child, "pre"));
  const fences = end < 0 ? between.length : end;
  if (!isJoined && !isAnnounced) return between;
  last.children.push(...between.slice(0, fences));
  return between.slice(fences);
}

function endsList(node: ElementContent): boolean {
  return headingDepth(node) !== null || isElement(node, "ol", "hr", "section", "details", "rp-steps");
}

function itemsOf(list: Element): Element[] {
  return elementsOf(list).filter((item) => item.tagName === "li");
}
