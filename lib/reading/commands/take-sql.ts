import { SQL_START, SqlLexer } from "../sql/sql-lexer";
import { readExpectation } from "./expectations";
import { startsLikeCommand } from "./programs";
import { readPrompt } from "./prompts";
import type { Piece, Taken } from "./take-shell";

/** Takes SQL up to the `;` that ends a line, and gives each of its statements a piece. */
export function takeSql(lines: readonly string[], isPrompted: boolean): Taken {
  const lexer = new SqlLexer();
  const taken: string[] = [];
  for (let line = lines[0]; line !== undefined; ) {
    taken.push(line.trimEnd());
    lexer.feed(line.trimEnd());
    line = lines[taken.length];
    if (!lexer.isOpen || line === undefined) break;
    const typed: string | null = isPrompted ? readContinuation(line) : null;
    if (typed !== null) {
      line = typed;
      continue;
    }
    if (lexer.isBare && isSqlOver(line, lines[taken.length + 1] ?? "", isPrompted)) break;
    if (isPrompted) line = readPrompt(line)?.command ?? line;
  }
  return { pieces: toPieces(taken.join("\n").trimEnd(), lexer.ends), count: taken.length };
}

function toPieces(text: string, ends: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const end of [...ends, text.length]) {
    const piece = text.slice(from, end);
    const last = pieces.at(-1);
    const isComment = piece.replace(/(?:--|#).*|\/\*(?![+!])[\s\S]*?\*\//g, "").trim() === "";
    if (last && isComment) last.tail += piece;
    else if (piece.trim() !== "") {
      const glue = /^\s*/.exec(piece)?.[0] ?? "";
      pieces.push({ text: piece.slice(glue.length), glue: last ? glue : "\n", tail: "" });
    }
    from = end;
  }
  return pieces;
}

/** A statement without `;` ends at a `#` comment, and at a blank line before a comment, a command or the next statement. */
function isSqlOver(line: string, next: string, isPrompted: boolean): boolean {
  if (isPrompted) return readPrompt(line)?.language !== "sql" || /^\S*[=][#>]/.test(line);
  if (/^\s*#/.test(line) || (isSqlComment(line) && readExpectation(line) !== null)) return true;
  if (line.trim() !== "") return false;
  return isSqlComment(next) || /^\s*#/.test(next) || SQL_START.test(next.trim()) || startsLikeCommand(next);
}

/** What is typed behind `    ->`, `    '>` or `   />`, with which mysql asks for more; null for other lines. */
function readContinuation(line: string): string | null {
  return /^ *(?:[-'"`]|\/\*|\*\/)>(?: (.*)|$)/.exec(line) ? line.replace(/^ *[^>]+> ?/, "") : null;
}

/** A comment that begins a line of SQL, its lines, and what follows it; null for hints, which the server reads. */
export function readSqlComment(
  lines: readonly string[],
  at: number,
): { text: string; count: number; rest: string } | null {
  if (!/^\s*\/\*(?![+!])/.test(lines[at] ?? "")) return null;
  const last = lines.findIndex((line, i) => i >= at && line.replace(/^\s*\/\*/, "").includes("*/"));
  if (last < 0) return null;
  const text = lines
    .slice(at, last + 1)
    .join("\n")
    .trim();
  const end = text.indexOf("*/", text.lastIndexOf("\n") + 1) + 2;
  return { text: text.slice(0, end), count: last + 1 - at, rest: text.slice(end).trim() };
}

/** A line that is a comment of SQL: `-- note`. */
export function isSqlComment(line: string): boolean {
  return /^\s*--(?:\s|$)/.test(line);
}
