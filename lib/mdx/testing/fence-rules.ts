import type { CompiledRunbook, Problem } from "@/lib/domain/document";

const RULE = /^(?:compile|front-matter|image|link|md|mdx|not|too)-/;

/** What the fence says about a text, without what editors are told of its contents. For tests. */
export function fenceProblems({ problems }: CompiledRunbook): Problem[] {
  return problems.filter(({ rule }) => RULE.test(rule));
}

/** The same as places and rules: `3:1 mdx-esm`. For tests. */
export function fenceRules(compiled: CompiledRunbook): string[] {
  return fenceProblems(compiled).map(({ rule, line, column }) => `${line}:${column} ${rule}`);
}
