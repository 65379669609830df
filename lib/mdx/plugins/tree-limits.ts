import { LIMITS } from "../limits";
import { eachNode, type SyntaxNode } from "./syntax-node";

/** Thrown when a text is nested too deep or has too many parts; the page then shows the source. */
export class LimitReached extends Error {
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(message);
    this.name = "LimitReached";
    this.rule = rule;
  }
}

const MARKERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;

/**
 * Refuses a line that opens hundreds of quotes or lists at once, before the parser sees it: its time grows with the
 * square of them.
 */
export function checkLineLimits(source: string): void {
  for (const line of source.split("\n")) {
    const lead = line.length > LIMITS.markers ? MARKERS.exec(line)?.[0] : undefined;
    if (
      lead &&
      lead.length > LIMITS.markers &&
      !RULE.test(line) &&
      lead.replace(/[^>*+.)-]/g, "").length > LIMITS.markers
    ) {
      throw new LimitReached("too-deep", `A line opens more than ${LIMITS.markers} quotes or lists.`);
    }
  }
}

/** Checks depth and number of nodes before anything recursive touches the tree. */
export function checkTreeLimits(tree: SyntaxNode): void {
  let count = 0;
  eachNode(tree, (_node, depth) => {
    count += 1;
    if (depth > LIMITS.depth) {
      throw new LimitReached("too-deep", `The text is nested deeper than ${LIMITS.depth} levels.`);
    }
    if (count > LIMITS.nodes) {
      throw new LimitReached("too-many-parts", `The text has more than ${LIMITS.nodes} parts.`);
    }
  });
}
