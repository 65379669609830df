import { expect, test } from "vitest";
import { slugsOfPaths, wishedSlug } from "./import-slug";

test("a path gives the address, without the ending that makes it a runbook", () => {
  expect(wishedSlug("docs/Redis down.html.md.erb")).toBe("docs-redis-down");
  expect(wishedSlug("!!!.md")).toBe("");
});

test("paths that ask for one address get one each, in order, and none that a page of the portal has", () => {
  const slugs = slugsOfPaths(["a/b.md", "a-b.md", "a-b.mdx", "a-b-2.md", "new.md", "!.md"]);
  expect([...slugs]).toEqual([
    ["a/b.md", "a-b"],
    ["a-b.md", "a-b-2"],
    ["a-b.mdx", "a-b-3"],
    ["a-b-2.md", "a-b-2-2"],
    ["new.md", "new-2"],
  ]);
});
