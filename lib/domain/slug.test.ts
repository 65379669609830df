import { expect, test } from "vitest";
import { slugOf } from "./slug";

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
