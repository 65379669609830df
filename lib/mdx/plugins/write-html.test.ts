import fc from "fast-check";
import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { el } from "@/lib/reading/hast";
import { AUTHOR_TAGS } from "../html-tags";
import { sanitiseSchema } from "../sanitise-schema";
import { writeHtml } from "./write-html";

/** What an author may write, and what the portal adds. */
const properties = [
  ...Object.values(sanitiseSchema.attributes ?? {}).flatMap((names) => names.map((name) => [name].flat()[0])),
  ..."rel type role tabIndex ariaLabel ariaHidden dataHole dataToken dataOptional dataStepId".split(" "),
].map(String);

const word = fc.oneof(
  fc.string(),
  fc.constantFrom("", "a", "<b>", "a & b", "\"'`", "&amp;", "\0", "é 🚨", "open"),
);
const value = fc.oneof(
  word,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom("a", "b-c", "<"), { minLength: 1 }),
);
const attributes = fc.dictionary(fc.constantFrom(...properties), value, { maxKeys: 4 });
const tag = fc.constantFrom(...AUTHOR_TAGS, "input", "section", "button", "figure", "mark", "rp-static");
const leaf = fc.tuple(tag, attributes, word).map(([name, given, text]) => el(name, given, text));
const branch = fc
  .tuple(tag, attributes, fc.array(fc.oneof(leaf, word), { maxLength: 3 }))
  .map(([name, given, children]): Element => el(name, given, ...children));

test("any tree is written as hast-util-to-html writes it", () => {
  fc.assert(
    fc.property(fc.array(branch, { maxLength: 3 }), (children) => {
      expect(writeHtml(children)).toBe(toHtml({ type: "root", children }));
    }),
    { numRuns: 2_000 },
  );
});

test("text and values cannot end what they stand in", () => {
  expect(writeHtml([el("a", { title: '"><script>' }, "</a><script>&")])).toBe(
    '<a title="&#x22;><script>">&#x3C;/a>&#x3C;script>&#x26;</a>',
  );
});

test("an element without an end has none, unless it holds something", () => {
  expect(writeHtml([el("br", {}), el("input", { disabled: true }), el("p", {})])).toBe(
    "<br><input disabled><p></p>",
  );
});
