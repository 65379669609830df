import { expect, test } from "vitest";
import { compile } from "../worker/compile";

const fence = (code: string) => `\`\`\`bash\n${code}\n\`\`\``;

async function numbersOf(source: string, format: "md" | "mdx" = "md") {
  const { model } = await compile({ source, format });
  return model.commands
    .filter((block) => block.place === "fence")
    .map((block) => [block.index, block.text] as const);
}

test("fenced and indented blocks are counted together, from 0, wherever they stand", async () => {
  const source = [
    "# Counted",
    `1. Look\n\n   ${fence("uptime").replaceAll("\n", "\n   ")}\n\n       df -h`,
    `> ${fence("date").replaceAll("\n", "\n> ")}`,
    `<details><summary>More</summary>\n\n${fence("free -m")}\n\n</details>`,
    `<h3>\n\n${fence("uname -a")}\n\n</h3>`,
    `<a href="/x">\n\n${fence("whoami")}\n\n</a>`,
    `<table><tr><td>\n\n${fence("id")}\n\n</td></tr></table>`,
    `Text[^1]\n\n[^1]: Note\n\n    ${fence("hostname").replaceAll("\n", "\n    ")}`,
  ].join("\n\n");
  expect(await numbersOf(source)).toEqual([
    [0, "uptime"],
    [1, "df -h"],
    [2, "date"],
    [3, "free -m"],
    [4, "uname -a"],
    [5, "whoami"],
    [6, "id"],
    [7, "hostname"],
  ]);
});

test("a raw <pre> is no code block of Markdown, and front matter shifts nothing", async () => {
  const source = `---\ntitle: X\n---\n\n<pre>uptime</pre>\n\n${fence("date")}\n`;
  expect(await numbersOf(source)).toEqual([
    [null, "uptime"],
    [0, "date"],
  ]);
});

test("an .mdx that is shown as Markdown keeps the blocks of its MDX, which has no indented code", async () => {
  const source = `{1 + 1}\n\n${fence("date")}\n\nText\n\n    uptime\n\n${fence("df -h")}\n`;
  expect(await numbersOf(source, "mdx")).toEqual([
    [0, "date"],
    [1, "df -h"],
  ]);
});

test("an .mdx that MDX cannot read is counted as Markdown", async () => {
  const source = `<!-- no -->\n\n${fence("date")}\n\nText\n\n    uptime\n`;
  expect(await numbersOf(source, "mdx")).toEqual([
    [0, "date"],
    [1, "uptime"],
  ]);
});

test("blocks inside components are counted", async () => {
  const source = `<Callout>\n\n  ${fence("date").replaceAll("\n", "\n  ")}\n\n</Callout>\n\n${fence("df -h")}\n`;
  expect(await numbersOf(source, "mdx")).toEqual([
    [0, "date"],
    [1, "df -h"],
  ]);
});
