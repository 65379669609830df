import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { type Child, isElement, type Parent, walk } from "@/lib/reading/hast";

const SLOT = "rp-static";

/** The HTML of what holds no component, and the tree that is left for the bundler; null when nothing is. */
export type Packed = { pieces: string[]; rest: Root | null };

/**
 * Takes every run of neighbours without components out of the tree as HTML and leaves a numbered slot, so that the
 * bundler makes code for a handful of elements instead of thousands. Runs last: the tree is sanitised and marked, and
 * `rp-static` is no tag that an author could have written.
 */
export function packStatic(tree: Root): Packed {
  const pieces: string[] = [];
  pack(tree, pieces);
  const isAllPacked = tree.children.every((child) => isElement(child, SLOT));
  return { pieces, rest: isAllPacked ? null : tree };
}

/** Puts the pieces back into their slots. */
export function unpackStatic(html: string, pieces: readonly string[]): string {
  return html.replace(
    /<rp-static data-piece="(\d+)"><\/rp-static>/g,
    (_slot, index: string) => pieces[Number(index)] ?? "",
  );
}

function pack(parent: Parent, pieces: string[]): void {
  const packed: Child[] = [];
  let run: Child[] = [];
  const close = () => {
    if (run.length === 0) return;
    pieces.push(toHtml({ type: "root", children: run as ElementContent[] }));
    packed.push(slot(pieces.length - 1));
    run = [];
  };
  for (const child of parent.children) {
    if (child.type !== "element" || !holdsComponents(child)) {
      run.push(child);
      continue;
    }
    close();
    pack(child, pieces);
    packed.push(child);
  }
  close();
  parent.children = packed as typeof parent.children;
}

function slot(index: number): Element {
  return { type: "element", tagName: SLOT, properties: { dataPiece: String(index) }, children: [] };
}

function holdsComponents(element: Element): boolean {
  if (element.tagName.startsWith("rp-")) return true;
  let found = false;
  walk(element, ({ node }) => {
    if (node.tagName.startsWith("rp-")) found = true;
    return !found;
  });
  return found;
}
