import { isComment } from "./comments";
import { isConfigLike } from "./config-lines";
import { opensCompound } from "./open-compound";
import { isPrintedBelow, isSurelyCommand } from "./output-lines";
import { ORDINARY, PROGRAMS } from "./program-names";
import { isRedirection } from "./prompts";

/** Output is over at this line: a command without doubt, or a comment above one. */
export function resumesCommands(lines: readonly string[], at: number, isShellFence: boolean): boolean {
  const line = lines[at] ?? "";
  if (isSurelyCommand(line)) return true;
  if (!isShellFence) return false;
  if (isComment(line, "shell")) return isCommandBelow(lines, at);
  const word = line.trimEnd();
  const isProgram = (PROGRAMS.has(word) && !ORDINARY.has(word)) || /^\.\/[\w./-]+(?:\s+-|$)/.test(word);
  return isProgram || isRedirection(line) || opensCompound(lines, at);
}

/** The comment is one of the author's, not of a file that was printed. */
function isCommandBelow(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at, at + 50).find((line) => line.trim() !== "" && !isComment(line, "shell"));
  return next !== undefined && !isPrintedBelow(next) && !isConfigLike(next) && !/^\S+\s*[=:]\s/.test(next);
}
