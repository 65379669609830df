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
  ["a rule and words that read as a key", "---\n\nNote: this begins with a rule.\n\n---\n"],
  ["TOML", '+++\ntitle = "x"\n+++\n'],
  ["JSON", '---json\n{"title": "x"}\n---\n'],
  ["JavaScript in capitals", "---JS\n({})\n---\n"],
  ["four dashes", "----\ntitle: x\n----\n"],
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

test.each([
  ["an alias", "a: &a [x]\nb: *a", 2],
  ["billions of them", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", 2],
  ["a merge key", "a: &a {b: 1}\nc:\n  <<: *a", 2],
  ["the same key twice", "a: 1\nb: 2\na: 3", 4],
  ["a bracket that is never closed", "a: 1\nb: [1", 3],
  ["a tab", "a: 1\n\tb: 2", 3],
  ["too much text", `a: ${"x".repeat(17 * 1024)}`, 2],
  ["too many values", `a: [${"1,".repeat(1_100)}]`, 2],
  ["lists in lists", `a: ${"[".repeat(20)}${"]".repeat(20)}`, 2],
  ["thousands of lists in lists", `a: ${"[".repeat(7_000)}${"]".repeat(7_000)}`, 2],
  ["thousands of dashes", `a:\n  ${"- ".repeat(7_000)}x`, 3],
  ["thousands of question marks", `a: 1\n${"? ".repeat(7_000)}`, 3],
  ["thousands of anchors", `a: 1\n${"b: &a ".repeat(2_000)}`, 3],
])("front matter with %s is shown as text, and its line is told", (_name, yaml, line) => {
  const before = performance.now();
  const source = `---\n${yaml}\n---\n\ntext\n`;
  const { data, body, problem } = splitFrontMatter(source);
  expect(performance.now() - before).toBeLessThan(1_000);
  expect([data.size, body === source]).toEqual([0, true]);
  expect(problem).toMatchObject({ rule: "front-matter-unreadable", severity: "warning", line });
});

test.each([
  [
    "a tag",
    "title: !!js/function 'function () { globalThis.__pwn = 2 }'",
    "function () { globalThis.__pwn = 2 }",
  ],
  ["a merge key that merges nothing", "'<<': {title: no}\ntitle: T", "T"],
  ["an anchor that nothing uses", "title: &t T", "T"],
  ["a long text", `title: ${"x".repeat(2_000)}`, "x".repeat(500)],
  ["a comment first", "# facts\ntitle: T", "T"],
  ["some depth", "a: [[[[[[1]]]]]]\ntitle: T", "T"],
])("front matter with %s is read", (_name, yaml, title) => {
  const { data, problem } = splitFrontMatter(`---\n${yaml}\n---\n\ntext\n`);
  expect([frontMatterText(data, "title"), problem]).toEqual([title, null]);
  expect("__pwn" in globalThis).toBe(false);
});

test("a rule is no front matter, and nobody is told of any", () => {
  expect(splitFrontMatter("---\n\nWords: and more: words.\n\n---\n").problem).toBeNull();
  expect(splitFrontMatter("---\nThis begins with a rule.\n---\n").problem).toBeNull();
});

test("numbers are read", () => {
  expect(splitFrontMatter("---\nreview_in: 6\n---\n").data.get("reviewin")).toBe(6);
});

test("keys that every object inherits are plain keys", () => {
  const { data } = splitFrontMatter("---\n__proto__: {polluted: yes}\ntitle: T\n---\n");
  expect(frontMatterText(data, "title")).toBe("T");
  expect("polluted" in {}).toBe(false);
});
