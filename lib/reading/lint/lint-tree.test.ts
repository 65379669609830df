import { expect, test } from "vitest";
import { readFacts } from "../document/read-facts";
import { readTitle } from "../document/read-title";
import { splitFrontMatter } from "../front-matter";
import { readMarkdown } from "../testing/read-markdown";
import { lintTree } from "./lint";

/** The notes on a text as `line:column rule`. */
const notesOf = (source: string) => {
  const { data: frontMatter, body } = splitFrontMatter(source);
  const { root, sections } = readMarkdown(body);
  const { trace } = readFacts(root, { source, frontMatter, sections });
  const { isTemplate } = readTitle(sections, frontMatter);
  return lintTree(root, { source, frontMatter, isTemplate, trace }).map(
    ({ line, column, rule }) => `${line}:${column} ${rule}`,
  );
};

test.each([
  ["a value", "**Impact**: [What users experience]\n", "3:13"],
  ["a bullet", "1. Look\n2. [Action 2]\n", "4:4"],
  ["a cell", "| Panel |\n|---|\n| [Panel Name] |\n", "5:3"],
  ["a pair", "- [Description] → [Fix]\n", "3:3"],
  ["a request in a sentence", "Ask the team, see [link to the wiki page].\n", "3:19"],
  ["a request in angles", "Then \\<insert the name>.\n", "3:7"],
  ["a heading", "## Alert: [Alert Name]\n\ntext\n", "3:11"],
  ["a word", "**Owner**: TBD\n", "3:12"],
])("unfilled-template finds %s", (_, text, place) => {
  expect(notesOf(`# Live\n\n${text}`)).toEqual([`${place} unfilled-template`]);
});

test.each([
  ["a link", "[Action 1](x.md)\n"],
  ["code", "`[service-name]`\n\n```bash\nkubectl logs [pod-name]\n```\n"],
  ["a task", "- [ ] Look\n- [x] Done\n"],
  ["a placeholder that a sentence speaks of", "Describe pod <pod-name> in [namespace] first.\n"],
  ["a mark of GitHub", "> [!NOTE]\n> text\n"],
  ["a table of contents", "[TOC]\n\n[[_TOC_]]\n"],
  ["a reference to a link", "[the page][1]\n"],
  ["a remark", "- [optional]\n"],
])("unfilled-template leaves %s alone", (_, text) => {
  expect(notesOf(`# Live\n\n${text}`)).toEqual([]);
});

test("a template may hold placeholders", () => {
  expect(notesOf("# Runbook: [Service]\n\n**Impact**: [What users experience]\n")).toEqual([]);
});

test("dashboard-missing finds the place that nobody filled in, once", () => {
  const section = "# A\n\n## Monitoring & Dashboards\n\n### Primary Dashboard\n";
  expect(notesOf(`${section}**URL**: [Link to Grafana]\n`)).toEqual(["6:10 dashboard-missing"]);
  expect(notesOf("# A\n\n- **Dashboard**: TBD\n")).toEqual(["3:18 dashboard-missing"]);
  expect(notesOf("# A\n\n## Dashboards\n\nAsk Ann.\n")).toEqual(["3:1 dashboard-missing"]);
});

test("dashboard-missing is content with a link, an image or a name in code, and asks nobody to have one", () => {
  for (const text of [
    "**URL**: [Checkout](https://grafana.example.com/d/1)",
    "![Graph](g.png)",
    "See `d/1`",
  ]) {
    expect(notesOf(`# A\n\n## Dashboards\n\n${text}\n`)).toEqual([]);
  }
  expect(notesOf("# A\n\n## Monitoring\n\nNothing yet.\n")).toEqual([]);
});

test.each([
  ["a paragraph", "[ ] Drain\n", "3:1"],
  ["a line of a paragraph", "First:\n[x] Drain\n", "4:1"],
  ["a box without a blank", "- [] Drain\n", "3:3"],
  ["a list mark without a blank", "-[ ] Drain\n", "3:1"],
])("task-outside-list finds %s", (_, text, place) => {
  expect(notesOf(`# A\n\n${text}`)).toEqual([`${place} task-outside-list`]);
});

test("task-outside-list leaves tasks and words in brackets alone", () => {
  expect(notesOf("# A\n\n- [ ] Drain\n\n1. [ ] Drain\n\nText [x] more\n\n```\n[ ] x\n```\n")).toEqual([]);
});

test.each([
  ["at the end of the page", "```bash\nuptime\n\n## Rollback\n", "3:1"],
  ["with too few signs", "````bash\nuptime\n```\n", "3:1"],
  ["with other signs", "~~~\nuptime\n```\n", "3:1"],
  ["at the end of its list", "- x\n\n  ```bash\n  uptime\n\nAfter\n", "5:3"],
])("unclosed-fence finds a fence that is open %s", (_, text, place) => {
  expect(notesOf(`# A\n\n${text}`)).toContain(`${place} unclosed-fence`);
});

test("unclosed-fence leaves closed ones and indented code alone", () => {
  expect(
    notesOf(
      "# A\n\n```bash\nuptime\n```\n\n- x\n\n  ~~~\n  y\n  ~~~~\n\n> ```\n> z\n> ```\n\n    indented\n",
    ),
  ).toEqual([]);
});

test("missing-title wants a heading of the first level or a title in the front matter", () => {
  expect(notesOf("## Symptoms\n\ntext\n")).toEqual(["1:1 missing-title"]);
  expect(notesOf("# A\n\ntext\n")).toEqual([]);
  expect(notesOf("---\ntitle: A\n---\n\n## Symptoms\n\ntext\n")).toEqual([]);
  expect(notesOf("---\nhidden: true\n---\n")).toEqual([]);
});

test("metadata-disagrees names the weaker saying, and overlooks spelling", () => {
  const table = (squad: string) =>
    `---\nteam: Payments\n---\n\n# A\n\n| Field | Value |\n|---|---|\n| Squad | ${squad} |\n`;
  expect(notesOf(table("Search"))).toEqual(["9:1 metadata-disagrees"]);
  for (const squad of ["payments", "Payments Team", ""]) expect(notesOf(table(squad))).toEqual([]);
  expect(notesOf("---\nupdated: 2026-01-02\n---\n\n# A\n\n- **Last Updated**: 2 January 2026\n")).toEqual([]);
});

test("of one kind there are a hundred notes at most", () => {
  expect(notesOf(`# A\n\n${"[ ] x\n".repeat(300)}`)).toHaveLength(100);
});
