import { expect, test } from "vitest";
import { formatOf, stemOf } from "./file-kinds";

test.each([
  ["a/x.md", "md", "a/x"],
  ["x.markdown", "md", "x"],
  ["x.mdx", "mdx", "x"],
  ["X.MD", "md", "X"],
  ["delete.html.md", "md", "delete"],
  ["delete.html.md.erb", "md", "delete"],
  ["delete.md.erb", "md", "delete"],
  ["v1.2.md", "md", "v1.2"],
])("%s is read as %s", (name, format, stem) => {
  expect(formatOf(name)).toBe(format);
  expect(stemOf(name)).toBe(stem);
});

test.each(["x.txt", "md", "x.md.bak", "x.html", "x.erb"])("%s holds no runbook", (name) => {
  expect(formatOf(name)).toBeNull();
  expect(stemOf(name)).toBe(name);
});
