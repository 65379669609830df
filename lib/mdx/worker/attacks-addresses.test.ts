import { expect, test, vi } from "vitest";
import type { RunbookFormat } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { LIMITS } from "../limits";
import { fenceRules } from "../testing/fence-rules";
import { dangersIn, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const formats: RunbookFormat[] = ["md", "mdx"];
const imageHosts = ["img.example.com", "*.example.org", "img.example.net:8443"];

async function read(source: string, format: RunbookFormat = "md") {
  const compiled = await compile({ source, format, imageHosts });
  const { html } = compiled;
  const page = parseHtml(html);
  const images = findTags(page, "img");
  expect(
    dangersIn(
      html,
      images.map(({ properties }) => URL.parse(String(properties.src))?.host ?? ""),
    ),
  ).toEqual([]);
  return {
    words: textOf(page),
    links: findTags(page, "a").map((link) => link.properties.href),
    rels: findTags(page, "a").map((link) => link.properties.rel),
    sources: images.map((image) => image.properties.src),
    rules: fenceRules(compiled),
  };
}

const refused = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "&#106;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "&#1;javascript:alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "blob:https://portal.test/1",
  "filesystem:https://portal.test/x",
  "view-source:https://portal.test",
  "file:///etc/passwd",
  "ftp://files.test/x",
  "intent://x#Intent;end",
  "javascript://portal.test/%0aalert(1)",
  "javascript:[",
];

test.each(refused.flatMap((address) => formats.map((format) => [address, format] as const)))(
  "a link to %s is refused as %s, with its place",
  async (address, format) => {
    const { links, words, rules } = await read(`# T\n\nA [link](<${address}>) here.\n`, format);
    expect(links).toEqual([undefined]);
    expect(words).toContain("A link here.");
    expect(rules).toEqual(["3:3 link-refused"]);
  },
);

test.each(refused)("an HTML link to %s is refused", async (address) => {
  const { links, words } = await read(`A <a href="${address}">link</a> here.\n`);
  expect(links).toEqual([undefined]);
  expect(words).toContain("A link here.");
});

test.each(
  [
    "https://example.com/a?b=c#d",
    "http://example.com/",
    "mailto:ops@example.com",
    "tel:+4912345",
    "notes.txt",
    "/runbooks/x",
    "#here",
    "?a=b",
    "a%3Ab",
    "./a:b",
  ].flatMap((address) => formats.map((format) => [address, format] as const)),
)("a link to %s is let through as %s", async (address, format) => {
  const { links, rules } = await read(`A [link](${address}) here.\n`, format);
  expect([links, rules]).toEqual([[address], []]);
});

test("a scheme in capitals is let through in small letters", async () => {
  const { links, rules } = await read("[a](HTTPS://Example.com/A) [b](MailTo:ops@example.com)\n");
  expect([links, rules]).toEqual([["https://Example.com/A", "mailto:ops@example.com"], []]);
});

test.each([
  ["//evil.invalid/x", "https://evil.invalid/x"],
  ["\\\\evil.invalid/x", "https://evil.invalid/x"],
  ["/\\evil.invalid/x", "https://evil.invalid/x"],
  ["/\t/evil.invalid/x", "https://evil.invalid/x"],
])("%j leads outside and says so", async (address, href) => {
  const { links, rels } = await read(`<a href="${address}" target="_blank" ping="//evil.invalid">x</a>\n`);
  expect([links, rels]).toEqual([[href], [["noreferrer", "noopener"]]]);
});

test.each([
  ["https://evil.invalid/a.png", "https://evil.invalid/a.png"],
  ["http://img.example.com/a.png", "http://img.example.com/a.png"],
  ["https://example.org/a.png", "https://example.org/a.png"],
  ["https://evilexample.org/a.png", "https://evilexample.org/a.png"],
  ["https://img.example.com.evil.invalid/a.png", "https://img.example.com.evil.invalid/a.png"],
  ["https://img.example.com@evil.invalid/a.png", "https://img.example.com@evil.invalid/a.png"],
  ["https://img.example.net/a.png", "https://img.example.net/a.png"],
  ["//evil.invalid/a.png", "https://evil.invalid/a.png"],
])("an image from %s becomes its words and a link", async (source, link) => {
  for (const format of formats) {
    const { sources, links, words, rules } = await read(`See ![the board](${source}) now.\n`, format);
    expect([sources, links, rules]).toEqual([[], [link], ["1:5 image-refused"]]);
    expect(words).toContain("See the board now.");
  }
});

test.each([
  "https://img.example.com/a.png",
  "https://a.b.example.org/a.png",
  "https://img.example.net:8443/a.png",
  "/images/a.png",
  "shots/a.png",
  "data:image/png;base64,AA",
])("an image from %s is shown", async (source) => {
  for (const format of formats) {
    const { sources, rules } = await read(`![the board](${source})\n`, format);
    expect([sources, rules]).toEqual([[source], []]);
  }
});

test.each([
  ["javascript:alert(1)"],
  ["data:image/svg+xml,x"],
  ["data:text/html;image/png,x"],
  ["blob:x"],
  ["file:///a.png"],
  [`data:image/png;base64,${"A".repeat(LIMITS.dataImageLetters)}`],
])("an image from %.40s becomes its words", async (source) => {
  const { sources, links, words, rules } = await read(`![the board](<${source}>)\n`);
  expect([sources, links, words, rules]).toEqual([[], [], "the board", ["1:1 image-refused"]]);
});

test("an image without words, inside a link, or of HTML never vanishes", async () => {
  expect((await read("![](https://evil.invalid/a.png)\n")).words).toBe("Image");
  const badge = await read("[![build](https://evil.invalid/a.png)](https://ci.test/1)\n");
  expect([badge.links, badge.words]).toEqual([["https://ci.test/1"], "build"]);
  const html = await read(
    '<img src="https://evil.invalid/a.png" srcset="//evil.invalid/b.png 2x" alt="board">\n',
  );
  expect([html.sources, html.links, html.words]).toEqual([[], ["https://evil.invalid/a.png"], "board"]);
});
