import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { type Parent, walk } from "../hast";

/**
 * Writes the inside of every block without components out as HTML, so that the bundler makes code for a handful of
 * elements instead of thousands. Runs last: the tree is sanitised and marked, and `rp-static` is no tag that an author
 * could have written.
 */
export function packStatic(parent: Root | Element): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== "element") return child;
    if (child.tagName.startsWith("rp-") || holdsComponents(child)) {
      packStatic(child);
      return child;
    }
    if (child.children.length === 0) return child;
    return {
      type: "element",
      tagName: "rp-static",
      properties: { ...child.properties, dataTag: child.tagName, dataHtml: toHtml(child.children) },
      children: [],
    } satisfies Element;
  }) as typeof parent.children;
}

function holdsComponents(parent: Parent): boolean {
  let found = false;
  walk(parent, ({ node }) => {
    if (node.tagName.startsWith("rp-")) found = true;
    return !found;
  });
  return found;
}
