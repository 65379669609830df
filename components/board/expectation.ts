import { type Comparison, compareOutput } from "@/lib/domain/compare-output";
import type { BoardStep } from "./types";

/** What a step's output should be: that of its command, else what the step's own words announce; null when unsaid. */
export function expectedOf(
  step: Pick<BoardStep, "commands" | "expected">,
  commandId: string | null,
): string | null {
  const { commands, expected } = step;
  const command = commands.length === 1 ? commands[0] : commands.find(({ id }) => id === commandId);
  if (command?.expected) return command.expected;
  // Of several commands nobody can say which one the words mean.
  return commands.length <= 1 ? expected : null;
}

export type Judged = Comparison & { expected: string };

/** Pasted output held against what was announced; null when nothing was. */
export function judgeOutput(
  step: Pick<BoardStep, "commands" | "expected">,
  output: { text: string; commandId: string | null },
): Judged | null {
  const expected = expectedOf(step, output.commandId);
  return expected === null ? null : { ...compareOutput(expected, output.text), expected };
}
