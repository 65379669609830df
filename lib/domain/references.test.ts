import { expect, test } from "vitest";
import type { Reference } from "./document";
import { indexPaths, resolveAnchor, resolveReference, resolveReferences } from "./references";

const index = indexPaths([
  "README.md",
  "ops/disk-full.md",
  "ops/Mixed Case.md",
  "ops/redis/README.md",
  "ops/hugo/_index.md",
  "ops/site.html.md",
  "ops/erb.html.md.erb",
  "ops/parts.mdx",
  "ops/a/same.md",
  "ops/b/same.md",
]);
const from = (target: string, ownPath = "ops/own.md") =>
  resolveReference({ target, isPath: false }, ownPath, index);
const asPath = (path: string, ownPath = "ops/own.md") =>
  resolveReference({ target: path, isPath: true }, ownPath, index);

test.each([
  ["as written", "disk-full.md", "ops/disk-full.md"],
  ["from its own folder", "./disk-full.md", "ops/disk-full.md"],
  ["without .md", "disk-full", "ops/disk-full.md"],
  ["without .mdx", "parts", "ops/parts.mdx"],
  ["without .html.md", "site", "ops/site.html.md"],
  ["as the page that a site makes of it", "site.html", "ops/site.html.md"],
  ["as the page that a site makes of an ERB file", "erb.html", "ops/erb.html.md.erb"],
  ["a folder for its README", "redis", "ops/redis/README.md"],
  ["a folder with a slash", "redis/", "ops/redis/README.md"],
  ["a Hugo folder", "hugo/", "ops/hugo/_index.md"],
  ["percent signs", "Mixed%20Case.md", "ops/Mixed Case.md"],
  ["other case, as the last resort", "DISK-FULL.md", "ops/disk-full.md"],
  ["the folder above", "../README.md", "README.md"],
  ["from the root of the site", "/ops/disk-full", "ops/disk-full.md"],
])("a link is followed: %s", (_, target, path) => {
  expect(from(target)).toBe(path);
});

test.each([
  ["a file that is not there", "gone.md"],
  ["above the root", "../../README.md"],
  ["above the root and back", "../../ops/disk-full.md"],
  ["from the folder of somebody else", "ops/disk-full.md"],
  ["a lone percent sign", "100%.md"],
])("a link leads nowhere: %s", (_, target) => {
  expect(from(target)).toBeNull();
});

test("a path that is written as text may begin at any folder above, or be known by its name alone", () => {
  expect(asPath("ops/disk-full.md")).toBe("ops/disk-full.md");
  expect(asPath("runbooks/disk-full.md")).toBe("ops/disk-full.md");
  expect(asPath("runbooks/same.md")).toBeNull();
  expect(asPath("runbooks/gone.md")).toBeNull();
});

test("only what can be known is said of a reference", () => {
  const reference = (part: Partial<Reference>): Reference => ({
    line: 1,
    column: 1,
    text: "words",
    target: "",
    anchor: null,
    isPath: false,
    kind: "runbook",
    isResolved: null,
    ...part,
  });
  const answers = resolveReferences(
    [
      reference({ target: "disk-full.md" }),
      reference({ target: "gone.md" }),
      reference({ target: "/manual/gone.html" }),
      reference({ target: "chart.png", kind: "file" }),
      reference({ target: "https://example.com", kind: "web" }),
      reference({ target: "", anchor: "x", kind: "section", isResolved: false }),
    ],
    "ops/own.md",
    index,
  );
  expect(answers.map(({ isResolved }) => isResolved)).toEqual([true, false, null, null, null, false]);
});

test("an anchor is found as written, decoded, in lower case or behind the author's prefix", () => {
  const ids = new Set(["disk-full", "über", "user-content-own"]);
  expect(resolveAnchor("disk-full", ids)).toBe("disk-full");
  expect(resolveAnchor("Disk-Full", ids)).toBe("disk-full");
  expect(resolveAnchor("%C3%BCber", ids)).toBe("über");
  expect(resolveAnchor("own", ids)).toBe("user-content-own");
  expect(resolveAnchor("gone", ids)).toBeNull();
});

test("an address that templating makes is not called broken, one with a percent sign is", () => {
  const told = (target: string) =>
    resolveReferences(
      [
        {
          line: 1,
          column: 1,
          text: "x",
          target,
          anchor: null,
          isPath: false,
          kind: "runbook",
          isResolved: null,
        },
      ],
      "ops/own.md",
      index,
    )[0]?.isResolved;
  expect(told("%3C%25=%20page.md%20%25%3E")).toBeNull();
  expect(told("<%= page %>")).toBeNull();
  expect(told("{{ page }}.md")).toBeNull();
  expect(told("100%25.md")).toBe(false);
});
