import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { componentSyntax } from "../plugins/component-syntax";
import type { SyntaxNode } from "../plugins/syntax-node";

const processors = {
  md: unified().use(remarkParse).use(remarkGfm).freeze(),
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze(),
  /** Markdown with components on lines of their own. */
  components: withComponents(false),
  /** The same for a text whose indentation says nothing, as in MDX. */
  indented: withComponents(true),
};

export type Syntax = keyof typeof processors;

/** Reads a text into its Markdown tree. Throws the parser's message with its place, of `mdx` alone. */
export function parse(body: string, syntax: Syntax): SyntaxNode {
  return processors[syntax].parse(body) as unknown as SyntaxNode;
}

function withComponents(isIndented: boolean) {
  return unified()
    .use(remarkParse)
    .use(function components() {
      const data = this.data();
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), componentSyntax({ isIndented })];
    })
    .use(remarkGfm)
    .freeze();
}
