import { expect, test, vi } from "vitest";
import { textOf } from "@/lib/reading/hast";
import { dangersIn, findAll, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const fence = (code: string, indent = "") => `${indent}\`\`\`bash\n${indent}${code}\n${indent}\`\`\``;

async function read(source: string) {
  const { html, model, problems, road } = await compile({ source, format: "mdx" });
  const page = parseHtml(html);
  return {
    road,
    html,
    page,
    words: textOf(page),
    blocks: model.commands
      .filter(({ place }) => place === "fence")
      .map(({ index, text }) => [index, text] as const),
    callouts: findTags(page, "aside").map(({ properties }) => properties.dataCallout),
    rules: problems
      .filter(({ rule }) => rule !== "missing-title")
      .map(({ rule, line, column }) => `${line}:${column} ${rule}`),
  };
}

test.each([
  ["an export", "export const z = 1;\n\n"],
  ["an expression", "Version {frontMatter.version}\n\n"],
  ["an HTML comment", "<!-- checked -->\n\n"],
  ["a placeholder", "Describe <pod-name>.\n\n"],
])("%s costs a page none of its components and commands", async (_name, before) => {
  const source = `${before}# T\n\n<Warning>\n${fence("ls")}\n</Warning>\n\n<CodeGroup title="Two words">\n\n${fence("id")}\n</CodeGroup>\n`;
  const { road, blocks, callouts, words } = await read(source);
  expect([road, callouts]).toEqual(["md", ["warning"]]);
  expect(blocks.map(([, text]) => text)).toEqual(["ls", "id"]);
  expect(words).toContain("CodeGroup");
  expect(words).toContain("Two words");
  expect(words).not.toMatch(/<\/?(?:Warning|CodeGroup)/);
});

test("what is refused stands as it is, and the blocks have the numbers of the MDX tree", async () => {
  const { words, blocks, rules } = await read(
    `Version {frontMatter.version}\n\n<CodeGroup>\n${fence("ls")}\n</CodeGroup>\n\n${fence("id")}\n`,
  );
  expect(words).toContain("Version {frontMatter.version}");
  expect(blocks).toEqual([
    [0, "ls"],
    [1, "id"],
  ]);
  expect(rules).toEqual(["1:9 mdx-expression", "3:1 mdx-unknown-component"]);
});

test.each([
  ["that MDX can read", "{1 + 1}\n\n"],
  ["that MDX cannot read", "Mind <pod-name>\n\n"],
])("fences deep inside of components are fences, in a text %s", async (_name, before) => {
  const tabs = `<Tab title="A">\n${fence("ls", "    ")}\n  </Tab>\n  <Tab title="B">\n\n${fence("id", "    ")}\n\n  </Tab>`;
  const { blocks, page } = await read(`${before}<Tabs>\n  ${tabs}\n</Tabs>\n`);
  expect(blocks.map(([, text]) => text)).toEqual(["ls", "id"]);
  expect(findTags(page, "section")).toHaveLength(2);
});

test("indented code stays code in a text that MDX cannot read and that holds no deep components", async () => {
  const { blocks } = await read(`<!-- no -->\n\n<Note>\nText\n</Note>\n\n    uptime\n\n${fence("id")}\n`);
  expect(blocks).toEqual([
    [0, "uptime"],
    [1, "id"],
  ]);
});

test("components nest, stand in lists and quotes, and may share a line", async () => {
  const source = `{x}\n\n- One\n\n  <Note>\n  ${fence("ls").replaceAll("\n", "\n  ")}\n  </Note>\n\n> <Tip>\n> Quoted\n> </Tip>\n\n<Tabs><Tab title="A">\nInside\n</Tab></Tabs>\n`;
  const { callouts, blocks, page } = await read(source);
  expect(callouts).toEqual(["note", "tip"]);
  expect(blocks).toEqual([[0, "ls"]]);
  expect(textOf(findTags(page, "section")[0] ?? page).trim()).toBe("AInside");
});

test.each([
  ["a tag that nothing closes", "<Warning>\n", "<Warning>"],
  ["an end without a beginning", "Text\n</Warning>\n", "</Warning>"],
  ["ends that cross", "<Note>\n<Warning>\nText\n</Note>\n", "<Warning>"],
  ["a tag with code in it", "<Note {...props}>\nText\n</Note>\n", "<Note {...props}>"],
  ["a tag in a fence", "```text\n<Warning>\n```\n", "<Warning>"],
  ["a placeholder in capitals", "Delete\n<POD_NAME>\n", "<POD_NAME>"],
  ["a placeholder of several words", "<Insert your own, please>\n", "<Insert your own, please>"],
])("%s stays as it stands", async (_name, tags, shown) => {
  const { words, road } = await read(`Mind <pod-name>.\n\n${tags}\n${fence("ls")}\n`);
  expect([road, words.includes(shown), words.includes("<pod-name>")]).toEqual(["md", true, true]);
});

test("in a .md a component is no component", async () => {
  const { html } = await compile({ source: "<Warning>\n\nText\n\n</Warning>\n", format: "md" });
  expect(textOf(parseHtml(html))).toContain("<Warning>");
});

test("imports are out, and what is refused below them is shown", async () => {
  const { words, rules } = await read(
    'import X from "x"\nimport {\n  A,\n  B,\n} from "y";\nexport const a = 1\n\nText {b}\n',
  );
  expect(words.trim().split(/\n+/)).toEqual(["export const a = 1", "Text {b}"]);
  expect(rules).toEqual(["6:1 mdx-esm", "8:6 mdx-expression", "1:1 mdx-import-removed"]);
});

test.each([
  "import the dashboards from 'backup.json'\n",
  "import nothing.\n",
  "```js\nimport X from 'x'\n```\n",
])("%j stays", async (text) => {
  const { words } = await read(`Mind <pod-name>.\n\n${text}`);
  expect(words).toContain(text.replace(/```\w*\n?/g, "").trim());
});

test("components of a refused page are as inert as all others", async () => {
  const { html, page } = await read(
    '{x}\n\n<Img src="x" onError="alert(1)" />\n\n<Script>\nalert(1)\n</Script>\n\n<Card href="javascript:alert(1)">\nGo\n</Card>\n\n<valueOf />\n',
  );
  expect(dangersIn(html)).toEqual([]);
  expect(findAll(page, ({ properties }) => properties.href !== undefined)).toEqual([]);
});

test("tags by the thousand are refused, not followed", async () => {
  const { road, rules } = await read(`{x}\n\n${"<Note>\n".repeat(500)}Text\n${"</Note>\n".repeat(500)}`);
  expect(road).toBe("source");
  expect(rules.at(-1)).toBe("1:1 too-deep");
});
