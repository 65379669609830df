import type { Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Problem, RunbookFormat } from "@/lib/domain/document";
import { fenceAddresses } from "../plugins/addresses";
import { type CodeNumbers, numberCodeBlocks } from "../plugins/code-numbers";
import { GuardRefusal, guardProblems } from "../plugins/guard";
import { jsxToElements } from "../plugins/jsx-elements";
import { unfoldLonelyFootnotes } from "../plugins/lonely-footnotes";
import type { SyntaxNode } from "../plugins/syntax-node";
import { checkTextLimits } from "../plugins/text-limits";
import { checkTreeLimits } from "../plugins/tree-limits";
import { checkHtmlDepth, unknownTagsToText } from "../plugins/unknown-tags";
import { sanitiseSchema } from "../sanitise-schema";

const parsers = {
  md: unified().use(remarkParse).use(remarkGfm).freeze(),
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze(),
};
// The prefix of ids is the sanitiser's work alone; twice would break the links to footnotes.
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" }).freeze();
const parseHtml = unified().use(rehypeRaw).freeze();

export type ReadTree = { tree: Root; codeNumbers: CodeNumbers; problems: Problem[] };

/**
 * Reads a text as one of the two formats into a sanitised tree. Throws a GuardRefusal, a LimitReached, or the parser's
 * own message with its place. `imageHosts`: the hosts beside the portal's own that images may come from.
 */
export function readTree(body: string, format: RunbookFormat, imageHosts: readonly string[] = []): ReadTree {
  checkTextLimits(body);
  const syntax = parsers[format].parse(body);
  const nodes = syntax as unknown as SyntaxNode;
  checkTreeLimits(nodes);
  const codeNumbers = numberCodeBlocks(nodes);
  const problems: Problem[] = [];
  let hasHtml = false;
  if (format === "md") {
    hasHtml = unknownTagsToText(nodes);
    if (hasHtml) checkHtmlDepth(nodes);
  } else {
    const refusals = guardProblems(nodes);
    if (refusals.length > 0) throw new GuardRefusal(refusals, codeNumbers);
    problems.push(...jsxToElements(nodes, body));
  }
  unfoldLonelyFootnotes(nodes);
  let tree: Root = toHast.runSync(syntax);
  // Reading HTML costs a third of the whole, and most runbooks hold none.
  if (hasHtml) tree = parseHtml.runSync(tree) as Root;
  problems.push(...fenceAddresses(tree, imageHosts));
  return { tree: sanitize(tree, sanitiseSchema) as Root, codeNumbers, problems };
}
