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

/** What no author's text may ever bring into a page: says where it stands. For tests. */
export function dangersIn(html: string): string[] {
  const banned =
    /^(script|style|iframe|object|embed|svg|math|form|link|meta|base|template|body|marquee|video|audio)$/;
  const dangers: string[] = [];
  walk(parseHtml(html), ({ node }) => {
    if (banned.test(node.tagName)) dangers.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on/i.test(name) || name === "style" || name === "srcDoc") dangers.push(`${node.tagName} ${name}`);
      if (
        /^(href|src|action|xlinkHref)$/.test(name) &&
        !/^(https?:|mailto:|\/|#|[^:]*$|data:image\/(png|jpeg|gif|webp)[;,])/i.test(String(value))
      ) {
        dangers.push(`${node.tagName} ${name}=${String(value)}`);
      }
    }
    return true;
  });
  return dangers;
}
