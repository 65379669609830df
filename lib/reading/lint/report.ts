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

/** Where a text stands from a line on; the beginning of that line's text when it is not found (it was joined). */
export function placeOf(
  lines: readonly string[],
  words: string,
  from: number,
  until = lines.length,
): SourcePlace {
  for (let line = from; line <= Math.min(until, lines.length); line += 1) {
    const column = (lines[line - 1] ?? "").indexOf(words);
    if (column >= 0) return { line, column: column + 1 };
  }
  return startOfLine(lines, from);
}

/** The first sign of a line that is no blank. */
export function startOfLine(lines: readonly string[], line: number): SourcePlace {
  return { line, column: Math.max(0, (lines[line - 1] ?? "").search(/\S/)) + 1 };
}
