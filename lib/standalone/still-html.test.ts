import { expect, test } from "vitest";
import { frame } from "./frame";
import { jsonForScript } from "./html";
import { withoutButtons, withoutRequests, withPenBoxes } from "./still-html";

const portal = "https://runbooks.example.com";

test("copy buttons go, whatever their labels hold, and words that look like them stay", () => {
  const html =
    '<p>a<button type="button" class="copy" data-copy="c1" aria-label="Copy x > y">Copy</button>b</p><code>&#x3C;button>Copy&#x3C;/button></code>';
  expect(withoutButtons(html)).toBe("<p>ab</p><code>&#x3C;button>Copy&#x3C;/button></code>");
});

test("a step gets a box for a pen, and the places of a board go", () => {
  const html =
    '<li class="step"><span data-slot="step-box" data-for="a.1"></span><div class="step-body">Look</div><div data-slot="step-acts" data-for="a.1"></div></li>';
  expect(withPenBoxes(html)).toBe(
    '<li class="step"><span class="pen-box" aria-hidden="true"></span><div class="step-body">Look</div></li>',
  );
});

test("an image that is not in the page is its words; one that is stays", () => {
  const inside = '<img src="data:image/png;base64,AAAA" alt="chart">';
  expect(withoutRequests(inside, portal)).toBe(inside);
  expect(withoutRequests('<img src="https://img.example.com/x.png" alt="far > near">', portal)).toBe(
    '<span class="missing-image">far > near</span>',
  );
  expect(withoutRequests('<img src="https://img.example.com/x.png">', portal)).toBe(
    '<span class="missing-image">https://img.example.com/x.png</span>',
  );
});

test("an address from the portal's root names the portal; others stay, and so does what only looks like one", () => {
  expect(withoutRequests('<a href="/wiki?a=1" title="x">wiki</a>', portal)).toBe(
    '<a href="https://runbooks.example.com/wiki?a=1" title="x">wiki</a>',
  );
  for (const html of [
    '<a href="#top">top</a>',
    '<a href="db.html#restore">db</a>',
    '<a href="https://example.com/">x</a>',
    '<code>&#x3C;a href="/wiki"></code>',
  ]) {
    expect(withoutRequests(html, portal)).toBe(html);
  }
});

test("a page's policy lets nothing run, or one script alone, and asks for nothing", () => {
  const still = frame({ title: "</title><script>", css: "", body: "" });
  expect(still).toContain(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action",
  );
  expect(still).not.toContain("<script");
  expect(still).not.toContain("script-src");
  const live = frame({ title: "x", css: "", body: "", script: { code: "1", hash: "sha256-abc=" } });
  expect(live).toContain("script-src 'sha256-abc='; require-trusted-types-for 'script'");
});

test("data in a script element ends neither the element nor opens a comment", () => {
  const value = ["</script>", "<!--", "<script>", "\u2028"];
  const text = jsonForScript(value);
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toEqual(value);
});
