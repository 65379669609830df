import { expect, test } from "vitest";
import { compile } from "../worker/compile";

async function wordsOf(source: string, format: "md" | "mdx" = "md"): Promise<string> {
  const { html, road } = await compile({ source: `# X\n\n${source}`, format });
  expect(road).toBe(format);
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

test.each(["md", "mdx"] as const)(
  "a footnote that nothing refers to stays where it stands (%s)",
  async (format) => {
    expect(await wordsOf("Before\n\n[^Old]: Call Ann\n\nAfter\n", format)).toBe(
      "Before [^Old]: Call Ann After",
    );
  },
);

test("a footnote that is referred to is a footnote", async () => {
  const words = await wordsOf("Before[^1]\n\n[^1]: Call Ann\n\nAfter\n");
  expect(words).toMatch(/^Before 1 After Footnotes Call Ann/);
  expect(words).not.toContain("[^1]");
});

test("a note that only a lonely one refers to is a footnote, and of two that refer to each other the first is text", async () => {
  expect(await wordsOf("[^a]: One[^b]\n\n[^b]: Two[^a]\n")).toMatch(/^\[\^a\]: One 1 Footnotes Two/);
});

test("the second of two with one name is not lost", async () => {
  const words = await wordsOf("See[^n]\n\n[^n]: First\n\n[^N]: Second\n");
  expect(words).toContain("[^N]: Second");
  expect(words).toMatch(/Footnotes First/);
});

test("a lonely note keeps its blocks, in a list and in a quote too", async () => {
  const { model, html } = await compile({
    source:
      "# X\n\n> - Look\n>\n>   [^c]: ```bash\n>       uptime\n>       ```\n\n[^d]: Run\n\n    ```bash\n    df -h\n    ```\n",
    format: "md",
  });
  expect(html).toContain("[^d]: Run");
  expect(html).toContain("[^c]: ");
  expect(model.commands.map(({ text }) => text)).toEqual(["uptime", "df -h"]);
});

test("many lonely notes that refer to each other are read in time", async () => {
  const notes = Array.from({ length: 2_000 }, (_, i) => `[^n${i}]: Note ${i}[^n${i + 1}]\n`).join("\n");
  expect(await wordsOf(notes)).toMatch(/^\[\^n0\]: Note 0/);
});
