import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { RunbookFormat } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { dangersIn, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

type Attack = {
  id: string;
  kind: string;
  input: unknown;
  expectation: { must_show?: string[]; must_have_href?: string[] };
};

const own: Attack[] = [
  ["script", "<script>globalThis.__pwn=2</script>\n\n<SCRIPT SRC=//evil.invalid/x.js></SCRIPT>\n"],
  ["handler", '<img src=x onerror="globalThis.__pwn=2"> <details open ontoggle=alert(1)>x</details>\n'],
  [
    "scheme",
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\tscript:alert(1)) [d](data:text/html,x) <vbscript:x>\n",
  ],
  ["entity scheme", '<a href="&#106;avascript:alert(1)">x</a> <a href="  javascript:alert(1)">y</a>\n'],
  ["image scheme", "![x](javascript:alert(1)) ![y](data:image/svg+xml,<svg/onload=alert(1)>)\n"],
  ["nested raw", "<p><svg><p><style><img src=x onerror=alert(1)></style></p></svg></p>\n"],
  ["mutation", '<table><td><a title="</a><img src=x onerror=alert(1)>">x</a></table>\n'],
  ["comment", "<!--><img src=x onerror=alert(1)>-->\n\n<![CDATA[<img src=x onerror=alert(1)>]]>\n"],
  ["expression", "{globalThis.__pwn = 2}\n\n<Callout title={globalThis.__pwn = 2} />\n"],
  ["export", "export const x = (globalThis.__pwn = 2)\n\n# T\n"],
  ["literal props", '<div dangerouslySetInnerHTML="x" ref="y" key="z" style="a:b" onClick="w">t</div>\n'],
  ["proto", "<__proto__ />\n\n<hasOwnProperty />\n\n<toString>x</toString>\n"],
  ["code", "```html\n<script>globalThis.__pwn=2</script>\n```\n\n`<script>1</script>`\n"],
  ["backticks in code", "```js\n`$\u007bglobalThis.__pwn = 2}`\n```\n\n`$\u007bglobalThis.__pwn = 2}`\n"],
  ["title", "# <img src=x onerror=alert(1)>\n\n## `<script>`\n"],
  ["table", "| <script>1</script> | [x](javascript:1) |\n|--|--|\n| <b onclick=1>x</b> | y |\n"],
].map(([kind, input]) => ({ id: "own", kind: kind ?? "", input, expectation: {} }));

const shared = path.resolve("../shared/attacks-sample.json");
const sample: Attack[] = existsSync(shared) ? (JSON.parse(readFileSync(shared, "utf8")) as Attack[]) : [];
const attacks = [...own, ...sample].filter((attack) => typeof attack.input === "string");
const formats: RunbookFormat[] = ["md", "mdx"];

afterEach(() => {
  expect("__pwn" in globalThis).toBe(false);
});

test.each(attacks.flatMap((attack) => formats.map((format) => ({ ...attack, format }))))(
  "$id $kind is inert as $format",
  async ({ input, expectation, format }) => {
    const { html } = await compile({ source: String(input), format });
    expect(dangersIn(html)).toEqual([]);
    const page = parseHtml(html);
    for (const words of expectation.must_show ?? []) expect(textOf(page)).toContain(words);
    const links = findTags(page, "a").map((link) => link.properties.href);
    for (const href of expectation.must_have_href ?? []) expect(links).toContain(href);
  },
);
