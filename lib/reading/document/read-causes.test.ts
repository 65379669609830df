import { expect, test } from "vitest";
import { readMarkdown } from "../testing/read-markdown";
import { readCauses } from "./read-causes";

const causesOf = (source: string) =>
  readCauses(readMarkdown(source).outline).map(({ text, fix }) =>
    fix === null ? text : `${text} => ${fix}`,
  );

test.each([
  ["an arrow", "- Memory leak → restart the pod", "Memory leak => restart the pod"],
  ["a written arrow", "- Memory leak -> restart", "Memory leak => restart"],
  ["a numbered cause", "- **Common Cause 1**: Memory leak → restart", "Memory leak => restart"],
  ["a cause with a letter", "- **Cause A**: restart it", "Cause A => restart it"],
  [
    "a condition with a comma",
    "- If the disk is full, delete old logs",
    "the disk is full => delete old logs",
  ],
  [
    "a condition with an arrow",
    "- If the disk is full → delete old logs",
    "the disk is full => delete old logs",
  ],
])("below a resolution: %s", (_, bullet, cause) => {
  expect(causesOf(`**Resolution**:\n${bullet}\n`)).toEqual([cause]);
  expect(causesOf(`## Resolution\n\n${bullet}\n`)).toEqual([cause]);
});

test("below causes a colon parts them, and a bare cause is one too", () => {
  expect(causesOf("## Common causes\n\n- Full disk: delete old logs\n- Bad deploy\n")).toEqual([
    "Full disk => delete old logs",
    "Bad deploy",
  ]);
});

test("a table of causes is read, and its place is kept", () => {
  const { outline } = readMarkdown(
    "## Troubleshooting\n\n| Cause | Action |\n|---|---|\n| Full disk | Clean up |\n",
  );
  expect(readCauses(outline)).toEqual([
    { text: "Full disk", fix: "Clean up", sectionId: "troubleshooting", line: 5 },
  ]);
});

test.each([
  ["a task", "## Resolution\n\n- [ ] Bad deploy → roll back\n"],
  ["a numbered step", "## Resolution\n\n1. Bad deploy → roll back\n"],
  ["a plain bullet", "## Resolution\n\n- Restart the service: now\n"],
  ["a menu", "## Resolution\n\n- Look at it (Observe → Metrics)\n"],
  ["code", "## Resolution\n\n- Set `a => b` for all\n"],
  ["a verb", "This can cause:\n\n- Slow pages\n"],
  ["another section", "## Overview\n\n- Client → server\n"],
])("%s is no cause", (_, source) => {
  expect(causesOf(source)).toEqual([]);
});

test.each([
  ["an arrow", "- **Cause**: full disk → **Fix**: delete old logs"],
  ["a dash", "- **Cause**: full disk - **Fix**: delete old logs"],
  ["a full stop", "- Cause: full disk. Fix: delete old logs"],
])("cause and fix are named, with %s between", (_, bullet) => {
  expect(causesOf(`## Resolution\n\n${bullet}\n`)).toEqual(["full disk => delete old logs"]);
});

test("below a resolution bold words before an instruction are a cause", () => {
  expect(
    causesOf("## Resolution\n\n- **Disk is full**: delete old logs\n- **Bad deploy:** roll back\n"),
  ).toEqual(["Disk is full => delete old logs", "Bad deploy => roll back"]);
});

test.each([
  "- **Restart the service**: use the console",
  "- **Recovery time**: five minutes",
  "- **Important note**: five minutes",
  "- **Short term**: add a replica",
  "- Disk is full: delete old logs",
])("below a resolution “%s” is none", (bullet) => {
  expect(causesOf(`## Resolution\n\n${bullet}\n`)).toEqual([]);
});
