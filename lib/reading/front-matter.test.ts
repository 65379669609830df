import { expect, test } from "vitest";
import { frontMatterText, splitFrontMatter } from "./front-matter";

test("a mapping between plain rules is front matter, and the body keeps its lines", () => {
  const { data, body } = splitFrontMatter("---\ntitle: Disk full\nowner_slack: '#ops'\n---\n# Title\n");
  expect(frontMatterText(data, "title")).toBe("Disk full");
  expect(frontMatterText(data, "ownerslack")).toBe("#ops");
  expect(body).toBe("\n\n\n\n# Title\n");
});

test.each([
  ["a rule, a sentence and a rule", "---\n\nThis begins with a rule.\n\n---\n"],
  ["a list", "---\n- one\n---\n"],
  ["no closing rule", "---\ntitle: x\n"],
  ["broken YAML", "---\na: [1\n---\n"],
  ["an empty block", "---\n---\n# T\n"],
  ["JavaScript", '---js\n(globalThis.__pwn = 2, {title: "x"})\n---\n# Title\n'],
  ["JavaScript by its long name", '---javascript\n({title: "x"})\n---\n# Title\n'],
  ["front matter further down", "\n---\ntitle: x\n---\n"],
])("%s stays text", (_name, source) => {
  const { data, body } = splitFrontMatter(source);
  expect(data.size).toBe(0);
  expect(body).toBe(source);
  expect("__pwn" in globalThis).toBe(false);
});

test("aliases are refused, plain values are read", () => {
  const bomb = "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n";
  expect(splitFrontMatter(bomb).data.size).toBe(0);
  expect(splitFrontMatter("---\nreview_in: 6\n---\n").data.get("reviewin")).toBe(6);
});

test("keys that every object inherits are plain keys", () => {
  const { data } = splitFrontMatter("---\n__proto__: {polluted: yes}\ntitle: T\n---\n");
  expect(frontMatterText(data, "title")).toBe("T");
  expect("polluted" in {}).toBe(false);
});
