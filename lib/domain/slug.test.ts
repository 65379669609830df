import { expect, test } from "vitest";
import { slugOf, slugOfParam } from "./slug";

test.each([
  ["API Service: Example", "api-service-example"],
  ["Café & Crème", "cafe-creme"],
  ["  --x--  ", "x"],
  ["KubePodCrashLooping", "kubepodcrashlooping"],
  ["정책 런북", "정책-런북"],
  ["!!!", ""],
])("%s becomes %s", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test("a slug comes out of an address as it went in", () => {
  expect(slugOfParam("order-outbox")).toBe("order-outbox");
  expect(slugOfParam(encodeURIComponent("정책-런북"))).toBe("정책-런북");
  expect(slugOfParam("100%")).toBe("100%");
});
