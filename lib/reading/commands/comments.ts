import type { StatementLanguage } from "@/lib/domain/document";
import { isSqlComment } from "./take-sql";

/** The line is a comment of the language; `# HELP …` and `# TYPE …` are lines of metrics. */
export function isComment(line: string, session: StatementLanguage): boolean {
  return /^\s*#(?!!| (?:HELP|TYPE) [a-z])/.test(line) || (session === "sql" && isSqlComment(line));
}

/** A comment that begins with a number, or with the name of a step or an option. */
export function isNumbered(comment: string): boolean {
  return /^\s*(?:#|--)\s*(?:\d+[.)]|step\b|option\b|phase\b)/i.test(comment);
}
