import type { Problem, ProblemSeverity } from "@/lib/domain/document";
import { groupBy } from "@/lib/domain/group-by";
import { counted } from "./counted";
import { printable } from "./printable";
import { problemLine } from "./problem-line";

/** A problem and the page that explains its rule. */
export type Finding = Problem & { file: string; page: string };

export type LintReport = { findings: Finding[]; fileCount: number };

export const lintFormats = { text: asText, json: asJson, github: asGitHub } as const;

export function isLintFormat(name: string): name is keyof typeof lintFormats {
  return Object.hasOwn(lintFormats, name);
}

export function countOf(findings: readonly Finding[], severity: ProblemSeverity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function asText({ findings, fileCount }: LintReport): string {
  const files = [...groupBy(findings, (finding) => finding.file)];
  const blocks = files.map(([file, own]) =>
    [printable(file), ...own.map((finding) => `  ${problemLine(finding)} (${finding.page})`)].join("\n"),
  );
  const sum = [
    counted(fileCount, "file"),
    counted(countOf(findings, "error"), "error"),
    counted(countOf(findings, "warning"), "warning"),
    counted(countOf(findings, "info"), "hint"),
  ].join(", ");
  return [...blocks, sum].join("\n\n");
}

function asJson({ findings }: LintReport): string {
  return JSON.stringify(
    findings.map(({ file, line, column, rule, severity, message, page }) => ({
      file,
      line,
      column,
      rule,
      severity,
      message,
      page,
    })),
    null,
    1,
  );
}

const levels: Record<ProblemSeverity, string> = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands: GitHub shows each beside its line of a pull request. */
function asGitHub({ findings }: LintReport): string {
  return findings
    .map(({ file, line, column, rule, severity, message, page }) => {
      const places = { file, line: String(line), col: String(column), title: rule };
      const properties = Object.entries(places).map(([key, value]) => `${key}=${escapeProperty(value)}`);
      return `::${levels[severity]} ${properties.join(",")}::${escapeData(`${message} (${page})`)}`;
    })
    .join("\n");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
