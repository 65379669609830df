import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(ink: string, ground: string, theme: "light" | "dark"): number {
  const one = luminance(pairs.get(ink)?.[theme] ?? "#000000");
  const two = luminance(pairs.get(ground)?.[theme] ?? "#000000");
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

const inks = ["ink", "ink-2", "ink-3", "accent", "ok", "warn", "danger"];
const codeInks = ["keyword", "string", "number", "comment", "title", "name"].map((name) => `code-${name}`);
const grounds = ["bg", "surface", "sunken", "code", "accent-soft", "ok-soft", "warn-soft", "danger-soft"];
const filled = [
  ["on-accent", "accent"],
  ["on-strong", "ok"],
  ["on-strong", "danger"],
  ["bg", "ink"],
] as const;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each([...inks, ...codeInks])("%s can be read on every ground", (ink) => {
    for (const ground of grounds) {
      expect(contrast(ink, ground, theme), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(filled)("%s can be read on a filled %s", (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test("the edge of a control can be seen", () => {
    for (const ground of ["bg", "surface"]) {
      expect(contrast("line-control", ground, theme)).toBeGreaterThanOrEqual(3);
    }
  });
});

test("a colour that is too pale is noticed", () => {
  expect(contrast("line-strong", "bg", "light")).toBeLessThan(3);
});
