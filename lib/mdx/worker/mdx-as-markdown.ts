import type { Problem } from "@/lib/domain/document";
import { type CodeNumbers, numberCodeBlocks } from "../plugins/code-numbers";
import { componentLinesToJsx } from "../plugins/component-lines";
import { hasComponentLines } from "../plugins/component-syntax";
import { takeImportLines } from "../plugins/mdx-imports";
import type { SyntaxNode } from "../plugins/syntax-node";
import { checkTreeLimits } from "../plugins/tree-limits";
import { parse } from "./parsers";

/** Fences and tags that stand deeper than Markdown reads them, because components stand around them. */
const DEEP = /^(?: {4}|\t)[ \t]*(?:`{3}|~{3}|<\/?[A-Z])/m;

export type MdxAsMarkdown = { nodes: SyntaxNode; codeNumbers: CodeNumbers; problems: Problem[] };

/**
 * Reads a text that was written as MDX, and may not or cannot be read as such, as Markdown: components on lines of
 * their own are components, all other MDX is text as it stands, and imports are left out. `mdxNumbers`: those of the
 * text's code blocks when it can be read as MDX at all; then it has no code by indentation either.
 */
export function readMdxAsMarkdown(body: string, mdxNumbers: CodeNumbers | null): MdxAsMarkdown {
  const hasComponents = hasComponentLines(body);
  const isIndented = mdxNumbers !== null || (hasComponents && DEEP.test(body));
  const nodes = parse(body, isIndented ? "indented" : "components");
  checkTreeLimits(nodes);
  const codeNumbers = mdxNumbers ?? numberCodeBlocks(hasComponents ? parse(body, "md") : nodes);
  const problems = takeImportLines(nodes);
  componentLinesToJsx(nodes, readTag);
  checkTreeLimits(nodes);
  return { nodes, codeNumbers, problems };
}

function readTag(tag: string): SyntaxNode | null {
  try {
    return parse(tag, "mdx").children?.[0] ?? null;
  } catch {
    // It looked like a tag, and MDX knows better: it is text.
    return null;
  }
}
