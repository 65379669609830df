import type { Element, Root } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";
import { walk } from "@/lib/reading/hast";

const parser = unified().use(rehypeRaw).freeze();

/** Reads HTML as a browser would. For tests. */
export function parseHtml(html: string): Root {
  return parser.runSync({ type: "root", children: [{ type: "raw", value: html }] } as Root) as Root;
}

/** Every element that a test accepts, in document order. For tests. */
export function findAll(root: Root | Element, accepts: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  walk(root, ({ node }) => {
    if (accepts(node)) found.push(node);
    return true;
  });
  return found;
}

/** Every element with this name. For tests. */
export function findTags(root: Root | Element, ...tagNames: string[]): Element[] {
  return findAll(root, (element) => tagNames.includes(element.tagName));
}

const TAGS =
  /^(?:a|abbr|aside|b|blockquote|br|button|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr)$/;
const ATTRIBUTES =
  /^(?:align|alt|aria[A-Z]\w*|checked|className|colSpan|data[A-Z]\w*|dir|disabled|height|href|id|lang|loading|name|open|rel|reversed|role|rowSpan|scope|src|start|tabIndex|title|type|width)$/;
const OWN_ID = /^(?:user-content-)/;
const RASTER = /^data:image\/(?:png|jpeg|gif|webp)[;,]/;

/**
 * What no text may ever bring into a page: whatever is not on the lists of what a page is made of. Addresses are read as
 * a browser reads them; `imageHosts` are those that images may come from. Says what it is. For tests.
 */
export function dangersIn(html: string, imageHosts: readonly string[] = []): string[] {
  const dangers: string[] = [];
  const ids = new Set<string>();
  walk(parseHtml(html), ({ node }) => {
    if (!TAGS.test(node.tagName)) dangers.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (!ATTRIBUTES.test(name)) dangers.push(`${node.tagName} ${name}`);
      if (name === "href" && !isSafeLink(String(value)))
        dangers.push(`${node.tagName} href=${String(value)}`);
      if (name === "src" && !isSafeImage(String(value), imageHosts))
        dangers.push(`${node.tagName} src=${String(value)}`);
      if (name === "name" && !OWN_ID.test(String(value)))
        dangers.push(`${node.tagName} name=${String(value)}`);
      if (name === "id" && ids.has(String(value))) dangers.push(`twice id=${String(value)}`);
      if (name === "id") ids.add(String(value));
    }
    return true;
  });
  return dangers;
}

const here = "https://portal.test/runbooks/x";

function isSafeLink(href: string): boolean {
  if (!URL.canParse(href, here)) return true;
  const { protocol, host } = new URL(href, here);
  if (/^https?:$/.test(protocol)) return host === "portal.test" || /^https?:\/\//i.test(href);
  return protocol === "mailto:" || protocol === "tel:";
}

function isSafeImage(src: string, hosts: readonly string[]): boolean {
  if (RASTER.test(src)) return true;
  const { protocol, host } = new URL(src, here);
  return protocol === "https:" && (host === "portal.test" || hosts.includes(host));
}
