import { expect, test } from "vitest";
import type { CommandBlock, Section } from "@/lib/domain/document";
import { aBlock, aSection } from "@/lib/domain/testing/document";
import { buildOutline } from "./outline";

const heading = (depth: Section["depth"], text: string): Section =>
  aSection({ id: text.toLowerCase().replaceAll(" ", "-"), text, depth });

const command = (sectionId: string, kind: CommandBlock["kind"] = "command"): CommandBlock =>
  aBlock({ kind, lang: null, sectionId });

test("sections hold their sections and count all commands in them", () => {
  const headings = [
    heading(1, "Outbox"),
    heading(2, "Operations"),
    heading(3, "Restart"),
    heading(4, "Slowly"),
  ];
  const outline = buildOutline(headings, [command("operations"), command("restart"), command("slowly")]);
  expect(outline).toEqual([
    {
      id: "operations",
      text: "Operations",
      commandCount: 3,
      children: [{ id: "restart", text: "Restart", commandCount: 2, children: [] }],
    },
  ]);
});

test("configuration and output are not counted", () => {
  const outline = buildOutline(
    [heading(1, "A"), heading(2, "B")],
    [command("b", "output"), command("b", "config")],
  );
  expect(outline[0]?.commandCount).toBe(0);
});

test("a document that starts at level 3 has a list too", () => {
  expect(buildOutline([heading(3, "Meaning"), heading(3, "Impact")], []).map(({ text }) => text)).toEqual([
    "Meaning",
    "Impact",
  ]);
});

test("a heading without words stays out and its sections move up", () => {
  const outline = buildOutline([heading(1, "A"), heading(2, ""), heading(3, "C")], []);
  expect(outline.map(({ text }) => text)).toEqual(["C"]);
});

test("no headings make no list", () => {
  expect(buildOutline([], [])).toEqual([]);
});

test("an empty section that repeats the title stays out, a full one stays", () => {
  const headings = [heading(1, "Example: Restart"), heading(2, "Restart"), heading(2, "Validation")];
  const texts = (commands: CommandBlock[]) =>
    buildOutline(headings, commands, "Example: Restart").map(({ text }) => text);
  expect(texts([])).toEqual(["Validation"]);
  expect(texts([command("restart")])).toEqual(["Restart", "Validation"]);
});
