import type { Problem } from "@/lib/domain/document";
import type { LintRuleName } from "@/lib/domain/lint-rules";

/** A piece of JavaScript as its parser gives it; `Program` at the top. */
export type ScriptNode = { type: string; [field: string]: unknown };

export type SyntaxAttribute = {
  type: string;
  name?: string;
  value?: string | null | { type: string; value: string; data?: { estree?: unknown } | undefined };
};

export type SyntaxPoint = { line: number; column: number; offset?: number };

/** A node of the Markdown tree, as loose as plugins need it: mdast and the nodes of MDX in one type. */
export type SyntaxNode = {
  type: string;
  value?: string;
  name?: string | null;
  /** Language word of a fence. */
  lang?: string | null;
  /** What stands behind that word. */
  meta?: string | null;
  /** Address and words of a link or an image. */
  url?: string;
  alt?: string;
  /** Name of a footnote: to compare, and as it is written. */
  identifier?: string;
  label?: string | null;
  attributes?: SyntaxAttribute[];
  children?: SyntaxNode[];
  data?: Record<string, unknown>;
  position?: { start: SyntaxPoint; end?: SyntaxPoint };
};

/** Whether a node is a component or tag of MDX. */
export function isJsx(node: SyntaxNode): boolean {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Whether a node is braces of MDX. */
export function isExpression(node: SyntaxNode): boolean {
  return node.type === "mdxFlowExpression" || node.type === "mdxTextExpression";
}

/** Visits every node without recursion, so that depth cannot overflow the stack; parents before children. */
export function eachNode(tree: SyntaxNode, visit: (node: SyntaxNode, depth: number) => void): void {
  const open: { node: SyntaxNode; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    visit(next.node, next.depth);
    const children = next.node.children ?? [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child) open.push({ node: child, depth: next.depth + 1 });
    }
  }
}

export function problemAt(
  node: SyntaxNode,
  severity: Problem["severity"],
  rule: LintRuleName,
  message: string,
): Problem {
  const start = node.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1, rule, severity, message };
}
