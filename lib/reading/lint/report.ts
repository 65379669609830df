import type { Problem, ProblemSeverity, SourcePlace } from "@/lib/domain/document";
import { type LintRuleName, lintRules } from "@/lib/domain/lint-rules";

/** A problem with the severity of its rule; `severity` says otherwise where the evidence is weaker. */
export function report(
  rule: LintRuleName,
  { line, column }: SourcePlace,
  message: string,
  severity: ProblemSeverity = lintRules[rule].severity,
): Problem {
  return { line, column, rule, severity, message };
}

/** How far below the beginning of its block a text is looked for. */
const REACH = 500;

/** Where a text stands from a line on; the beginning of that line's text when it is not found (it was joined). */
export function placeOf(
  lines: readonly string[],
  words: string,
  from: number,
  until = from + REACH,
): SourcePlace {
  return findPlace(lines, words, { line: from, column: 1 }, until) ?? startOfLine(lines, from);
}

/** Where a text stands from a place on; null when it is not found up to a line. */
export function findPlace(
  lines: readonly string[],
  words: string,
  from: SourcePlace,
  until = from.line + REACH,
): SourcePlace | null {
  for (let line = from.line; line <= Math.min(until, lines.length); line += 1) {
    const at = (lines[line - 1] ?? "").indexOf(words, line === from.line ? from.column - 1 : 0);
    if (at >= 0) return { line, column: at + 1 };
  }
  return null;
}

/** The first sign of a line that is no blank. */
export function startOfLine(lines: readonly string[], line: number): SourcePlace {
  return { line, column: Math.max(0, (lines[line - 1] ?? "").search(/\S/)) + 1 };
}
