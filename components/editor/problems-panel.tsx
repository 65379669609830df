"use client";

import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { cx } from "@/components/ui/cx";
import type { Problem, ProblemSeverity } from "@/lib/domain/document";

const words: Record<ProblemSeverity, string> = { error: "Error", warning: "Warning", info: "Note" };
const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };
const order: ProblemSeverity[] = ["error", "warning", "info"];

/** "1 error, 2 warnings", or that there are none. */
export function countProblems(problems: readonly Problem[]): string {
  const parts = order.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${words[severity].toLowerCase()}${count === 1 ? "" : "s"}`];
  });
  return parts.join(", ") || "No problems";
}

type ProblemsPanelProps = { problems: readonly Problem[]; onJump: (problem: Problem) => void };

/** What is wrong with the text, worst first; a line leads to its place. */
export function ProblemsPanel({ problems, onJump }: ProblemsPanelProps) {
  const sorted = [...problems].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.line - b.line,
  );
  return (
    <section className="problems-panel" aria-label="Problems">
      <h2>{countProblems(problems)}</h2>
      <ul>
        {sorted.map((problem) => {
          const Icon = icons[problem.severity];
          return (
            <li key={`${problem.line}:${problem.column}:${problem.rule}:${problem.message}`}>
              <button type="button" onClick={() => onJump(problem)}>
                <span className={cx("problem-kind", `problem-${problem.severity}`)}>
                  <Icon size={14} aria-hidden />
                  {words[problem.severity]}
                </span>
                <span className="mono">
                  {problem.line}:{problem.column}
                </span>
                <span>{problem.message}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
