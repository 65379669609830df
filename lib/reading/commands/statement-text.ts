import type { StatementLanguage } from "@/lib/domain/document";
import { maskTokens } from "../placeholders/placeholder-tokens";
import { lexShell } from "../shell/shell-lexer";
import { readShellText } from "../shell/shell-text";
import { sqlContexts } from "../sql/sql-lexer";
import { readExpectation } from "./expectations";

/** A statement as it is copied alone: its comments gone, and the lines that held nothing else. */
export function withoutComments(text: string, language: StatementLanguage): string {
  if (language === "text" || !(language === "shell" ? /(?:^|[\s;&|()])#/ : /--|\/\*|#/).test(text))
    return text;
  const contexts =
    language === "shell" ? lexShell(readShellText(text).masked).contexts : sqlContexts(maskTokens(text));
  let at = 0;
  const lines = text.split("\n").flatMap((line) => {
    let kept = "";
    for (const [i, char] of [...line.split("")].entries()) {
      if (contexts[at + i] !== "comment" || isHint(text, at + i)) kept += char;
    }
    at += line.length + 1;
    if (kept === line) return line;
    return kept.trim() === "" ? [] : kept.trimEnd();
  });
  return lines.length === 0 ? text : lines.join("\n");
}

/** `/*+ … *\/` and `/*! … *\/` are read by the server. */
function isHint(text: string, at: number): boolean {
  const open = text.lastIndexOf("/*", at + 1);
  if (open < 0 || !/[+!]/.test(text[open + 2] ?? "")) return false;
  const end = text.indexOf("*/", open + 2);
  return end < 0 || at < end + 2;
}

/**
 * The lines of a command that goes on with `\` over comments, which a shell would end there and its author did not mean
 * to; null for all others.
 */
export function bridgeComments(lines: readonly string[]): string[] | null {
  const isComment = (line: string | undefined) => /^\s*#/.test(line ?? "");
  let at = 0;
  let hasComment = false;
  while (/(?:^|[^\\])\\\s*$/.test(lines[at] ?? "")) {
    at++;
    for (; isComment(lines[at]); at++) {
      if (readExpectation(lines[at] ?? "") !== null) return null;
      hasComment = true;
    }
  }
  if (!hasComment || (lines[at] ?? "").trim() === "") return null;
  const taken = lines.slice(0, at + 1);
  return lexShell(maskTokens(taken.filter((line) => !isComment(line)).join("\n"))).isOpen ? null : taken;
}
