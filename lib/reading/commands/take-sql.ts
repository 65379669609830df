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
    const isComment = piece.replace(/(?:--|#).*|\/\*[\s\S]*?\*\//g, "").trim() === "";
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

/** A line that is a comment of SQL: `-- note`. */
export function isSqlComment(line: string): boolean {
  return /^\s*--(?:\s|$)/.test(line);
}
