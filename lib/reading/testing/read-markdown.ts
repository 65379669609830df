import type { Root } from "hast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Section } from "@/lib/domain/document";
import { slugOf } from "@/lib/domain/slug";
import { classifySections } from "../document/classify-sections";
import { type Part, readOutline } from "../document/outline";
import { headingDepth, lineOf, oneLine, textOf, walk } from "../hast";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { clobberPrefix: "" }).freeze();

export type TestDocument = { root: Root; sections: Section[]; outline: Part[] };

/** Markdown as the readers meet it: headings have ids and sections have kinds. For tests. */
export function readMarkdown(source: string): TestDocument {
  const root = processor.runSync(processor.parse(source)) as Root;
  const sections: Section[] = [];
  walk(root, ({ node }) => {
    const depth = headingDepth(node);
    if (depth === null) return true;
    const words = oneLine(textOf(node));
    const id = slugOf(words);
    node.properties.id = id;
    sections.push({
      id,
      aliases: [],
      text: words,
      depth,
      line: lineOf(node),
      number: null,
      kind: "other",
      phase: null,
      parentId: sections.findLast((section) => section.depth < depth)?.id ?? null,
    });
    return false;
  });
  const classified = classifySections(sections);
  return { root, sections: classified, outline: readOutline(root, classified) };
}
