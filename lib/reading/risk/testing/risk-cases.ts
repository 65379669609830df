import type { StatementLanguage } from "@/lib/domain/document";
import { findRisk } from "../find-risk";

type Level = "read" | "change" | "disruptive" | "danger";

/** One case a line: the level that a careful person gives, then the command. */
export function cases(table: string): [level: string, command: string][] {
  return table
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, level = "", command = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return [level, command];
    });
}

/** The level of a statement without comments and without a sentence before it. */
export function levelOf(text: string, language: StatementLanguage = "shell"): Level {
  const { risk, isDisruptive } = findRisk({ text, language, label: null, before: null });
  return risk === "change" && isDisruptive ? "disruptive" : risk;
}
