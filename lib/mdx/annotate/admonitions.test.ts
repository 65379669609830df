import { expect, test, vi } from "vitest";
import { textOf } from "@/lib/reading/hast";
import { findTags, parseHtml } from "../testing/parse-html";
import { compile } from "../worker/compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function calloutsOf(source: string) {
  const { html, model } = await compile({ source, format: "md" });
  const page = parseHtml(html);
  const callouts = findTags(page, "aside").map((callout) => [
    callout.properties.dataCallout,
    textOf(callout).replace(/\s+/g, " ").trim(),
  ]);
  return { callouts, words: textOf(page), commands: model.commands.map(({ text }) => text) };
}

test.each([
  [":::note\nText.\n:::\n", "note", "Text."],
  [":::warning Mind the gap\n\nOne.\n\nTwo *more*.\n\n:::\n", "warning", "Mind the gap One. Two more."],
  [":::danger[Mind it]\nText.\n:::\n", "danger", "Mind it Text."],
  [":::danger[Mind {it}]{.x}\nText.\n:::\n", "danger", "Mind {it} Text."],
  [":::note Title {.x}\nText.\n:::\n", "note", "Title Text."],
  ["::::tip{.x}\n\n- a\n\n::::\n", "tip", "a"],
  ["1. One\n\n   :::caution\n   Text.\n   :::\n", "danger", "Text."],
  ['!!! note "Read this"\n    Text *here*.\n', "note", "Read this Text here."],
  ["??? info\n    Text.\n", "note", "Text."],
])("%j is a callout", async (source, kind, words) => {
  expect((await calloutsOf(source)).callouts).toEqual([[kind, words]]);
});

test.each([
  ":::note\nnever closed\n",
  ":::note[Mind\nText.\n:::\n",
  ":::note {.x\nText.\n:::\n",
  ":::note-book\nText.\n:::\n",
  ":::pod\nText.\n:::\n",
  "!!! pod\n    Text.\n",
  "!!! note\n",
  "Then ::: note\n",
])("%j stays as it stands", async (source) => {
  const { callouts, words } = await calloutsOf(source);
  expect(callouts).toEqual([]);
  expect(words.replace(/\s+/g, "")).toBe(source.replace(/\s+/g, ""));
});

test("commands inside of one are read", async () => {
  const source = ":::tip\n\n```bash\nkubectl get pods\n```\n\n:::\n\nafter\n";
  const { callouts, commands } = await calloutsOf(source);
  expect([callouts.length, commands]).toEqual([1, ["kubectl get pods"]]);
});

test("one that nothing closes takes no other's end, and stands behind one that is closed", async () => {
  const source = ":::note\n\none\n\n:::\n\n:::tip\nTwo.\n:::\n\n:::danger\n\nthree\n";
  const { callouts, words } = await calloutsOf(source);
  expect(callouts).toEqual([
    ["note", "one"],
    ["tip", "Two."],
  ]);
  expect(words).toContain(":::danger");
});
