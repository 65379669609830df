import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { standaloneAssets } from "./assets";

test("the script stays small, knows no framework, and cannot end its own element", async () => {
  const { code, hash } = (await standaloneAssets()).script;
  expect(code.length).toBeLessThan(30_000);
  expect(code).not.toMatch(/react|__NEXT/i);
  expect(code).not.toMatch(/<\/script|<!--/i);
  expect(code).not.toMatch(/\beval\(|new Function|innerHTML|fetch\(|XMLHttpRequest/);
  expect(hash).toBe(`sha256-${createHash("sha256").update(code, "utf8").digest("base64")}`);
});

test("the style sheet asks for nothing and cannot end its own element", async () => {
  const { css } = await standaloneAssets();
  expect(css).toContain(".pen-box");
  expect(css).not.toMatch(/@import|@theme|@font-face|<\//);
  const addresses = [...css.matchAll(/url\(["']?([^"')]{0,10})/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !address?.startsWith("data:"))).toEqual([]);
});
