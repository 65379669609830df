import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type LintRuleName, lintRulePage, lintRules } from "./lint-rules";

const names = Object.keys(lintRules).sort() as LintRuleName[];
const pages = readdirSync("docs/lint").filter((file) => file !== "README.md");

test("every rule has a page, and no page is without a rule", () => {
  expect(pages.sort()).toEqual(names.map((name) => path.basename(lintRulePage(name))));
});

test("every page says what, why and how to mend, under its own name and severity", () => {
  for (const name of names) {
    const page = readFileSync(lintRulePage(name), "utf8");
    expect(page, name).toMatch(new RegExp(`^# ${name}\n\nSeverity: ${lintRules[name].severity}\n`));
    for (const heading of ["## What it says", "## Why it matters at 3 a.m.", "## How to mend it"]) {
      expect(page, name).toContain(`\n${heading}\n`);
    }
  }
});

test("the index leads to every page with its summary", () => {
  const index = readFileSync("docs/lint/README.md", "utf8");
  for (const name of names) expect(index).toContain(`[${name}](${name}.md) | ${lintRules[name].summary} |`);
});

/** The compiler sees to it that no problem names another rule; this sees to it that no rule is left over. */
test("every rule is reported by something", () => {
  const code = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|lint-rules\.ts$/.test(file))
    .map((file) => readFileSync(path.join("lib", file), "utf8"))
    .join("\n");
  const isReported = (name: string) => code.includes(`"${name}"`) || /^compile-/.test(name);
  expect(names.filter((name) => !isReported(name))).toEqual([]);
  expect(code).toContain("`compile-");
});
