import type { Element, Root, Text } from "hast";
import type { Reference, SourcePlace } from "@/lib/domain/document";
import { resolveAnchor } from "@/lib/domain/references";
import { columnOf, isElement, lineOf, oneLine, type Parent, textOf, walk } from "../hast";

const MARKDOWN = /\.(?:md|mdx|markdown)(?:\.erb)?$/i;
const PAGE = /(?:^|\/)(?:[^/.]+|\.{1,2}|[^/]+\.html?)\/?$|\.(?:md|mdx|markdown)(?:\.erb)?$/i;
/** `runbooks/disk-full.md` in code: a folder is asked for, since `README.md` alone names a kind of file. */
const PATH = /^(?![/~])(?!.*\/\/)[\w.@ -]+(?:\/[\w.@ -]+)+$/;
/** `{{< ref "./Disk.md#fix" >}}` of Hugo, where links cannot be written plainly. */
const SHORTCODE = /\{\{[<%]\s*(?:rel)?ref\s+["“]([^"”]+)["”]\s*[>%]\}\}/g;

/** Every link, path in code and shortcode that leads somewhere, in the order of the text. */
export function readReferences(root: Root): Reference[] {
  const ids = idsIn(root);
  const found: Reference[] = [];
  walk(root, ({ node }) => {
    if (isElement(node, "pre") || node.properties.dataFootnotes !== undefined) return false;
    if (isElement(node, "a")) {
      if (isWritten(node)) found.push(...fromLink(node, ids));
      return false;
    }
    if (isElement(node, "code")) {
      const path = runbookPathOf(node);
      if (path !== null)
        found.push({
          ...reference(path, path, { line: lineOf(node), column: columnOf(node) }),
          isPath: true,
        });
      return false;
    }
    for (const child of node.children) if (child.type === "text") found.push(...fromShortcodes(child));
    return true;
  });
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The path that a code span is, when it is one of a runbook: `runbooks/disk-full.md`. */
export function runbookPathOf(code: Element): string | null {
  const path = oneLine(textOf(code));
  return MARKDOWN.test(path) && PATH.test(path) ? path : null;
}

/** Whether a link's address may be that of another runbook, in this folder or on the site that it was written for. */
export function isRunbookAddress(href: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|#|\/\/|\\)/i.test(href) && PAGE.test(href.split(/[?#]/)[0] ?? "");
}

/** The links that the portal itself puts beside headings and footnotes are no words of the author. */
function isWritten(link: Element): boolean {
  const { className, dataFootnoteRef, dataFootnoteBackref } = link.properties;
  const isOurs = Array.isArray(className) && className.includes("anchor");
  return !isOurs && dataFootnoteRef === undefined && dataFootnoteBackref === undefined;
}

function fromLink(link: Element, ids: ReadonlySet<string>): Reference[] {
  const href = link.properties.href;
  if (typeof href !== "string" || href === "") return [];
  const text = oneLine(textOf(link));
  const place = { line: lineOf(link), column: columnOf(link) };
  const fragment = href.startsWith("#") ? href.slice(1) : null;
  if (fragment !== null) {
    // Browsers take both of these to the top of any page.
    const isResolved = fragment === "" || fragment === "top" || resolveAnchor(fragment, ids) !== null;
    return [{ ...place, text, target: "", anchor: fragment, isPath: false, kind: "section", isResolved }];
  }
  if (/^mailto:/i.test(href)) {
    return [
      {
        ...place,
        text,
        target: href.slice("mailto:".length),
        anchor: null,
        isPath: false,
        kind: "mail",
        isResolved: null,
      },
    ];
  }
  return /^tel:/i.test(href) ? [] : [reference(text, href, place)];
}

function reference(text: string, href: string, place: SourcePlace): Reference {
  const [target = "", anchor] = href.split("#", 2);
  const kind = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(href)
    ? "web"
    : PAGE.test(target.split("?")[0] ?? "")
      ? "runbook"
      : "file";
  return { ...place, text, target, anchor: anchor || null, isPath: false, kind, isResolved: null };
}

function fromShortcodes(node: Text): Reference[] {
  return [...node.value.matchAll(SHORTCODE)].map((match) => {
    const before = node.value.slice(0, match.index).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    const place = {
      line: lineOf(node) + before.length - 1,
      column: before.length > 1 ? column : column + columnOf(node) - 1,
    };
    return reference(match[1] ?? "", match[1] ?? "", place);
  });
}

function idsIn(root: Parent): Set<string> {
  const ids = new Set<string>();
  walk(root, ({ node }) => {
    for (const name of [node.properties.id, node.properties.name]) {
      if (typeof name === "string") ids.add(name);
    }
    return true;
  });
  return ids;
}
