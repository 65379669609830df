import { readCommands, type Word } from "../shell/shell-words";
import { baseName } from "./call";
import { type Carried, findCarried } from "./carriers";
import { type RiskFinding, worstOf } from "./finding";
import { findProgramRisk, isKnownProgram } from "./program-risk";
import { shorten } from "./target";

/** `sudo sh -c 'ssh x …'`: deeper nesting is not followed. */
const DEEPEST = 5;

/** What one simple command does, with the commands that it carries; null where nothing is known of it. */
export function findCallRisk(words: readonly Word[], depth = 0): RiskFinding | null {
  const program = baseName(words[0]?.text ?? "");
  if (program === "" || depth > DEEPEST) return null;
  const carried = [...findCarried(program, words), ...behindDashes(program, words)];
  const inner = carried.map((each) => carriedRisk(each, depth));
  const known = [findProgramRisk(words), ...inner].filter((finding) => finding !== null);
  return known.length > 0 ? worstOf(known) : null;
}

function carriedRisk({ words, text, where }: Carried, depth: number): RiskFinding | null {
  const found =
    text === null
      ? [findCallRisk(words, depth + 1)]
      : readCommands(text).map((command) => findCallRisk(command.words, depth + 1));
  const known = found.filter((finding) => finding !== null);
  if (known.length === 0) return null;
  const worst = worstOf(known);
  return worst.risk === "read" || where === null
    ? worst
    : { ...worst, target: shorten([worst.target ?? "", where]) };
}

/** A wrapper that nobody knows: `some-tool role -- kubectl delete …`. */
function behindDashes(program: string, words: readonly Word[]): Carried[] {
  const at = words.findIndex((word) => word.text === "--");
  const next = baseName(words[at + 1]?.text ?? "");
  if (at < 1 || isKnownProgram(program) || !isKnownProgram(next)) return [];
  return [{ words: words.slice(at + 1), text: null, where: null }];
}
