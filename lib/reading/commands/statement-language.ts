import type { StatementLanguage } from "@/lib/domain/document";
import type { CodeDialect } from "./code-lines";
import { isCmdlet, isConsoleCode } from "./programs";

/** What the statements of a block are written in, by the word of its fence and its first line. */
export function languageOf(kind: "command" | "query", lang: string | null, text: string): StatementLanguage {
  if (lang !== null && dialectOfWord(lang) !== null) return "text";
  const first = firstLine(text);
  if (kind === "command") return isCmdlet(first) || isConsoleCode(first) ? "text" : "shell";
  const isOther = lang !== null && /^(?:promql|logql|mongodb|kql|graphql|influxql)$/.test(lang);
  return !isOther && /^\s*(?:--|\/\*|#|\\[a-z]|[a-z]+\b)/i.test(text) && isSql(text) ? "sql" : "text";
}

/** How the statements of text that is no shell and no SQL are told apart. */
export function dialectOf(lang: string | null, text: string): CodeDialect {
  return dialectOfWord(lang ?? "") ?? (isCmdlet(firstLine(text)) ? "powershell" : "ruby");
}

function dialectOfWord(lang: string): CodeDialect | null {
  if (/^(?:powershell|ps1|pwsh|powershell-interactive|azurepowershell(?:-interactive)?)$/.test(lang))
    return "powershell";
  if (/^(?:bat|batch|dos)$/.test(lang)) return "cmd";
  if (/^(?:python|py|pycon)$/.test(lang)) return "python";
  return /^(?:ruby|rb|irb|rails|elixir)$/.test(lang) ? "ruby" : null;
}

function isSql(text: string): boolean {
  return /^\s*(?:\\|(?:select|insert|update|delete|with|create|alter|drop|truncate|explain|show|begin|grant|revoke|vacuum|analyze|reindex|call|do|set|copy|use|kill|merge)\b)/i.test(
    firstLine(text),
  );
}

/** The first line that is no comment. */
function firstLine(text: string): string {
  const said = text.replace(/^(?:\s*\/\*[\s\S]*?\*\/)+/, "");
  return said.split("\n").find((line) => line.trim() !== "" && !/^\s*(?:--|#)/.test(line)) ?? "";
}
