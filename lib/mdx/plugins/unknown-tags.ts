import { AUTHOR_TAGS, OPEN_ENDED_TAGS, UNWRAPPED_TAGS, VOID_TAGS } from "../html-tags";
import { LIMITS } from "../limits";
import { eachNode, type SyntaxNode } from "./syntax-node";
import { LimitReached } from "./tree-limits";

const BLOCK_PARENTS = new Set(["root", "blockquote", "listItem", "footnoteDefinition", "mdxJsxFlowElement"]);

/**
 * Runbooks write placeholders as tags: "Describe pod <pod-name>". The sanitiser would drop them without a word, so
 * every tag that is no listed HTML element becomes text first. Comments are left out.
 * Returns whether any real HTML is left.
 */
export function unknownTagsToText(tree: SyntaxNode): boolean {
  let hasHtml = false;
  const open: SyntaxNode[] = [tree];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    if (!parent.children) continue;
    const isInline = !BLOCK_PARENTS.has(parent.type);
    const kept: SyntaxNode[] = [];
    parent.children.forEach((node, index) => {
      if (node.type !== "html") {
        kept.push(node);
        return;
      }
      const tags =
        isInline && isLonely(node, parent.children ?? [], index)
          ? escapeAll(node)
          : escapeUnknown(node.value ?? "");
      if (tags.trim() === "") return;
      if (tags.includes("<")) {
        hasHtml = true;
        kept.push({ ...node, value: tags });
      } else {
        kept.push(asText(node, tags, isInline));
      }
    });
    parent.children = kept;
    open.push(...kept);
  }
  return hasHtml;
}

/**
 * Refuses tags that stand open by the hundred: a browser nests what is never closed, and reading it costs the square of
 * the depth. Throws a LimitReached.
 */
export function checkHtmlDepth(tree: SyntaxNode): void {
  let depth = 0;
  eachNode(tree, (node) => {
    if (node.type !== "html") return;
    for (const [tag, name = ""] of (node.value ?? "").matchAll(/<\/?([a-z][a-z0-9]*)/gi)) {
      const lower = name.toLowerCase();
      if (VOID_TAGS.has(lower) || OPEN_ENDED_TAGS.has(lower)) continue;
      depth = Math.max(0, depth + (tag.startsWith("</") ? -1 : 1));
      if (depth > LIMITS.depth) {
        throw new LimitReached("too-deep", `More than ${LIMITS.depth} HTML tags are open at once.`);
      }
    }
  });
}

function asText(node: SyntaxNode, escaped: string, isInline: boolean): SyntaxNode {
  const place = node.position ? { position: node.position } : {};
  const leaf: SyntaxNode = { type: "text", value: unescapeTags(escaped), ...place };
  return isInline ? leaf : { type: "paragraph", children: [leaf], ...place };
}

/** An inline tag without attributes that nothing closes, as in "psql -t <table>", is a placeholder too. */
function isLonely(node: SyntaxNode, siblings: SyntaxNode[], index: number): boolean {
  const name = /^<([a-z][a-z0-9]*)\s*>$/i.exec(node.value ?? "")?.[1]?.toLowerCase();
  if (!name || VOID_TAGS.has(name)) return false;
  return !siblings
    .slice(index + 1)
    .some((other) => other.type === "html" && new RegExp(`^</${name}\\s*>$`, "i").test(other.value ?? ""));
}

function escapeAll(node: SyntaxNode): string {
  return escapeText(node.value ?? "");
}

/** Rewrites raw HTML: comments away, listed tags kept, every other `<` as text. */
export function escapeUnknown(html: string): string {
  let out = "";
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next < 0) return out + html.slice(at);
    out += html.slice(at, next);
    if (html.startsWith("<!--", next)) {
      const end = html.indexOf("-->", next + 4);
      if (end < 0) return out;
      at = end + 3;
      continue;
    }
    const tag = readTag(html, next);
    if (tag && isListed(tag.name) && !isComponent(html, next)) out += html.slice(next, tag.end);
    else out += escapeText(html.slice(next, tag?.end ?? next + 1));
    at = tag?.end ?? next + 1;
  }
  return out;
}

function isListed(name: string): boolean {
  return AUTHOR_TAGS.has(name) || UNWRAPPED_TAGS.has(name);
}

/** `<Details>` is somebody's component, `<details>` and `<DETAILS>` are HTML. */
function isComponent(html: string, start: number): boolean {
  return /^<\/?[A-Z][^\s/>]*[a-z]/.test(html.slice(start, start + 40));
}

const TAG = /<\/?([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/iy;

function readTag(html: string, start: number): { name: string; end: number } | null {
  TAG.lastIndex = start;
  const match = TAG.exec(html);
  return match ? { name: (match[1] ?? "").toLowerCase(), end: start + match[0].length } : null;
}

function escapeText(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function unescapeTags(value: string): string {
  return value.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}
