import { type CodeDialect, CodeLines } from "./code-lines";
import type { Patience, Taken } from "./take-shell";

/** A statement of more lines than this is taken to be broken text. */
const LONGEST = 400;
/** What a line begins with that belongs to the statement above it. */
const GOES_ON: Readonly<Record<CodeDialect, RegExp>> = {
  powershell: /^\s*(?:\||\{|(?:else|elseif|catch|finally|until)\b)/i,
  cmd: /^\s*\)/,
  python: /^\s*(?:[)\]}]|(?:else|elif|except|finally)\b)/,
  ruby: /^\s*(?:&?\.(?!\.)|\|>|&&|\|\||[)\]}]|(?:else|elsif|rescue|ensure|when|end)\b)/,
};

/**
 * Takes the statement of PowerShell, cmd.exe, Ruby, Python or Elixir that begins on the line `first`: an open bracket,
 * quote or block, an indented line of a language that indents, and a sign that asks for more keep it together. Null
 * when it does not close.
 */
export function takeCode(
  first: string,
  below: readonly string[],
  dialect: CodeDialect,
  patience: Patience,
): Taken | null {
  const most = Math.min(LONGEST, patience.left);
  const code = new CodeLines(dialect);
  const taken = [first];
  code.feed(first);
  while (taken.length <= most) {
    const next = below[taken.length - 1];
    const isMore = code.isOpen || code.isContinued;
    if (next === undefined ? !code.isOpen : !isMore && !goesOn(below, taken.length - 1, dialect)) {
      return { pieces: [{ text: taken.join("\n").trimEnd(), glue: "\n", tail: "" }], count: taken.length };
    }
    if (next === undefined) break;
    taken.push(next);
    code.feed(next);
  }
  patience.left -= taken.length;
  return null;
}

function goesOn(below: readonly string[], at: number, dialect: CodeDialect): boolean {
  const line = below[at] ?? "";
  if (GOES_ON[dialect].test(line)) return true;
  if (dialect === "powershell" || dialect === "cmd") return false;
  // A blank line within an indented body does not end it.
  const next = line.trim() === "" ? (below[at + 1] ?? "") : line;
  return /^\s+\S/.test(next);
}
