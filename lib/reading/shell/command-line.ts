import { trimEndOf } from "@/lib/domain/trim-end-of";
import { maskTokens } from "../placeholders/placeholder-tokens";
import { endOfNode, parseShell, parseShellStart, type ShellScript } from "./shell-grammar";

/** Offsets of one statement in the text of its lines. */
export type Span = { start: number; end: number };
/** The statements that begin on one line of shell text, and how many lines they take. */
export type CommandLine = { count: number; text: string; statements: Span[] };

/**
 * Reads the command line that begins at the first of `lines`: as many lines as the grammar needs to close it, and the
 * statements on it. Null when it does not close within `most` lines or is no shell text. Twice as many lines are tried
 * each time, so that reading a block stays linear.
 */
export function readCommandLine(lines: readonly string[], most: number): CommandLine | null {
  const left = Math.min(most, lines.length);
  for (let size = 1; ; size = Math.min(size * 2, left)) {
    const text = lines.slice(0, size).join("\n");
    const whole = closedLine(text);
    if (whole && (size === 1 || whole.count === size)) return whole;
    const first = firstLines(text);
    const cut = first < size ? closedLine(lines.slice(0, first).join("\n")) : null;
    if (cut && cut.count === first) return cut;
    if (size >= left) return whole && whole.count === size ? whole : null;
  }
}

/** The text as one command line; null when something in it is still open. */
function closedLine(text: string): CommandLine | null {
  const masked = maskTokens(text);
  if (isContinued(masked)) return null;
  const script = parseShell(masked);
  if (!script) return null;
  const statements = firstStatements(script, masked);
  const end = statements?.at(-1)?.end;
  if (!statements || end === undefined || !isAllTaken(masked, statements)) return null;
  return { count: linesUpTo(masked, end), text, statements };
}

/** Nothing but joining signs and comments stands outside of the statements: the grammar has overlooked no word. */
function isAllTaken(text: string, statements: readonly Span[]): boolean {
  let from = 0;
  for (const { start, end } of statements) {
    if (!/^[\s;&]*$/.test(text.slice(from, start))) return false;
    from = end;
  }
  return /^[\s;]*(?:#|$|\n)/.test(text.slice(from));
}

function firstLines(text: string): number {
  const masked = maskTokens(text);
  const end = firstStatements(parseShellStart(masked), masked)?.at(-1)?.end ?? masked.length;
  return linesUpTo(masked, end);
}

/** The statements up to the first line end between two of them; null when a here-document is not closed. */
function firstStatements(script: ShellScript, text: string): Span[] | null {
  const spans: Span[] = [];
  for (const statement of script.commands) {
    const last = spans.at(-1);
    if (last && text.slice(last.end, statement.pos).includes("\n")) break;
    const end = text.includes("<<") ? endOfNode(statement) : statement.end;
    if (end === null) return null;
    // The body of a here-document stands behind all that is left of its line: such statements cannot be parted.
    if (last && statement.pos < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start: statement.pos, end });
  }
  return spans;
}

/** A `\` at the very end, outside comments and quotes: the grammar takes it for an ordinary end. */
function isContinued(text: string): boolean {
  const signs = text.length - trimEndOf(text, (sign) => sign === "\\").length;
  if (signs % 2 === 0) return false;
  return parseShellStart(text).commands.at(-1)?.end === text.length;
}

function linesUpTo(text: string, end: number): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
