import { LIMITS } from "../limits";
import { LimitReached } from "./tree-limits";

const MARKERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
const ITEM = /^( *)(?:[-*+]|\d{1,9}[.)]) /;
/** What begins a new paragraph for a reader of Markdown, whatever stands before. */
const START = /^\s*(?:$|[-*+]\s|#{1,6}\s|>|\||\d+[.)]\s|`{3}|~{3})/;
/** Runs of signs that can open or close emphasis; `_` inside of a word cannot. */
const EMPHASIS = /\*+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;
const FENCE = /^\s*(`{3,}|~{3,})/;

/**
 * Refuses before the parser what its time grows with by the square: hundreds of quotes or lists on one line, lists in
 * lists like a staircase, thousands of signs of emphasis in one paragraph, backticks in ever new lengths. It reads
 * lines, knows nothing of Markdown beyond that, and costs little; whatever gets past it meets the deadline.
 */
export function checkTextLimits(source: string): void {
  const stairs: number[] = [];
  const ticks = new Set<number>();
  let marks = 0;
  let fence: string | null = null;
  for (const line of source.split("\n")) {
    const opened: string | undefined = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (opened?.startsWith(fence) && line.trim() === opened) fence = null;
      continue;
    }
    fence = opened ?? null;
    checkMarkers(line);
    checkStairs(line, stairs);
    marks = (START.test(line) ? 0 : marks) + (line.match(EMPHASIS)?.length ?? 0);
    if (marks > LIMITS.emphasis) throw tooDense(`more than ${LIMITS.emphasis} signs of emphasis`);
    for (const run of line.match(/`+/g) ?? []) ticks.add(run.length);
    if (ticks.size > LIMITS.tickLengths)
      throw tooDense(`backticks in more than ${LIMITS.tickLengths} lengths`);
  }
}

function checkMarkers(line: string): void {
  if (line.length <= LIMITS.markers) return;
  const lead = MARKERS.exec(line)?.[0].replace(/[^>*+.)-]/g, "") ?? "";
  if (lead.length > LIMITS.markers && !RULE.test(line)) {
    throw new LimitReached("too-deep", `A line opens more than ${LIMITS.markers} quotes or lists.`);
  }
}

/** Follows the indents of list items; each level of a list is two of the tree. */
function checkStairs(line: string, stairs: number[]): void {
  const indent = ITEM.exec(line)?.[1]?.length;
  if (indent === undefined) return;
  while ((stairs.at(-1) ?? -1) >= indent) stairs.pop();
  stairs.push(indent);
  if (stairs.length > LIMITS.depth / 2) {
    throw new LimitReached("too-deep", `Lists are nested deeper than ${LIMITS.depth / 2} levels.`);
  }
}

function tooDense(what: string): LimitReached {
  return new LimitReached("too-many-parts", `A paragraph has ${what}.`);
}
