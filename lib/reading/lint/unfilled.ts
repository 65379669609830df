import type { Element, Root } from "hast";
import type { Problem } from "@/lib/domain/document";
import { linesOf } from "../document/keyed-lines";
import { elementsOf, headingDepth, isElement, textOf, walk } from "../hast";
import { placeOf, report } from "./report";

/** A cell, bullet or value that is nothing but placeholders: `[Action 1]`, `[Description] → [Fix]`. */
const WHOLE =
  /^(?:[^:\n[\]]{1,60}:\s*)?((?:[\s→>.,;–—-]*\[(?!!)[^\]\n]*\p{L}{2}[^\]\n]*\](?![[(:]))+)[\s.]*$/u;
/** A request to the author, wherever it stands. */
const REQUEST =
  /\[(?:link to|insert|add|describe|description|e\.g\.|fill in|enter|list|repeat|replace|specify|your)\s[^\]\n]+\](?![[(:])|<(?:insert|describe|fill in|your|e\.g\.)\s[^<>\n]+>/i;
const LEFT_OPEN = /(?:^|:\s*)(?:TBD|TBC|TODO|FIXME)\b/;
/** What only looks like a placeholder. */
const REFUSED = /^\[(?:_?toc_?|optional|redacted|sic|note|ok|x)\]$/i;

/** Longer lines are prose that somebody wrote, and would hold up the patterns. */
const LONGEST = 1_000;

/** Placeholders of a template that stand in the prose of a live runbook. Code is filled at the run, and is left alone. */
export function unfilledPlaces(root: Root, lines: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  walk(root, ({ node }) => {
    if (isElement(node, "pre", "code", "a")) return false;
    if (!isLeaf(node)) return true;
    for (const line of linesOf(node)) {
      const words = line.nodes.map((child) => textOf(child, isOther)).join("");
      const found = words.length > LONGEST ? null : unfilledIn(words.trim());
      if (!found) continue;
      const place = placeOf(lines, found, line.line, line.line);
      problems.push(report("unfilled-template", place, `“${found}” is still to be filled in.`));
    }
    return !isElement(node, "p", "td", "th");
  });
  return problems;
}

function isLeaf(node: Element): boolean {
  if (isElement(node, "li")) return !elementsOf(node).some((child) => isElement(child, "p"));
  return isElement(node, "p", "td", "th", "dd") || headingDepth(node) !== null;
}

/** Links are filled in, code is filled at the run, and the mark beside a heading is ours. */
function isOther(node: Element): boolean {
  return isElement(node, "a", "code", "pre", "span");
}

function unfilledIn(words: string): string | null {
  const whole = WHOLE.exec(words)?.[1];
  const first = /\[[^\]]*\]/.exec(whole ?? "")?.[0];
  if (first && !REFUSED.test(first)) return first;
  return REQUEST.exec(words)?.[0] ?? LEFT_OPEN.exec(words)?.[0].replace(/^:\s*/, "") ?? null;
}
