import type { Element } from "hast";
import { el, isElement, oneLine, type Parent, replaceNode, textOf, walk } from "@/lib/reading/hast";

/** A browser lays out every column and row that a cell claims to span. */
const maxSpan = 100;

/** Lets wide tables scroll by themselves, also by keyboard. */
export function annotateTables(root: Parent): void {
  walk(root, ({ node, parent }) => {
    if (!isElement(node, "table")) return true;
    const names: string[] = [];
    walk(node, ({ node: cell }) => {
      limitSpans(cell);
      if (cell.tagName === "th") names.push(oneLine(textOf(cell)));
      return true;
    });
    const label = names.filter(Boolean).slice(0, 4).join(", ") || `line ${node.position?.start.line ?? 1}`;
    const wrapper = el(
      "div",
      { className: ["table-scroll"], tabIndex: 0, role: "region", ariaLabel: `Table: ${label}` },
      node,
    );
    replaceNode(parent, node, wrapper);
    return false;
  });
}

function limitSpans({ properties }: Element): void {
  if (Number(properties.colSpan) > maxSpan) properties.colSpan = maxSpan;
  if (Number(properties.rowSpan) > maxSpan) properties.rowSpan = maxSpan;
}
