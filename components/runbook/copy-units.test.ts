import { expect, test } from "vitest";
import type { CommandBlock, Statement } from "@/lib/domain/document";
import { aBlock, aStatement, aUnit } from "@/lib/domain/testing/document";
import { toCopyUnits } from "./copy-units";

const statement = (id: string, text: string): Statement => aStatement({ id, text, label: "Label" });

const block = (id: string, statements: Statement[]): CommandBlock =>
  aBlock({
    id,
    text: statements.map(({ text }) => text).join("\n"),
    parts: [
      { type: "note", text: "Read first" },
      ...statements.map((part) => ({ type: "statement" as const, statement: part })),
    ],
  });

const unit = (id: string, text: string) => aUnit({ id, text });

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
