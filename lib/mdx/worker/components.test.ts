import { expect, test, vi } from "vitest";
import type { CompiledRunbook } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { fenceProblems, fenceRules } from "../testing/fence-rules";
import { dangersIn, findAll, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const mdx = (source: string): Promise<CompiledRunbook> => compile({ source, format: "mdx" });
const words = ({ html }: CompiledRunbook) => textOf(parseHtml(html)).replace(/\s+/g, " ").trim();
const blocks = ({ model }: CompiledRunbook) =>
  model.commands.map(({ lang, place, text }) => [place, lang, text]);

test("imports are taken out with a note, and the components go on working", async () => {
  const result = await mdx(
    'import { Callout } from "nextra/components"\nimport X from "@site/x.mdx"\n\n# T\n\nimport Y from "y"\n\n<Callout>Hi</Callout>\n',
  );
  expect([result.road, ...fenceRules(result)]).toEqual([
    "mdx",
    "1:1 mdx-import-removed",
    "6:1 mdx-import-removed",
  ]);
  expect(fenceProblems(result).map(({ severity }) => severity)).toEqual(["info", "info"]);
  expect(words(result)).toBe("Hi");
});

test.each([
  ["{/* a comment */}\n\ntext\n", "text"],
  ['{" "}\n\ntext{" "}more\n', "text more"],
  ['Use {"{braces}"} and {`ticks`}.\n', "Use {braces} and ticks."],
  ["<>one *two*</>\n", "one two"],
  ["<>\n\npara\n\n</>\n", "para"],
])("%j is MDX without a refusal", async (source, shown) => {
  const result = await mdx(source);
  expect([result.road, fenceRules(result)]).toEqual(["mdx", []]);
  expect(words(result)).toBe(shown);
});

test.each([
  "{a}",
  "{`${a}`}",
  "{a`b`}",
  "{'a' + 'b'}",
  "{/a/}",
  "{1n}",
  "{-a}",
  "{[a]}",
  "{[...a]}",
  "{{ a }}",
  "{{ [a]: 1 }}",
  "{{ get a() { return 1 } }}",
  "{{ ...a }}",
  "{() => 1}",
  "{<b />}",
  "{import('a')}",
  "{this}",
  "{(a, 1)}",
  `{${"[".repeat(12)}${"]".repeat(12)}}`,
])("an attribute of %s is refused with its place", async (value) => {
  const result = await mdx(`# T\n\n<Tabs items=${value}>x</Tabs>\n`);
  expect(result.road).toBe("md");
  expect(fenceRules(result)).toContain("3:1 mdx-attribute");
  expect(dangersIn(result.html)).toEqual([]);
});

test.each([
  "{3}",
  "{-3}",
  "{true}",
  "{null}",
  "{'a'}",
  "{`a`}",
  "{['a', 1]}",
  "{[{ __proto__: 'a', 'b-c': [1] }]}",
])("an attribute of %s is data", async (value) => {
  const result = await mdx(`<Tabs items=${value}>x</Tabs>\n`);
  expect([result.road, fenceRules(result)]).toEqual(["mdx", []]);
  expect("a" in {}).toBe(false);
});

test("callouts of every house are told apart by their types and names", async () => {
  const source = [
    "<Callout>default</Callout>",
    '<Callout type="error" emoji="🔥">error</Callout>',
    '<Aside type="caution" title="Mind">caution</Aside>',
    '<Admonition type="info">info</Admonition>',
    "<Note>note</Note>",
    "<Info>info</Info>",
    "<Tip>tip</Tip>",
    "<Check>check</Check>",
    "<Warning>warning</Warning>",
    "<Danger>danger</Danger>",
    '<Callout type="onclick=x">unknown</Callout>',
  ].join("\n\n");
  const result = await mdx(source);
  const callouts = findTags(parseHtml(result.html), "aside");
  expect(callouts.map((callout) => [callout.properties.dataCallout, textOf(callout)])).toEqual([
    ["note", "default"],
    ["danger", "🔥error"],
    ["danger", "Mindcaution"],
    ["note", "info"],
    ["note", "note"],
    ["note", "info"],
    ["tip", "tip"],
    ["tip", "check"],
    ["warning", "warning"],
    ["danger", "danger"],
    ["note", "unknown"],
  ]);
  expect(fenceRules(result)).toEqual([]);
});

test("steps count from the number of the first, and lonely ones get a list", async () => {
  const result = await mdx('<Step number={3} title="A">x</Step>\n\n<Step title="B">y</Step>\n');
  expect(result.model.steps.map(({ ordinal, text }) => [ordinal, text])).toEqual([
    [3, "A"],
    [4, "B"],
  ]);
  const lists = findTags(parseHtml(result.html), "ol");
  expect(lists.map((list) => [list.properties.start, findTags(list, "li").length])).toEqual([[3, 2]]);
});

test("steps without a step in them show their headings", async () => {
  const result = await mdx("<Steps>\n### Drain\n\nDo it.\n\n### Restart\n</Steps>\n");
  expect(result.model.sections.map(({ text }) => text)).toEqual(["Drain", "Restart"]);
  expect(findTags(parseHtml(result.html), "ol")).toEqual([]);
});

test.each([
  ["<Tabs items={['macOS', 'Linux']}>\n<Tabs.Tab>one</Tabs.Tab>\n<Tabs.Tab>two</Tabs.Tab>\n</Tabs>\n"],
  ["<Tabs items={[{ label: 'macOS' }, { label: 'Linux' }]}>\n<Tab>one</Tab>\n<Tab>two</Tab>\n</Tabs>\n"],
  [
    '<Tabs groupId="os">\n<TabItem value="mac" label="macOS">one</TabItem>\n<TabItem value="Linux" default>two</TabItem>\n</Tabs>\n',
  ],
  ['<Tab title="macOS">one</Tab>\n<Tab label="Linux">two</Tab>\n'],
])("tabs show all their panels with their names: %j", async (source) => {
  const result = await mdx(source);
  const tabs = findTags(parseHtml(result.html), "section");
  expect(tabs.map((tab) => [tab.properties.ariaLabel, textOf(tab)])).toEqual([
    ["macOS", "macOSone"],
    ["Linux", "Linuxtwo"],
  ]);
  expect(findAll(parseHtml(result.html), (element) => element.properties.hidden !== undefined)).toEqual([]);
});

test.each([
  ['<Details summary="Why">text</Details>\n'],
  ['<Details title="Why">\n\ntext\n\n</Details>\n'],
  ["<details><summary>Why</summary>text</details>\n"],
  ["<Details>\n<summary>Why</summary>\n\ntext\n\n</Details>\n"],
])("%j folds under its name", async (source) => {
  const page = parseHtml((await mdx(source)).html);
  expect(findTags(page, "summary").map((summary) => textOf(summary))).toEqual(["Why"]);
  expect(textOf(page)).toContain("text");
});

test.each([
  ['<Command command="kubectl get pods -A" />\n', "kubectl get pods -A"],
  ["<Command code={`kubectl get pods\n  -A`} />\n", "kubectl get pods\n-A"],
  ["<Command>kubectl get pods -A</Command>\n", "kubectl get pods -A"],
  ["<Command>\n  kubectl get pods -A\n</Command>\n", "kubectl get pods -A"],
  ["<Command>\n{`kubectl get pods -A`}\n</Command>\n", "kubectl get pods -A"],
  ["<Command>`kubectl get pods -A`</Command>\n", "kubectl get pods -A"],
  ["<Command>\n```bash\nkubectl get pods -A\n```\n</Command>\n", "kubectl get pods -A"],
  ["<Command>kubectl get pods my_pod_a *x*</Command>\n", "kubectl get pods my_pod_a *x*"],
])("%j is a command to copy", async (source, command) => {
  const result = await mdx(source);
  expect([result.road, blocks(result)]).toEqual(["mdx", [["fence", "bash", command]]]);
});

test("a command keeps its label, its language and its place in a sentence", async () => {
  const result = await mdx(
    '<Command label="List them" lang="sql" command="SELECT 1" />\n\nThen <Command>kubectl get pods</Command> again.\n\n<CodeBlock className="language-yaml">{`a: 1`}</CodeBlock>\n',
  );
  expect(blocks(result)).toEqual([
    ["fence", "sql", "SELECT 1"],
    ["inline", null, "kubectl get pods"],
    ["fence", "yaml", "a: 1"],
  ]);
  expect(words(result)).toContain("List them");
});

test.each([
  ['<Mermaid chart="graph TD; A --> B" />\n', "Mermaid", "graph TD; A --> B"],
  ['<Frame caption="The board">\n\ntext\n\n</Frame>\n', "Frame", "The boardtext"],
  ['<Card title="Read" href="/x">body</Card>\n', "Card", "Readbody"],
  ["<Inputs fields={[{ name: 'Pod', description: 'Which one' }]} />\n", "Inputs", "PodWhich one"],
  ["<Foo.Bar>in *it*</Foo.Bar>\n", "Foo.Bar", "in it"],
  ["<pod-name />\n", "pod-name", ""],
  ["<constructor>x</constructor>\n", "constructor", "x"],
  ["<rp-callout>x</rp-callout>\n", "rp-callout", "x"],
  ["<script>alert(1)</script>\n", "script", "alert(1)"],
  ["<style>{`a {}`}</style>\n", "style", "a {}"],
  ["<svg:rect>x</svg:rect>\n", "svg:rect", "x"],
])("%j is a box with its name and its words", async (source, name, content) => {
  const result = await mdx(source);
  expect([result.road, ...fenceRules(result)]).toEqual(["mdx", "1:1 mdx-unknown-component"]);
  const boxes = findAll(parseHtml(result.html), ({ properties }) => String(properties.className) === "box");
  const shown = boxes.map((box) =>
    textOf(box)
      .replace(/Copy|\s+/g, " ")
      .trim(),
  );
  expect(shown).toEqual([`${name}${content}`]);
  expect(dangersIn(result.html)).toEqual([]);
});

test("a component inside a sentence stays in it", async () => {
  const { html } = await mdx(
    'Press <Badge text="new" /> or <Kbd>x</Kbd> now.\n\nA <Note>block</Note> in a line.\n',
  );
  const page = parseHtml(html);
  expect(findTags(page, "p").map((paragraph) => textOf(paragraph))).toEqual([
    "Press Badge new  or Kbd x now.",
  ]);
  expect(findTags(page, "aside").map((note) => textOf(note))).toEqual(["block"]);
  expect(textOf(page)).toContain("A block in a line.");
});

test("an unknown image is shown, and an address is a link", async () => {
  const { html } = await mdx(
    '<Image src="/a.png" alt="The board" />\n\n<Video src="https://x.y/z" title="How" />\n',
  );
  const page = parseHtml(html);
  expect(findTags(page, "img").map(({ properties }) => [properties.src, properties.alt])).toEqual([
    ["/a.png", "The board"],
  ]);
  expect(findTags(page, "a").map((link) => [link.properties.href, textOf(link)])).toEqual([
    ["https://x.y/z", "How"],
  ]);
});
