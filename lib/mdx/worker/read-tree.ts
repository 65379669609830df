import type { Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import type { Root as MarkdownRoot } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Problem } from "@/lib/domain/document";
import { fenceAddresses } from "../plugins/addresses";
import { type CodeNumbers, numberCodeBlocks } from "../plugins/code-numbers";
import { GuardRefusal, guardProblems } from "../plugins/guard";
import { jsxToElements } from "../plugins/jsx-elements";
import { unfoldLonelyFootnotes } from "../plugins/lonely-footnotes";
import { unfoldNoteFences } from "../plugins/note-fences";
import { checkTextLimits } from "../plugins/text-limits";
import { checkTreeLimits } from "../plugins/tree-limits";
import { checkHtmlDepth, unknownTagsToText } from "../plugins/unknown-tags";
import { sanitiseSchema } from "../sanitise-schema";
import { readMdxAsMarkdown } from "./mdx-as-markdown";
import { parse } from "./parsers";

// The prefix of ids is the sanitiser's work alone; twice would break the links to footnotes.
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" }).freeze();
const parseHtml = unified().use(rehypeRaw).freeze();

/** How a text is read: as its own format, or as Markdown after MDX was refused or failed. */
export type Reading = "md" | "mdx" | "mdx-as-md";

export type ReadTree = { tree: Root; codeNumbers: CodeNumbers; problems: Problem[] };

export type ReadOptions = {
  /** Hosts beside the portal's own that images may come from. */
  imageHosts?: readonly string[];
  /** For `mdx-as-md`: the numbers of the code blocks, where MDX could tell them. */
  mdxNumbers?: CodeNumbers | null;
};

/**
 * Reads a text into a sanitised tree. Throws a GuardRefusal, a LimitReached, or the parser's own message with its
 * place.
 */
export function readTree(body: string, reading: Reading, options: ReadOptions = {}): ReadTree {
  checkTextLimits(body);
  const { nodes, codeNumbers, problems } =
    reading === "mdx-as-md" ? readMdxAsMarkdown(body, options.mdxNumbers ?? null) : readOwn(body, reading);
  unfoldNoteFences(nodes, (text) => parse(text, "md"));
  checkTreeLimits(nodes);
  const hasHtml = unknownTagsToText(nodes);
  if (hasHtml) checkHtmlDepth(nodes);
  if (reading !== "md") problems.push(...jsxToElements(nodes, body));
  unfoldLonelyFootnotes(nodes);
  let tree: Root = toHast.runSync(nodes as unknown as MarkdownRoot);
  // Reading HTML costs a third of the whole, and most runbooks hold none.
  if (hasHtml) tree = parseHtml.runSync(tree) as Root;
  problems.push(...fenceAddresses(tree, options.imageHosts ?? []));
  return { tree: sanitize(tree, sanitiseSchema) as Root, codeNumbers, problems };
}

function readOwn(body: string, format: "md" | "mdx"): ReturnType<typeof readMdxAsMarkdown> {
  const nodes = parse(body, format);
  checkTreeLimits(nodes);
  const codeNumbers = numberCodeBlocks(nodes);
  const refusals = format === "mdx" ? guardProblems(nodes) : [];
  if (refusals.length > 0) throw new GuardRefusal(refusals, codeNumbers);
  return { nodes, codeNumbers, problems: [] };
}
