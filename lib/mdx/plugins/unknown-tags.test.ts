import { expect, test } from "vitest";
import { checkHtmlDepth, escapeUnknown } from "./unknown-tags";

test.each([
  ["<pod-name>", "&lt;pod-name&gt;"],
  ["</pod-name>", "&lt;/pod-name&gt;"],
  ["<Callout>", "&lt;Callout&gt;"],
  ["<Details>", "&lt;Details&gt;"],
  ["<address>", "&lt;address&gt;"],
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["a < b", "a &lt; b"],
])("%s becomes text", (html, expected) => {
  expect(escapeUnknown(html)).toBe(expected);
});

test.each([
  "<br>",
  "<br/>",
  '<img src="a.png" alt="a > b">',
  "<details open><summary>x</summary>",
  "<DIV>",
  "<center>",
])("%s stays HTML", (html) => {
  expect(escapeUnknown(html)).toBe(html);
});

test("comments go, what stands around them stays", () => {
  expect(escapeUnknown("<p>a<!-- secret -->b</p>")).toBe("<p>ab</p>");
  expect(escapeUnknown("x<!-- open")).toBe("x");
});

test("a placeholder inside real HTML is text, the HTML is kept", () => {
  expect(escapeUnknown("<p>Use <pod-name></p>")).toBe("<p>Use &lt;pod-name&gt;</p>");
});

test("a long run of opening signs is read in one pass", () => {
  const before = performance.now();
  escapeUnknown("<a ".repeat(80_000));
  expect(performance.now() - before).toBeLessThan(1_000);
});

test.each(["<span>", "<b>", "<div>\n\n", "<details>"])("hundreds of open %j are refused", (tag) => {
  const children = Array.from({ length: 200 }, () => ({ type: "html", value: tag }));
  expect(() => checkHtmlDepth({ type: "root", children })).toThrow(
    expect.objectContaining({ rule: "too-deep" }),
  );
});

test.each(["<b>x</b>", "<br>", "<li>x", "<tr><td>x", "</div>", "<img src=x>"])(
  "hundreds of %j are not deep",
  (tags) => {
    const children = Array.from({ length: 200 }, () => ({ type: "html", value: tags }));
    expect(() => checkHtmlDepth({ type: "root", children })).not.toThrow();
  },
);
