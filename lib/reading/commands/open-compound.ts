import { readCommandLine } from "../shell/command-line";
import { isOutputLike } from "./output-lines";

/** A group, a subshell on lines of its own, or a function: nothing but a shell reads these. */
const HEAD = /^\s*(?:[{(]\s*$|\{\s+\S|(?:function\s+)?[\w.-]+\s*\(\)\s*(?:\{|$))/;
const LONGEST = 400;

/** The line opens a group of commands that the grammar closes further down, rather than an object that was printed. */
export function opensCompound(lines: readonly string[], at: number): boolean {
  if (!HEAD.test(lines[at] ?? "")) return false;
  const below = lines.slice(at, at + LONGEST);
  const found = readCommandLine(below, below.length);
  if (!found || (found.count === 1 && !/[})]/.test(below[0] ?? ""))) return false;
  return !below
    .slice(0, found.count)
    .some(
      (line) => !/^\s*[{}()]/.test(line) && (isOutputLike(line) || /^\s*["'][^"']*["']\s*[:,]?/.test(line)),
    );
}

/** How many groups a statement that the grammar refused leaves open (1), closes (-1) or neither (0). */
export function openGroups(statement: string): number {
  if (/^\s*(?:\}|done\b|fi\b|esac\b)/.test(statement)) return -1;
  return /\{\s*$|(?:^|[\s;])(?:do|then)\s*$|^\s*case\s.*\sin\s*$/.test(statement) ? 1 : 0;
}
