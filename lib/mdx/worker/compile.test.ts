import { expect, test, vi } from "vitest";
import type { CompiledRunbook } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { dangersIn, findAll, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const md = (source: string): Promise<CompiledRunbook> => compile({ source, format: "md" });
const mdx = (source: string): Promise<CompiledRunbook> => compile({ source, format: "mdx" });
// These texts are pieces of runbooks, without a title of their own.
const rulesOf = ({ problems }: CompiledRunbook) =>
  problems
    .filter(({ rule }) => rule !== "missing-title")
    .map(({ rule, line, column }) => `${line}:${column} ${rule}`);

test("placeholders written as tags stay visible, in prose and in cells", async () => {
  const { html } = await md(
    "Describe <pod-name> in <namespace>.\n\n| a |\n|--|\n| <800ms |\n\n<dependent-services>\n\npsql -t <table> x\n",
  );
  const words = textOf(parseHtml(html));
  for (const token of ["<pod-name>", "<namespace>", "<800ms", "<dependent-services>", "<table>"]) {
    expect(words).toContain(token);
  }
});

test("HTML that means no harm is kept", async () => {
  const { html } = await md(
    '<details><summary>More</summary>\n\n**bold**\n\n</details>\n\nPress <kbd>Ctrl</kbd>, H<sub>2</sub>O<br>next <img src="a.png" alt="A">\n',
  );
  const page = parseHtml(html);
  expect(
    findTags(page, "details", "summary", "strong", "kbd", "sub", "br", "img").map((tag) => tag.tagName),
  ).toEqual(["details", "summary", "strong", "kbd", "sub", "br", "img"]);
});

test("authors give no classes, styles or handlers, and their ids have a prefix", async () => {
  const { html } = await md(
    '<p id="body" class="copy" style="color:red" onclick="x()">t</p>\n\n<a name="x" href="https://a.b">l</a>\n',
  );
  const page = parseHtml(html);
  expect(findTags(page, "p")[0]?.properties).toEqual({ id: "user-content-body" });
  expect(findTags(page, "a")[0]?.properties).toMatchObject({ name: "user-content-x", href: "https://a.b" });
  expect(dangersIn(html)).toEqual([]);
});

test("authors cannot forge the portal's own marks", async () => {
  const { html, model } = await md(
    '<button data-copy="c1">Copy</button> <li class="step" data-step="x">a</li>\n\n<rp-static data-html="<script>1</script>" data-tag="div"></rp-static>\n',
  );
  const page = parseHtml(html);
  expect(
    findAll(
      page,
      (element) => element.properties.dataStep !== undefined || element.properties.dataCopy !== undefined,
    ),
  ).toEqual([]);
  expect(model.steps).toEqual([]);
  expect(dangersIn(html)).toEqual([]);
  const asMdx = await mdx('<rp-static data-html="<img src=x onerror=alert(1)>" data-tag="div" />\n');
  expect(textOf(parseHtml(asMdx.html))).toBe("rp-static<img src=x onerror=alert(1)>");
  expect(dangersIn(asMdx.html)).toEqual([]);
});

test("links lead to runbooks, sections and the outside", async () => {
  const { html } = await md(
    "# T\n\n## 🎯 Goal\n\n[a](../x/Bar-Baz.md#sec) [b](https://x.y/z.md) [c](#goal) [d](#-goal) [e](javascript:alert(1)) [f](mailto:a@b.c) [g](notes.txt) `runbooks/x.md`\n",
  );
  const links = findTags(parseHtml(html), "a").filter((link) => link.properties.className === undefined);
  expect(links.map((link) => link.properties.href)).toEqual([
    "/runbooks/bar-baz#sec",
    "https://x.y/z.md",
    "#goal",
    "#-goal",
    undefined,
    "mailto:a@b.c",
    "notes.txt",
  ]);
  expect(links[1]?.properties.rel).toEqual(["noreferrer", "noopener"]);
  expect(findTags(parseHtml(html), "code")).toHaveLength(1);
});

test("images show raster data only", async () => {
  const { html } = await md(
    "![a](data:image/svg+xml;base64,AA) ![b](data:image/png;base64,AA) ![c](shots/c.png)\n",
  );
  expect(findTags(parseHtml(html), "img").map((img) => img.properties.src)).toEqual([
    "data:image/png;base64,AA",
    "shots/c.png",
  ]);
});

test("footnotes lead there and back", async () => {
  const { html, model } = await md("Text[^1]\n\n[^1]: The note.\n");
  const page = parseHtml(html);
  const ids = findAll(page, (element) => element.properties.id !== undefined).map(
    (element) => `#${element.properties.id}`,
  );
  const links = findTags(page, "a").map((link) => link.properties.href);
  expect(links).toEqual(["#user-content-fn-1", "#user-content-fnref-1"]);
  for (const link of links) expect(ids).toContain(link);
  expect(model.steps).toEqual([]);
  expect(model.sections).toEqual([]);
});

test.each([
  ["> [!WARNING]\n> Do not.\n", "warning"],
  ["> [!CAUTION]\n> Do not.\n", "danger"],
  ["> **Note:** read this\n", "note"],
  ["**Warning:** text\n", "warning"],
  ["**Important**: text\n", "important"],
  ["Note: text\n", "note"],
  ["- **Tip:** text\n", "tip"],
  ["⚠️ Warning: text\n", "warning"],
])("%j is a callout", async (source, kind) => {
  const { html } = await md(source);
  const callouts = findTags(parseHtml(html), "aside");
  expect(callouts.map((callout) => callout.properties.dataCallout)).toEqual([kind]);
});

test.each(["Notebook: text\n", "**Note** the colon\n", "A warning: text\n", "> quoted\n", "Notes:\n"])(
  "%j is no callout",
  async (source) => {
    const { html } = await md(source);
    expect(findTags(parseHtml(html), "aside")).toEqual([]);
  },
);

test("nested steps know their parent, and hang below its buttons", async () => {
  const { html, model } = await md(
    "## Do\n\n1. One\n   - [x] inner `kubectl get pods`\n2. Two\n   1. deep\n",
  );
  const one = model.steps[0];
  expect(
    model.steps.map(({ text, kind, depth, ordinal, parentId }) => [text, kind, depth, ordinal, parentId]),
  ).toEqual([
    ["One", "numbered", 1, 1, null],
    ["inner kubectl get pods", "task", 2, null, one?.id],
    ["Two", "numbered", 1, 2, null],
    ["deep", "numbered", 2, 1, model.steps[2]?.id],
  ]);
  expect(one?.commandIds).toEqual([]);
  expect(model.steps[1]?.commandIds).toEqual(["i1"]);
  const item = findAll(parseHtml(html), (element) => element.properties.dataStep === one?.id)[0];
  expect(item?.children.map((child) => (child.type === "element" ? child.tagName : child.type))).toEqual([
    "span",
    "div",
    "div",
    "ul",
  ]);
  const box = findTags(parseHtml(html), "input")[0];
  expect(box?.properties).toMatchObject({
    checked: true,
    disabled: true,
    ariaLabel: "inner kubectl get pods",
  });
});

test("a step keeps its id when others come before it, and repeated words count up", async () => {
  const before = await md("## Do\n\n1. Restart it\n2. Restart it\n");
  const after = await md("# New\n\nMore.\n\n## Do\n\n1. First\n2. Restart it\n3. Restart it\n");
  const ids = before.model.steps.map((step) => step.id);
  expect(ids[0]).toMatch(/^do\.[0-9a-f]{8}$/);
  expect(ids[1]).toBe(`${ids[0]}-2`);
  expect(after.model.steps.slice(1).map((step) => step.id)).toEqual(ids);
});

test("a list that an unindented fence broke is one list", async () => {
  const { html, model } = await md("1. One\n2. Check:\n\n```bash\nkubectl get pods\n```\n\n3. Three\n");
  expect(findTags(parseHtml(html), "ol")).toHaveLength(1);
  expect(model.steps.map((step) => [step.ordinal, step.text, step.commandIds])).toEqual([
    [1, "One", []],
    [2, "Check:", ["c1"]],
    [3, "Three", []],
  ]);
});

test("lists that only look alike stay apart", async () => {
  const fresh = await md("1. One\n2. Two\n\n```\nx\n```\n\n1. Other\n");
  expect(findTags(parseHtml(fresh.html), "ol")).toHaveLength(2);
  const underHeading = await md("1. One\n\n```\nx\n```\n\n## Next\n\n2. Two\n");
  expect(findTags(parseHtml(underHeading.html), "ol")).toHaveLength(2);
});

test("a contents list is no list of steps", async () => {
  const { model } = await md("# T\n\n1. [A](#a)\n2. [B](#b)\n\n## A\n\n1. [Read this](#b) first\n\n## B\n");
  expect(model.steps.map((step) => step.text)).toEqual(["Read this first"]);
});

test("components of MDX are drawn, and what they hold is read", async () => {
  const result = await mdx(
    '# T\n\n<Callout type="warning" title="Careful">Hi *there*</Callout>\n\n<Steps>\n<Step id="drain" title="Drain it">\n\n```bash\nkubectl drain [node]\n```\n\n</Step>\n<Step>\nThen `kubectl get pods`.\n</Step>\n</Steps>\n\n<Tabs>\n<Tab title="Linux">\n\none\n\n</Tab>\n</Tabs>\n\n<Details summary="More">\n\ntext<br/>more\n\n</Details>\n{/* a comment */}\n',
  );
  const page = parseHtml(result.html);
  expect([result.road, result.problems]).toEqual(["mdx", []]);
  const callout = findTags(page, "aside")[0];
  expect(callout?.properties).toEqual({ className: ["callout"], role: "note", dataCallout: "warning" });
  expect(textOf(callout ?? page)).toBe("CarefulHi there");
  expect(result.model.steps.map((step) => [step.id, step.text, step.ordinal, step.commandIds])).toEqual([
    ["drain", "Drain it", 1, ["c1"]],
    [expect.stringMatching(/^t\./), "Then kubectl get pods.", 2, ["i1"]],
  ]);
  expect(findTags(page, "ol", "section", "details", "summary").map((element) => element.tagName)).toEqual([
    "ol",
    "section",
    "details",
    "summary",
  ]);
  expect(findTags(page, "li").map((item) => item.properties.dataStep)).toEqual(
    result.model.steps.map((step) => step.id),
  );
});

test.each([
  ["# T\n\nexport const a = 1\n", "3:1 mdx-esm"],
  ["import x from 'y'\nexport const a = 1\n", "2:1 mdx-esm"],
  ["---\ntitle: T\n---\n\nimport x from 'y'; export const a = 1\n", "5:20 mdx-esm"],
  ["import x from 'y'; x()\n", "1:20 mdx-syntax"],
  ["export { x } from 'y'\n", "1:1 mdx-esm"],
  ["# T\n\n{1 + 1}\n", "3:1 mdx-expression"],
  ["a {b} c\n", "1:3 mdx-expression"],
  ["<Callout {...x}>y</Callout>\n", "1:1 mdx-spread"],
  ["<Callout type={x}>y</Callout>\n", "1:1 mdx-attribute"],
  ["a <800ms b\n", "1:4 mdx-syntax"],
])("%j is refused as MDX with its place, and shown as Markdown", async (source, rule) => {
  const result = await mdx(source);
  expect(result.road).toBe("md");
  expect(rulesOf(result)).toContain(rule);
  expect(dangersIn(result.html)).toEqual([]);
});

test("all refusals are told at once", async () => {
  const result = await mdx("export const a = 1\n\n{b}\n\n<C d={e} />\n");
  expect(rulesOf(result)).toEqual(["1:1 mdx-esm", "3:1 mdx-expression", "5:1 mdx-attribute"]);
});

test("an attribute that a component does not know is left out and told", async () => {
  const result = await mdx('<Callout type="tip" heading="x">y</Callout>\n');
  expect([result.road, ...rulesOf(result)]).toEqual(["mdx", "1:1 mdx-unknown-attribute"]);
});

test("front matter gives facts, and is not shown", async () => {
  const { html, model } = await md(
    "---\ntitle: Disk full\nservice: checkout\nalerts:\n  - DiskFull\n---\n\n## DiskFull\n\ntext\n",
  );
  expect(model).toMatchObject({
    title: "Disk full",
    meta: { service: "checkout" },
    alerts: [{ name: "DiskFull", normalized: "diskfull", anchor: "diskfull" }],
  });
  expect(html).not.toContain("checkout");
  expect(model.sections[0]?.line).toBe(8);
});

test("a page of front matter alone is an empty page with its title", async () => {
  const { html, model, road } = await md("---\ntitle: Disk full\n---\n");
  expect([html, model.title, road]).toEqual(["", "Disk full", "md"]);
});

test("front matter that cannot be read is shown, and its line is told", async () => {
  const result = await md("---\ntitle: [Disk\nservice: x\n---\n\n# T\n");
  expect(rulesOf(result)).toContain("3:1 front-matter-unreadable");
  expect(textOf(parseHtml(result.html))).toContain("title: [Disk");
});

test("a NUL and half of a letter are shown as signs", async () => {
  const { html } = await md("a\0b \ud800 c 🔥\n");
  expect(html).toBe("<p>a\ufffdb \ufffd c 🔥</p>");
});

test("a page named after its alert answers it", async () => {
  const { model } = await md("# KubeNodeNotReady\n\n## Meaning\n\nx\n");
  expect(model.alerts).toMatchObject([
    { name: "KubeNodeNotReady", normalized: "kubenodenotready", anchor: "kubenodenotready" },
  ]);
  expect((await md("# PostgreSQL\n\nx\n")).model.alerts).toEqual([]);
});

test("a filled metadata table is read, placeholders in it are not", async () => {
  const { model } = await md(
    "# T\n\n| Field | Value |\n|--|--|\n| **Service** | checkout |\n| **Squad** | [Owning Squad] |\n| **Last Updated** | 2026-01-02 |\n",
  );
  expect(model.meta).toMatchObject({ service: "checkout", squad: null, lastUpdated: "2026-01-02" });
});

test("a text without headings is still a page", async () => {
  const { html, model } = await md("just words\n");
  expect(model.title).toBe("Untitled runbook");
  expect(html).toBe("<p>just words</p>");
  expect((await md("")).road).toBe("md");
});

test("commands in headings and links stay plain", async () => {
  const { html, model } = await md("## Run `kubectl get pods`\n\n[`kubectl get nodes`](https://x.y)\n");
  expect(model.commands).toEqual([]);
  expect(findTags(parseHtml(html), "code")).toHaveLength(2);
});

test("the language word of a fence is read", async () => {
  const { model, html } = await md("```YAML title=x\na: 1\n```\n\n```\na: 1\n```\n");
  expect(model.commands.map(({ lang }) => lang)).toEqual(["yaml", null]);
  expect(html).toContain('<code class="hljs language-yaml">');
});

test("a placeholder in prose is marked when a command has it too", async () => {
  const { html } = await md(
    "Ask for [service-name] and [other-thing].\n\n```bash\nkubectl logs deploy/[service-name]\n```\n",
  );
  const holes = findAll(parseHtml(html), (element) => element.tagName === "mark");
  expect(holes.map((hole) => [hole.properties.className, hole.properties.dataHole])).toEqual([
    [["hole", "hole-prose"], "service-name"],
    [["hole"], "service-name"],
  ]);
});

test.each([
  ["quotes", ">".repeat(5_000)],
  ["lists", `${"- ".repeat(3_000)}x`],
  ["nested lists", Array.from({ length: 150 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
])("%s nested too deep show the source", async (_name, source) => {
  const result = await md(source);
  expect([result.road, ...rulesOf(result)]).toEqual(["source", "1:1 too-deep"]);
  expect(findTags(parseHtml(result.html), "pre")).toHaveLength(1);
});

test("a rule of many signs and a quote in a quote are no depth", async () => {
  expect((await md(`${"- ".repeat(300)}\n`)).road).toBe("md");
  expect((await md(`${">".repeat(40)} x\n`)).road).toBe("md");
});

test("sections with nothing below them are noted, the last one too", async () => {
  const empty = async (source: string) =>
    (await md(source)).problems.filter(({ rule }) => rule === "empty-section").map(({ line }) => line);
  expect(await empty("# T\n\n## Fix\n\n## More\n")).toEqual([3, 5]);
  expect(await empty("# T\n\n## Fix\n\nDo it.\n\n## More\n\n- x\n")).toEqual([]);
  expect(await empty("# T\n")).toEqual([]);
});
