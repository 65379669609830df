import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { el } from "@/lib/reading/hast";
import { imageAddresses, type Leads, linkDocument } from "./link-document";

const leads: Leads = {
  runbook: (address) => (address.startsWith("../db.md") ? "/runbooks/ops-db" : null),
  image: (address) => (address === 'a "b" & c.png' ? "/runbooks/x/files/1.png" : null),
};

test("a reference leads to its runbook, with its section", () => {
  const link = '<a href="/runbooks/db#restore" data-ref="../db.md#restore">DB</a>';
  expect(linkDocument(`<p>${link}</p>`, leads)).toBe(
    '<p><a data-ref="../db.md#restore" href="/runbooks/ops-db#restore">DB</a></p>',
  );
});

test("a reference that leads nowhere is marked and keeps its words", () => {
  const link = '<a href="/runbooks/gone" data-ref="gone.md">Gone</a>';
  expect(linkDocument(link, leads)).toContain("data-unresolved");
  expect(linkDocument(link, leads)).toContain(">Gone</a>");
});

test("links without a mark, and words that look like tags, stay as they are", () => {
  const html =
    '<p><a href="https://x.y/">x</a> <a href="#z">z</a> &lt;a data-ref="../db.md"&gt;</p><code>&lt;img src="q"&gt;</code>';
  expect(linkDocument(html, leads)).toBe(html);
});

test("an image leads to its stored file, whatever signs its name and its words hold", () => {
  const html = toHtml(el("img", { src: 'a "b" & c.png', alt: 'x > y "z"' }));
  expect(imageAddresses(html)).toEqual(['a "b" & c.png']);
  const linked = linkDocument(html, leads);
  expect(linked).toContain('src="/runbooks/x/files/1.png"');
  expect(linked).toContain("x > y");
});

test("an image that nobody brought along is its words; one from elsewhere stays", () => {
  const lost = linkDocument(toHtml(el("img", { src: "other.png", alt: "a <b> graph" })), leads);
  expect(lost).not.toContain("<img");
  expect(lost).toContain("a &lt;b&gt; graph");
  expect(linkDocument(toHtml(el("img", { src: "/logo.png", alt: "" })), leads)).toContain("/logo.png</span>");
  for (const src of ["https://images.example/x.png", "data:image/png;base64,AA"]) {
    const html = toHtml(el("img", { src, alt: "" }));
    expect(linkDocument(html, leads)).toBe(html);
  }
});
