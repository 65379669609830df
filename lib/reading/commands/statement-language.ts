import type { StatementLanguage } from "@/lib/domain/document";
import { isCmdlet, isConsoleCode } from "./programs";

/** What the statements of a block are written in, by the word of its fence and its first line. */
export function languageOf(kind: "command" | "query", lang: string | null, text: string): StatementLanguage {
  if (
    lang !== null &&
    /^(?:ruby|rb|irb|python|py|pycon|rails|elixir|powershell|ps1|pwsh|bat|dos)$/.test(lang)
  )
    return "text";
  const first = firstLine(text);
  if (kind === "command") return isCmdlet(first) || isConsoleCode(first) ? "text" : "shell";
  const isOther = lang !== null && /^(?:promql|logql|mongodb|kql|graphql|influxql)$/.test(lang);
  return !isOther && /^\s*(?:--|\/\*|#|\\[a-z]|[a-z]+\b)/i.test(text) && isSql(text) ? "sql" : "text";
}

function isSql(text: string): boolean {
  return /^\s*(?:\\|(?:select|insert|update|delete|with|create|alter|drop|truncate|explain|show|begin|grant|revoke|vacuum|analyze|reindex|call|do|set|copy|use|kill|merge)\b)/i.test(
    firstLine(text),
  );
}

/** The first line that is no comment. */
function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "" && !/^\s*(?:--|#)/.test(line)) ?? "";
}
