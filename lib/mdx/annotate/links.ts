import type { Element } from "hast";
import { isElement, type Parent, walk } from "@/lib/reading/hast";

const RASTER = /^data:image\/(?:png|jpeg|gif|webp)[;,]/i;
const RUNBOOK_FILE = /^(?!\/\/)(?!.*:\/\/)([^?#]*\/)?([^/?#]+)\.mdx?(#[^\s]*)?$/i;

/** Leads links to where they mean to go: other runbooks, sections of this page, the outside. */
export function annotateLinks(root: Parent): void {
  const ids = new Set<string>();
  walk(root, ({ node }) => {
    if (typeof node.properties.id === "string") ids.add(node.properties.id);
    return true;
  });
  walk(root, ({ node }) => {
    if (node.tagName === "a" && typeof node.properties.href === "string")
      linkTo(node, node.properties.href, ids);
    if (isElement(node, "img")) tameImage(node);
    return true;
  });
}

function linkTo(node: Element, href: string, ids: ReadonlySet<string>): void {
  if (href.startsWith("#")) {
    node.properties.href = `#${resolveFragment(href.slice(1), ids)}`;
    return;
  }
  if (/^(?:https?:)?\/\//i.test(href)) {
    node.properties.rel = ["noreferrer", "noopener"];
    return;
  }
  const match = RUNBOOK_FILE.exec(href);
  if (match?.[2]) node.properties.href = `/runbooks/${match[2].toLowerCase()}${match[3] ?? ""}`;
}

/** An anchor as written, decoded or in lower case, or the author's own id behind its prefix. */
function resolveFragment(fragment: string, ids: ReadonlySet<string>): string {
  let decoded = fragment;
  try {
    decoded = decodeURIComponent(fragment);
  } catch {
    // Not an encoded address: taken as written.
  }
  const candidates = [fragment, decoded, decoded.toLowerCase(), `user-content-${decoded}`];
  return candidates.find((candidate) => ids.has(candidate)) ?? fragment;
}

function tameImage(node: Element): void {
  const src = String(node.properties.src ?? "");
  if (/^\s*data:/i.test(src) && !RASTER.test(src)) delete node.properties.src;
  node.properties.alt ??= "";
  // Without `lazy` React puts preload links into the HTML.
  node.properties.loading = "lazy";
}
