import { expect, test } from "vitest";
import { readMarkdown } from "../testing/read-markdown";
import { readReferences } from "./read-references";

const referencesOf = (source: string) => readReferences(readMarkdown(source).root);

test("links, anchors, addresses and paths in code are told apart, each with its place", () => {
  const source =
    "# Own\n\nSee [disk](../disk-full.md#fix), [own](#own), [gone](#gone), [web](https://example.com/a#b),\n[mail](mailto:a@b.c), [chart](img/c.png) and `runbooks/rollback.md`.\n";
  expect(referencesOf(source)).toMatchObject([
    {
      line: 3,
      column: 5,
      text: "disk",
      target: "../disk-full.md",
      anchor: "fix",
      kind: "runbook",
      isResolved: null,
    },
    { line: 3, column: 34, text: "own", target: "", anchor: "own", kind: "section", isResolved: true },
    { line: 3, column: 47, text: "gone", target: "", anchor: "gone", kind: "section", isResolved: false },
    {
      line: 3,
      column: 62,
      text: "web",
      target: "https://example.com/a",
      anchor: "b",
      kind: "web",
      isResolved: null,
    },
    { line: 4, column: 1, text: "mail", target: "a@b.c", anchor: null, kind: "mail", isResolved: null },
    { line: 4, column: 23, text: "chart", target: "img/c.png", anchor: null, kind: "file", isResolved: null },
    {
      line: 4,
      column: 46,
      text: "runbooks/rollback.md",
      target: "runbooks/rollback.md",
      anchor: null,
      kind: "runbook",
      isResolved: null,
    },
  ]);
});

test.each([
  "disk-full",
  "./disk-full",
  "../redis/",
  "/manual/x.html",
  "x.html.md",
  "a/b.markdown",
  "x.md?plain=1",
])("a link to %s may be a runbook", (target) => {
  expect(referencesOf(`[x](${target})`)).toMatchObject([{ kind: "runbook" }]);
});

test.each(["chart.png", "values.yaml", "run.sh", "data/x.json"])("a link to %s is to a file", (target) => {
  expect(referencesOf(`[x](${target})`)).toMatchObject([{ kind: "file" }]);
});

test.each([
  "`README.md`",
  "`/etc/motd.md`",
  "`~/x/y.md`",
  "`cat docs/x.md | less`",
  "`https://a.b/c.md`",
  "`docs/x.png`",
])("%s is no path of a runbook", (code) => {
  expect(referencesOf(`Look at ${code}`)).toEqual([]);
});

test("a shortcode of Hugo leads to the file that it names, from its own place", () => {
  expect(referencesOf('Text\nand [x]({{< ref "./Disk.md#fix" >}}) more')).toMatchObject([
    { line: 2, column: 9, target: "./Disk.md", anchor: "fix", kind: "runbook" },
  ]);
});

test("links in fences, footnotes and links to the top of the page are no news", () => {
  expect(referencesOf("```\n[x](y.md)\n```\n\nText[^1]\n\n[^1]: note\n")).toEqual([]);
  expect(referencesOf("[up](#)")).toMatchObject([{ isResolved: true }]);
});

test("a path in code is told from a link whose words are its address", () => {
  const { root } = readMarkdown("[a/b.md](a/b.md) and `a/b.md`\n");
  expect(readReferences(root).map(({ isPath }) => isPath)).toEqual([false, true]);
});
