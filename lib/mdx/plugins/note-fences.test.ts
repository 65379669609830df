import { expect, test, vi } from "vitest";
import { textOf } from "@/lib/reading/hast";
import { dangersIn, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "../worker/compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function read(source: string, format: "md" | "mdx" = "md") {
  const { html, model, problems, road } = await compile({ source, format });
  const page = parseHtml(html);
  return {
    road,
    html,
    page,
    callouts: findTags(page, "aside").map(({ properties }) => properties.dataCallout),
    words: textOf(page).replace(/\s+/g, " ").trim(),
    blocks: model.commands
      .filter(({ place }) => place === "fence")
      .map(({ index, kind, text, line }) => ({ index, kind, text, line })),
    lines: problems.map(({ line }) => line),
  };
}

test.each([
  ["note", "note"],
  ["tip", "tip"],
  ["important", "important"],
  ["warning", "warning"],
  ["caution", "danger"],
  ["danger", "danger"],
])("```{%s} is a callout, and still a block of the text", async (word, kind) => {
  const { callouts, words, blocks, page } = await read(`\`\`\`{${word}}\nMind the *gap*.\n\`\`\`\n`);
  expect(callouts).toEqual([kind]);
  expect(words).toMatch(/^\w+ Mind the gap\.$/);
  expect(blocks).toEqual([{ index: 0, kind: "other", text: "Mind the *gap*.", line: 1 }]);
  expect(findTags(page, "figure", "button")).toEqual([]);
});

test.each(["{code-block}", "{pod}", "note", "{note} x}"])("```%s is a block like any other", async (lang) => {
  const { callouts, page } = await read(`\`\`\`${lang}\nMind the gap.\n\`\`\`\n`);
  expect([callouts.length > 0, findTags(page, "figure").length]).toEqual(
    lang.startsWith("{note}") ? [true, 0] : [false, 1],
  );
});

test("words behind the fence's own are the first of the note, its options are not shown", async () => {
  const { words } = await read("```{note} Read this.\n:class: dropdown\n\nAnd that.\n```\n");
  expect(words).toBe("Note Read this. And that.");
});

test("a line that begins with an emoji's name is no option", async () => {
  expect((await read("```{note}\n:fire: Hot.\n```\n")).words).toBe("Note :fire: Hot.");
});

test("code that only calls itself a note is shown", async () => {
  const { words } = await read('<Code lang="{note}">{"uptime"}</Code>\n', "mdx");
  expect(words).toContain("uptime");
});

test("a fence inside of a note is a block with a copy button, and numbers go on behind it", async () => {
  const source = "# T\n\n````{tip}\nLook:\n\n```bash\nkubectl get pods\n```\n````\n\n```bash\nuptime\n```\n";
  const { blocks, page } = await read(source);
  expect(blocks.map(({ index, text, line }) => [index, text.split("\n")[0], line])).toEqual([
    [null, "kubectl get pods", 6],
    [0, "Look:", 3],
    [1, "uptime", 11],
  ]);
  expect(findTags(page, "figure")).toHaveLength(2);
});

test("notes stand in lists and in .mdx, and one in another", async () => {
  const { callouts, road } = await read(
    "1. One\n\n   ```{note}\n   Text\n   ```\n\n`````{warning}\n````{tip}\nDeep\n````\n`````\n",
    "mdx",
  );
  expect([road, callouts]).toEqual(["mdx", ["note", "warning", "tip"]]);
});

test.each(["md", "mdx"] as const)("what a note holds passes the same fence in .%s", async (format) => {
  const { html, words } = await read(
    "```{note}\n<img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1)) <pod-name>\n```\n",
    format,
  );
  expect(dangersIn(html)).toEqual([]);
  expect(words).toContain("<pod-name>");
});

test("a note that costs too much is its text as it stands", async () => {
  const { road, callouts, words } = await read(`\`\`\`{note}\n${"*a _b ".repeat(1_000)}\n\`\`\`\n`);
  expect([road, callouts]).toEqual(["md", ["note"]]);
  expect(words).toContain("*a _b *a _b");
});

test("notes in notes end somewhere, and say what they say", async () => {
  const depths = Array.from({ length: 40 }, (_, at) => "`".repeat(43 - at));
  const source = `${depths.map((ticks) => `${ticks}{note}`).join("\n")}\nDeep\n${depths.reverse().join("\n")}\n`;
  const { road, words, callouts } = await read(source);
  expect([road, callouts.length < 10, words.includes("Deep")]).toEqual(["md", true, true]);
});
