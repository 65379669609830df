import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { codeFence, escapeMarkdown, inlineCode } from "./markdown-text";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const parse = (markdown: string): Root => parser.parse(markdown);

/** The structure; a bare address that a renderer makes a link of by itself counts as the text that it is. */
function typesOf(node: Nodes): string[] {
  if (node.type === "link") return ["text"];
  const inner = "children" in node ? node.children.flatMap(typesOf) : [];
  return [node.type, ...inner.filter((type, index) => type !== "text" || inner[index - 1] !== "text")];
}

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ..."# \n - * _ ` ``` ~~~ [x](javascript:1) ![i](u) <b> <!-- | --- === 1. 2) > \\ & &amp; https://a.b www.a.b a@b.c [^1] - [ ] : $ \t\r".split(
          " ",
        ),
        "a",
        " ",
        "\n\n",
        "    ",
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join("")),
);

test("escaped text in a list item is that text and nothing else", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const tree = parse(`- before: ${escapeMarkdown(text)}: after\n- next\n`);
      expect(typesOf(tree)).toEqual([
        "root",
        "list",
        "listItem",
        "paragraph",
        "text",
        "listItem",
        "paragraph",
        "text",
      ]);
      const shown = text
        .replace(/[\p{Cc}\p{Surrogate}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, (sign) =>
          /[\t\n\r]/.test(sign) ? sign : "\ufffd",
        )
        .replace(/\s+/gu, " ")
        .trim();
      const list = tree.children[0];
      expect(list && "children" in list ? textOf(list.children[0]) : "").toBe(`before: ${shown}: after`);
    }),
    { numRuns: 200 },
  );
});

test("escaped text that comes first stays a paragraph or a cell", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const words = escapeMarkdown(text);
      if (words !== "") expect(typesOf(parse(words))).toEqual(["root", "paragraph", "text"]);
      const table = parse(`| a | b |\n| --- | --- |\n| ${words} | end |\n`);
      const row = table.children[0]?.type === "table" ? table.children[0].children[1] : undefined;
      expect(table.children.length).toBe(1);
      expect(row?.children.map((cell) => typesOf(cell).filter((type) => type !== "text"))).toEqual([
        ["tableCell"],
        ["tableCell"],
      ]);
      expect(textOf(row?.children[1])).toBe("end");
    }),
    { numRuns: 200 },
  );
});

test("a fence is longer than any run of backticks inside, also in a list", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const tree = parse(`- before\n${codeFence(text, "  ")}\n- next\n`);
      expect(typesOf(tree)).toEqual([
        "root",
        "list",
        "listItem",
        "paragraph",
        "text",
        "code",
        "listItem",
        "paragraph",
        "text",
      ]);
    }),
    { numRuns: 200 },
  );
  expect(codeFence("````\nx")).toBe("`````text\n````\nx\n`````");
});

test("inline code holds its text, whatever ticks are in it", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const tree = parse(`- copied ${inlineCode(text)} for\n`);
      expect(typesOf(tree)).toEqual(["root", "list", "listItem", "paragraph", "text", "inlineCode", "text"]);
    }),
    { numRuns: 200 },
  );
  expect(inlineCode("echo `date`")).toBe("`` echo `date` ``");
});

test("plain words stay as they are", () => {
  expect(escapeMarkdown("Checkout API: p95 latency above 1.2 s (again)")).toBe(
    "Checkout API: p95 latency above 1.2 s (again)",
  );
});
