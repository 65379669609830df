import type { CommandBlock, Problem, Variable } from "@/lib/domain/document";

/** `$NAME` that the page reads and never sets: pasted into a fresh shell it would be empty. */
export function undefinedVariables(
  source: string,
  variables: readonly Variable[],
  commands: readonly CommandBlock[],
): Problem[] {
  const lines = source.split("\n");
  return variables
    .filter((variable) => variable.style === "dollar" && !variable.isProduced)
    .map((variable): Problem => {
      const block = commands.find((item) => item.holes.some((hole) => hole.variable === variable.key));
      const token = variable.tokens[0] ?? `$${variable.key}`;
      const from = (block?.line ?? 1) - 1;
      const found = lines.findIndex((line, index) => index >= from && line.includes(token));
      const line = found < 0 ? from : found;
      return {
        line: line + 1,
        column: Math.max(0, (lines[line] ?? "").indexOf(token)) + 1,
        rule: "undefined-variable",
        severity: "warning",
        message: `${token} is read here, and no command of this page sets it.`,
      };
    });
}
