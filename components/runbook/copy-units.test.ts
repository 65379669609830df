import { expect, test } from "vitest";
import type { CommandBlock, CopyUnit, Statement } from "@/lib/domain/document";
import { toCopyUnits } from "./copy-units";

const unit = (id: string, text: string): CopyUnit => ({
  id,
  text,
  holes: [],
  risk: "read",
  riskReason: null,
});

const statement = (id: string, text: string): Statement => ({
  ...unit(id, text),
  language: "shell",
  label: "Label",
  shown: text,
  expected: null,
  isEndless: false,
});

const block = (id: string, statements: Statement[]): CommandBlock => ({
  ...unit(id, statements.map(({ text }) => text).join("\n")),
  place: "fence",
  kind: "command",
  lang: "bash",
  line: 1,
  stepId: null,
  sectionId: null,
  parts: [
    { type: "note", text: "Read first" },
    ...statements.map((part) => ({ type: "statement" as const, statement: part })),
  ],
});

test("a block of several statements gives itself and each of them", () => {
  const units = toCopyUnits([block("c1", [statement("c1.1", "uptime"), statement("c1.2", "free -m")])]);
  expect(units).toEqual([unit("c1", "uptime\nfree -m"), unit("c1.1", "uptime"), unit("c1.2", "free -m")]);
});

test("a block of one statement has one button, so it gives itself alone", () => {
  expect(toCopyUnits([block("c1", [statement("c1.1", "uptime")])]).map(({ id }) => id)).toEqual(["c1"]);
});

test("units that were trimmed before go through unchanged", () => {
  const units = toCopyUnits([block("c1", [statement("c1.1", "uptime"), statement("c1.2", "free -m")])]);
  expect(toCopyUnits(units)).toEqual(units);
});
