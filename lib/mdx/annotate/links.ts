import type { Element } from "hast";
import { resolveAnchor } from "@/lib/domain/references";
import { isRunbookAddress, runbookPathOf } from "@/lib/reading/document/read-references";
import { el, isElement, type Parent, replaceNode, walk } from "@/lib/reading/hast";

const RUNBOOK_FILE = /^(?!\/\/)(?!.*:\/\/)([^?#]*\/)?([^/?#]+)\.mdx?(#[^\s]*)?$/i;

/**
 * Leads links to where they mean to go: other runbooks, sections of this page, the outside. An id that stands twice
 * would lead to the first place alone, so the second loses it.
 */
export function annotateLinks(root: Parent): void {
  const ids = new Set<string>();
  walk(root, ({ node }) => {
    const { id } = node.properties;
    if (typeof id !== "string") return true;
    if (ids.has(id)) delete node.properties.id;
    ids.add(id);
    return true;
  });
  walk(root, ({ node, parent }) => {
    if (isElement(node, "a")) {
      if (typeof node.properties.href === "string") linkTo(node, node.properties.href, ids);
      return true;
    }
    if (isElement(node, "img")) tameImage(node);
    if (isElement(node, "code")) linkPath(node, parent);
    return !isElement(node, "pre", "code");
  });
}

/** A path in code is a reference too; whoever knows the other runbooks gives it its address. */
function linkPath(code: Element, parent: Parent): void {
  const path = runbookPathOf(code);
  const isInLink = parent.type === "element" && parent.tagName === "a";
  if (path !== null && !isInLink) {
    replaceNode(parent, code, el("a", { className: ["path"], dataRef: path, dataPath: "" }, code));
  }
}

function linkTo(node: Element, href: string, ids: ReadonlySet<string>): void {
  if (href.startsWith("#")) {
    const isFootnote =
      node.properties.dataFootnoteRef !== undefined || node.properties.dataFootnoteBackref !== undefined;
    const fragment = href.slice(1);
    // A heading may have the name of a footnote.
    const own = isFootnote ? resolveAnchor(`user-content-${fragment}`, ids) : null;
    node.properties.href = `#${own ?? resolveAnchor(fragment, ids) ?? fragment}`;
    return;
  }
  if (/^(?:https?:)?\/\//i.test(href)) {
    node.properties.rel = ["noreferrer", "noopener"];
    return;
  }
  if (isRunbookAddress(href)) node.properties.dataRef = href;
  const match = RUNBOOK_FILE.exec(href);
  if (match?.[2]) node.properties.href = `/runbooks/${match[2].toLowerCase()}${match[3] ?? ""}`;
}

function tameImage(node: Element): void {
  node.properties.alt ??= "";
  // Without `lazy` React puts preload links into the HTML.
  node.properties.loading = "lazy";
}
