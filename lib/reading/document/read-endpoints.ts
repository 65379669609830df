import type { Element, Root } from "hast";
import type { Endpoint } from "@/lib/domain/document";
import { isElement, lineOf, oneLine, type Parent, textOf, walk } from "../hast";

const ENDPOINT = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(\/[^\s?#]*(?:\?\S*)?)$/;
const EXPECTED =
  /\b(?:returns?|responds?(?: with)?|expect(?:ed|s)?|answers?|gives?|should be|status)\b:?\s+(?:an? |with |status |HTTP |code )*[`"“]?(\d{3}\b(?: OK)?|[\w-]+(?=[`"”])|ok\b|healthy\b)/i;

/** `GET /health/live` in inline code, and what the words around it say that it answers. */
export function readEndpoints(root: Root): Endpoint[] {
  const found = new Map<string, Endpoint>();
  walk(root, ({ node, ancestors }) => {
    if (isElement(node, "pre")) return false;
    if (!isElement(node, "code")) return true;
    const [, method, path] = ENDPOINT.exec(oneLine(textOf(node))) ?? [];
    const name = `${method} ${path}`;
    if (method && path && !found.has(name)) {
      found.set(name, { method, path, expected: expectedAfter(node, ancestors), line: lineOf(node) });
    }
    return false;
  });
  return [...found.values()];
}

/** Only the words behind the path: before it they may speak of another one. */
function expectedAfter(node: Element, ancestors: readonly Parent[]): string | null {
  const holder = ancestors.findLast((parent) => isElement(parent, "p", "li", "tr"));
  if (!holder) return null;
  const all = textOf(holder);
  const own = textOf(node);
  const after = all.slice(all.indexOf(own) + own.length).split("\n")[0] ?? "";
  return EXPECTED.exec(after)?.[1] ?? null;
}
