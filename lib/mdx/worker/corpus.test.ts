import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { splitFrontMatter } from "@/lib/reading/front-matter";
import { textOf } from "@/lib/reading/hast";
import { dangersIn, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

const folder = path.resolve("../shared/corpus");
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.(md|mdx|erb)$/.test(name) && !/README|NOTICE/.test(name),
    )
  : [];

test.skipIf(files.length === 0)(
  `${files.length} real runbooks show a page (skipped where the corpus is not beside the checkout)`,
  async () => {
    for (const name of files) {
      const source = readFileSync(path.join(folder, name), "utf8");
      const { html, model, road } = await compile({ source, format: name.endsWith(".mdx") ? "mdx" : "md" });
      const page = parseHtml(html);
      expect(road, name).not.toBe("source");
      expect(dangersIn(html), name).toEqual([]);
      // A page may be front matter only.
      const hasWords = splitFrontMatter(source).body.trim() !== "";
      expect(textOf(page).trim() !== "", name).toBe(hasWords);
      expect(findTags(page, "figure").length, name).toBeGreaterThanOrEqual(
        model.commands.filter((block) => block.place === "fence").length,
      );
      // Every code block of the Markdown is read: the numbers have no gap.
      const numbers = model.commands.flatMap((block) => block.index ?? []).sort((a, b) => a - b);
      expect(numbers, name).toEqual(numbers.map((_, index) => index));
      const ids = model.steps.map((step) => step.id);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const { line } of [...model.sections, ...model.steps, ...model.commands]) {
        expect(line, name).toBeLessThanOrEqual(source.split("\n").length);
      }
    }
  },
  120_000,
);
