import type { LintRuleName } from "@/lib/domain/lint-rules";
import { LIMITS } from "../limits";
import { eachNode, type SyntaxNode } from "./syntax-node";

/** Thrown when a text is nested too deep or has too many parts; the page then shows the source. */
export class LimitReached extends Error {
  readonly rule: LintRuleName;

  constructor(rule: LintRuleName, message: string) {
    super(message);
    this.name = "LimitReached";
    this.rule = rule;
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
