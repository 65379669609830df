import { el, isElement, oneLine, type Parent, replaceNode, textOf, walk } from "@/lib/reading/hast";

/** Lets wide tables scroll by themselves, also by keyboard. */
export function annotateTables(root: Parent): void {
  walk(root, ({ node, parent }) => {
    if (!isElement(node, "table")) return true;
    const names: string[] = [];
    walk(node, ({ node: cell }) => {
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
