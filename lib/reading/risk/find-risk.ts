import type { StatementLanguage } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { readShellText, type ShellText } from "../shell/shell-text";
import { isMarkedBefore, isMarkedInComment } from "./author-mark";
import { findShellRisk } from "./call-risk";
import { findConsoleRisk } from "./console-risk";
import { danger, READ, type RiskFinding, worstOf } from "./finding";
import { findOtherCommands, findPowerShellRisk, isPowerShell } from "./powershell-risk";
import { findRedisRisk, isKnownProgram } from "./program-risk";
import type { ShellFunctions } from "./shell-functions";
import { findSqlRisk } from "./sql-risk";

export type RiskInput = {
  text: string;
  language: StatementLanguage;
  /** The same text as shell, where it is that and has been read already. */
  shell?: ShellText | null;
  /** The comments above the statement and at the ends of its lines. */
  label: string | null;
  /** The sentence before the block. */
  before: string | null;
  /** Words of the portal and the squad that add to what is known. */
  riskWords?: readonly LocalRiskWord[];
  /** Functions that the whole block defines. */
  functions?: ShellFunctions;
};

/**
 * What a statement does to the world: decided on its program, subcommand and flags, its SQL verbs or the methods it
 * calls. A warning of the author ("use with caution!") raises it to danger, unless it is known to look only.
 */
export function findRisk(input: RiskInput): RiskFinding {
  const { label, before } = input;
  const found = findOwnRisk(input);
  if (found?.risk === "danger" || found?.risk === "read") return found;
  const isMarked = isMarkedInComment(label ?? "") || (found !== null && isMarkedBefore(before ?? ""));
  if (!isMarked) return found ?? READ;
  return danger(found?.reason ?? "Marked by the author: use with caution", found?.target ?? null);
}

/** Null where nothing is known of what the text does. */
function findOwnRisk({
  text,
  language,
  shell,
  riskWords: local = [],
  functions,
}: RiskInput): RiskFinding | null {
  if (language === "sql") return findSqlRisk(text);
  if (language === "shell") return findShellRisk(shell ?? readShellText(text), local, functions);
  if (isPowerShell(text)) {
    const others = findOtherCommands(text).map(
      (command) => findShellRisk(readShellText(command), local) ?? READ,
    );
    return worstOf([findPowerShellRisk(text), ...others]);
  }
  const first = /^\s*([\w.-]+)(?=\s|$)(?!\s*[=.(])/.exec(text)?.[1] ?? "";
  const redis = findRedisRisk(text);
  if (redis !== null) return redis;
  if (isKnownProgram(first)) return findShellRisk(readShellText(text), local);
  const found = findConsoleRisk(text);
  return found.risk === "read" ? null : found;
}
