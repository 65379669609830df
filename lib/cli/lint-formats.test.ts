import { expect, test } from "vitest";
import { type Finding, lintFormats } from "./lint-formats";

const finding = (part: Partial<Finding> = {}): Finding => ({
  file: "a.md",
  line: 3,
  column: 5,
  rule: "broken-reference",
  severity: "error",
  message: "Gone",
  page: "docs/lint/broken-reference.md",
  ...part,
});

const github = (...findings: Finding[]) => lintFormats.github({ findings, fileCount: 1 });

test("GitHub's own signs in names and messages are written as it wants them", () => {
  const odd = finding({ file: "a,b:c%.md", message: "50% of a:b,\r\n::error::c" });
  expect(github(odd)).toBe(
    "::error file=a%2Cb%3Ac%25.md,line=3,col=5,title=broken-reference::50%25 of a:b,%0D%0A::error::c (docs/lint/broken-reference.md)",
  );
});

test("GitHub calls a hint a notice", () => {
  expect(github(finding({ severity: "warning" }))).toMatch(/^::warning /);
  expect(github(finding({ severity: "info" }))).toMatch(/^::notice /);
});

test("text groups by file and counts", () => {
  const findings = [
    finding(),
    finding({ line: 9, severity: "info" }),
    finding({ file: "b.md", severity: "warning" }),
  ];
  expect(lintFormats.text({ findings, fileCount: 4 }).split("\n")).toEqual([
    "a.md",
    "  3:5      error    broken-reference  Gone (docs/lint/broken-reference.md)",
    "  9:5      info     broken-reference  Gone (docs/lint/broken-reference.md)",
    "",
    "b.md",
    "  3:5      warning  broken-reference  Gone (docs/lint/broken-reference.md)",
    "",
    "4 files, 1 error, 1 warning, 1 hint",
  ]);
});

test("nothing found is an empty list for programs and no line for GitHub", () => {
  expect(lintFormats.json({ findings: [], fileCount: 1 })).toBe("[]");
  expect(github()).toBe("");
});
