import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCommandBlock } from "./read-command-block";

/**
 * Blocks as operations guides (blocks.txt) and the manuals of programs (manuals.txt) write them, with what a careful person would copy. A sample is `@@ name | fence word |
 * sentence before`, the block, `@@> kind`, and the copy text; `=` behind the kind says that it is the block as it stands.
 */
const samples = ["testing/blocks.txt", "testing/manuals.txt"].flatMap((name) =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .split(/^@@ /m)
    .slice(1)
    .map(readSample),
);

function readSample(sample: string) {
  const [head = "", ...rest] = sample.split("\n");
  const [name = "", lang = "", before = ""] = head.split("|").map((part) => part.trim());
  const [block = "", answer = ""] = rest.join("\n").split(/^@@> /m);
  const [said = "", ...copied] = answer.split("\n");
  const text = block.replace(/\n$/, "");
  const [kind = "", isSame] = said.split(" ");
  return {
    name,
    lang: lang || null,
    before,
    text,
    kind,
    copied: isSame ? text : copied.join("\n").trimEnd(),
  };
}

/** Common indentation goes, and more than one blank line in a row says no more than one. */
function normalise(text: string): string {
  const lines = text
    .replace(/\t/g, "    ")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "")
    .split("\n");
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...indents)).trimEnd()).join("\n");
}

test.each(samples)("$name", ({ text, lang, before, kind, copied }) => {
  const block = readCommandBlock({ id: "c1", text, lang, before, place: "fence", line: 1 });
  expect(block.kind).toBe(kind);
  if (kind === "command" || kind === "query") expect(normalise(block.text)).toBe(normalise(copied));
});
