import type { Element, Root } from "hast";
import type { Endpoint } from "@/lib/domain/document";
import { type Child, isElement, lineOf, oneLine, type Parent, textOf, walk } from "../hast";

const ENDPOINT = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(\/[^\s?#]*(?:\?\S*)?)$/;
const EXPECTED =
  /\b(?:returns?|responds?(?: with)?|expect(?:ed|s)?|answers?|gives?|should be|status)\b:?\s+(?:an? |with |status |HTTP |code )*[`"“]?(\d{3}\b(?: OK)?|[\w-]+(?=[`"”])|ok\b|healthy\b)/i;
/** Letters behind a path that may say what it answers. */
const REACH = 120;
/** Far more than any service lists. */
const MOST = 200;

/** `GET /health/live` in inline code, and what the words behind it say that it answers. */
export function readEndpoints(root: Root): Endpoint[] {
  const found = new Map<string, Endpoint>();
  walk(root, ({ node, parent }) => {
    if (isElement(node, "pre") || found.size === MOST) return false;
    if (!isElement(node, "code")) return true;
    const [name, method, path] = ENDPOINT.exec(oneLine(textOf(node))) ?? [];
    if (name && method && path && !found.has(name)) {
      found.set(name, { method, path, expected: expectedAfter(node, parent), line: lineOf(node) });
    }
    return false;
  });
  return [...found.values()];
}

function expectedAfter(node: Element, parent: Parent): string | null {
  const siblings: readonly Child[] = parent.children;
  let words = "";
  for (let at = siblings.indexOf(node) + 1; at < siblings.length && words.length < REACH; at += 1) {
    const next = siblings[at];
    if (!next || isElement(next, "ul", "ol", "br")) break;
    // A code span is quoted, so that a word in it can be told from a word of the sentence.
    words += isElement(next, "code") ? `"${textOf(next)}"` : textOf(next);
  }
  return EXPECTED.exec(words.split("\n")[0]?.slice(0, REACH) ?? "")?.[1] ?? null;
}
