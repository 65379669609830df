import { maskTokens } from "../placeholders/placeholder-tokens";
import { type CommandLine, readCommandLine } from "../shell/command-line";
import { ShellLexer } from "../shell/shell-lexer";
import { readPrompt } from "./prompts";
import { bridgeComments } from "./statement-text";

/** A statement with what stands between it and the one before, and what is left of its line (`; # note`). */
export type Piece = { text: string; glue: string; tail: string };
export type Taken = { pieces: Piece[]; count: number };
/** Lines that may be read in vain, in all, before text that never closes is taken line by line. */
export type Patience = { left: number };

/** A statement of more lines than this is taken to be broken text. */
const LONGEST = 400;

/**
 * Takes the statements that begin on the line `first`, by the grammar; what the grammar refuses is taken by the
 * line lexer as one statement. Behind a prompt a command ends at the next prompt at the latest.
 */
export function takeShell(
  first: string,
  below: () => readonly string[],
  isPrompted: boolean,
  patience: Patience,
): Taken {
  const short = readCommandLine([first], 1);
  if (short) return { pieces: toPieces(short.text, short.statements), count: 1 };
  const lines = [first, ...below()];
  const bridged = isPrompted ? null : bridgeComments(lines);
  if (bridged) {
    const text = bridged.map((line) => line.trimEnd()).join("\n");
    return { pieces: [{ text, glue: "\n", tail: "" }], count: bridged.length };
  }
  const parsed = longCommandLine(lines, isPrompted, patience);
  if (parsed) return { pieces: toPieces(parsed.text, parsed.statements), count: parsed.count };
  const text = lexed(lines, isPrompted, patience);
  return { pieces: [{ text: text.join("\n"), glue: "\n", tail: "" }], count: text.length };
}

function longCommandLine(
  lines: readonly string[],
  isPrompted: boolean,
  patience: Patience,
): CommandLine | null {
  const most = Math.min(LONGEST, patience.left);
  if (most <= 1) return null;
  const own = ownLines(lines, isPrompted, most);
  const typed = isPrompted ? withoutContinuationPrompts(own) : own;
  const parsed = readCommandLine(typed, most) ?? (typed === own ? null : readCommandLine(own, most));
  if (!parsed) patience.left -= own.length;
  return parsed;
}

/** The lines that may belong to the command: up to the next prompt. */
function ownLines(lines: readonly string[], isPrompted: boolean, most: number): string[] {
  const own: string[] = [];
  for (const line of lines.slice(0, most)) {
    if (own.length > 0 && isPrompted && readPrompt(line) !== null) break;
    own.push(line);
  }
  return own;
}

/** A shell shows `> ` before each line that goes on with a command, here-documents included. */
function withoutContinuationPrompts(lines: string[]): string[] {
  const end = lines.findIndex((line, i) => i > 0 && !/^>(?: |$)/.test(line));
  const until = end < 0 ? lines.length : end;
  if (until <= 1) return lines;
  return lines.map((line, i) => (i > 0 && i < until ? line.replace(/^> ?/, "") : line));
}

function toPieces(text: string, statements: readonly { start: number; end: number }[]): Piece[] {
  return statements.map(({ start, end }, i) => {
    const before = statements[i - 1]?.end;
    const isLast = i === statements.length - 1;
    // The first keeps the indentation of its line.
    const piece = trimLines(text.slice(i === 0 ? 0 : start, end));
    return {
      text: piece,
      glue: before === undefined ? "\n" : text.slice(before, start),
      tail: isLast ? text.slice(end).trimEnd() : "",
    };
  });
}

/** Blanks at the ends of lines go, save where they stand in a here-document or in quotes over several lines. */
function trimLines(text: string): string {
  if (/<<|['"]/.test(text)) return text;
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Takes the lines of one statement; text that never closes gives its first line (with `\` lines) alone. */
function lexed(lines: readonly string[], isPrompted: boolean, patience: Patience): string[] {
  const lexer = new ShellLexer();
  const taken: string[] = [];
  for (let line = lines[0] ?? ""; ; ) {
    taken.push(lexer.isInHeredoc || lexer.isInQuotes ? line : line.trimEnd());
    lexer.feed(lexer.isInHeredoc ? line : maskTokens(taken.at(-1) ?? ""));
    if (!lexer.isOpen) return taken;
    const next = lines[taken.length];
    // A here-document or a trailing `\` at the very end: what is there is the statement.
    if (next === undefined && (lexer.isInHeredoc || lexer.isContinued)) return taken;
    const longest = Math.min(LONGEST, patience.left);
    const isBroken = next === undefined || (taken.length > longest && !lexer.isInHeredoc);
    if (isBroken || (isPrompted && !lexer.isInHeredoc && readPrompt(next) !== null)) {
      patience.left -= taken.length;
      return continued(lines);
    }
    line = isPrompted && !lexer.isInHeredoc ? next.replace(/^> /, "") : next;
  }
}

function continued(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => !line.trimEnd().endsWith("\\"));
  return lines.slice(0, end < 0 ? lines.length : end + 1).map((line) => line.trimEnd());
}
