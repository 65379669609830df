import { expect, test } from "vitest";
import type { CommandBlock, Statement } from "../document";
import { aBlock, aStatement } from "../testing/document";
import { harmlessPart, toCopyUnits } from "./copy-units";

const look = aStatement({ id: "c1.1", text: "kubectl get pods" });
const remove = aStatement({
  id: "c1.2",
  text: "kubectl delete pod [pod]",
  risk: "danger",
  isDisruptive: true,
  holes: [{ start: 19, end: 24, token: "[pod]", variable: "pod", context: "shell-bare", optional: false }],
});
const check = aStatement({
  id: "c1.3",
  text: "kubectl logs [pod]",
  holes: [{ start: 13, end: 18, token: "[pod]", variable: "pod", context: "shell-bare", optional: false }],
});

const block = (statements: Statement[]): CommandBlock =>
  aBlock({
    text: statements.map(({ text }) => text).join("\n"),
    risk: statements.some(({ risk }) => risk === "danger") ? "danger" : "read",
    isDisruptive: statements.some(({ isDisruptive }) => isDisruptive),
    parts: [
      { type: "note", text: "Read first" },
      ...statements.map((statement) => ({ type: "statement" as const, statement })),
    ],
  });

const option = (ordinal: number) =>
  aStatement({ id: `c1.${ordinal}`, part: { kind: "option", ordinal, label: `Option ${ordinal}` } });

test("a block of several statements gives itself and each of them", () => {
  expect(toCopyUnits([block([look, check])]).map(({ id, isGuarded }) => [id, isGuarded])).toEqual([
    ["c1", false],
    ["c1.1", false],
    ["c1.3", false],
  ]);
});

test("a block of one statement has one button, so it gives itself alone", () => {
  expect(toCopyUnits([block([look])]).map(({ id }) => id)).toEqual(["c1"]);
});

test("units that were made before go through unchanged", () => {
  const units = toCopyUnits([block([look, remove])]);
  expect(toCopyUnits(units)).toEqual(units);
});

test("danger beside harmless statements: the harmless part is offered, the whole is guarded", () => {
  const units = toCopyUnits([block([look, remove, check])]);
  expect(units.map(({ id, isGuarded }) => [id, isGuarded])).toEqual([
    ["c1", true],
    ["c1.harmless", false],
    ["c1.1", false],
    ["c1.2", true],
    ["c1.3", false],
  ]);
  const harmless = units[1];
  expect(harmless?.text).toBe("kubectl get pods\nkubectl logs [pod]");
  expect(harmless?.holes.map(({ start, end }) => harmless.text.slice(start, end))).toEqual(["[pod]"]);
  expect([harmless?.risk, harmless?.isDisruptive]).toEqual(["read", false]);
});

test("hidden characters of the harmless part stand where they are in what its statements show", () => {
  const sign = { name: "zero-width space (U+200B)", kind: "zero-width" as const, replacement: "" };
  const shown = (id: string, text: string) =>
    aStatement({ id, shown: text, text: text.replace("_", ""), hidden: [{ ...sign, start: 2, end: 3 }] });
  const { hidden } = harmlessPart(block([shown("c1.1", "ls_ a"), remove, shown("c1.3", "id_ b")])) ?? {};
  expect(hidden?.map(({ start }) => start)).toEqual([2, "ls_ a\nid".length]);
});

test("a restart beside harmless statements guards the whole, not itself", () => {
  const restart = aStatement({ id: "c1.2", risk: "change", isDisruptive: true });
  const guarded = toCopyUnits([block([look, restart])]).filter((unit) => unit.isGuarded);
  expect(guarded.map(({ id }) => id)).toEqual(["c1"]);
});

test("of alternatives one is meant: each is offered, never all as one paste", () => {
  const units = toCopyUnits([block([option(1), option(2)])]);
  expect(units.map(({ id, isGuarded }) => [id, isGuarded])).toEqual([
    ["c1.1", false],
    ["c1.2", false],
  ]);
});

test("a block of nothing but danger has no harmless part", () => {
  expect(harmlessPart(block([remove, { ...remove, id: "c1.3" }]))).toBeNull();
  expect(harmlessPart(block([look, remove]))?.text).toBe("kubectl get pods");
});
