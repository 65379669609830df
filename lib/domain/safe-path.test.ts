import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each(["/", "/runbooks/api?x=1#y", "/incidents/INC-0001"])("%s leads to a page of the portal", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/x"],
])("%s leads home", (path) => {
  expect(safePath(path)).toBe("/");
});
