import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { change, danger, type RiskFinding, worstOf } from "./finding";
import { shorten } from "./target";

/** The words of a call that name what is done, and those behind them. */
export type CommandWords = {
  program: string;
  /** Subcommands and tasks, no values and no names of things. */
  subcommands: readonly string[];
  args: readonly string[];
};

/**
 * What a squad's own list says of a call; null when nothing of it is named. An entry is looked for among program and
 * subcommands; one that begins with the program may go on into the arguments (`somectl node n1`).
 */
export function findLocalRisk(call: CommandWords, local: readonly LocalRiskWord[]): RiskFinding | null {
  const named = [call.program, ...call.subcommands].map((word) => word.toLowerCase());
  const all = [call.program, ...call.args].map((word) => word.toLowerCase());
  const found = local.flatMap(({ words, risk }) => {
    const wanted = words.map((word) => word.toLowerCase());
    const end = endOf(wanted, named) ?? (startsWith(all, wanted) ? wanted.length : null);
    if (end === null) return [];
    const reason = `On the list of local words: ${words.join(" ")}`;
    const target = shorten(call.args.slice(end - 1));
    return [risk === "danger" ? danger(reason, target) : change(reason, target)];
  });
  return found.length > 0 ? worstOf(found) : null;
}

/** How many words lead up to the end of the wanted ones; null when they do not stand there in a row. */
function endOf(wanted: readonly string[], words: readonly string[]): number | null {
  const at = words.findIndex((_, i) => startsWith(words.slice(i), wanted));
  return at < 0 ? null : at + wanted.length;
}

function startsWith(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, i) => words[i] === word || lastPart(words[i]) === word);
}

/** `queue:replay` is found by `replay` too. */
function lastPart(word: string | undefined): string | undefined {
  return word?.includes(":") ? word.split(":").at(-1) : word;
}
