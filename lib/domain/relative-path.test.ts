import { expect, test } from "vitest";
import { resolveRelative } from "./relative-path";

test.each([
  ["docs/a/x.md", "../img/y%20z.png?raw=1#top", "docs/img/y z.png"],
  ["x.md", "y.md#section", "y.md"],
  ["a/x.md", "./y.md", "a/y.md"],
  ["a/x.md", "../y.md", "y.md"],
  ["a/x.md", "100%.png", "a/100%.png"],
])("from %s, %s leads to %s", (own, address, path) => {
  expect(resolveRelative(own, address)).toBe(path);
});

test.each([
  ["x.md", "../y.md"],
  ["a/x.md", "b/../../../y.md"],
  ["a/x.md", "..%2f..%2f.env"],
  ["x.md", "/y.md"],
  ["x.md", "//host/y.md"],
  ["x.md", "\\\\host\\y.md"],
  ["x.md", "https://host/y.md"],
  ["x.md", "mailto:a@b.c"],
  ["x.md", "#top"],
  ["x.md", ""],
])("from %s, %s leads to nothing in the folder", (own, address) => {
  expect(resolveRelative(own, address)).toBeNull();
});
