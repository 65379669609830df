import type { StatementLanguage } from "@/lib/domain/document";
import { ShellLexer } from "../shell/shell-lexer";
import { SQL_ONLY, SQL_START, SqlLexer } from "../sql/sql-lexer";
import { readExpectation } from "./expectations";
import { isOutputLike } from "./output-lines";
import { maskTokens } from "./placeholder-tokens";
import { startsLikeCommand } from "./programs";
import { OPENS_REPL, OPENS_SHELL, readPrompt, readRootPrompt } from "./prompts";

export type StatementItem = { type: "statement"; text: string; language: StatementLanguage; glue: string };
/** A piece of a block, in the order of its text. `glue` stands between a statement and the one before it. */
export type Item =
  | {
      type: "statement";
      text: string;
      language: StatementLanguage;
      glue: string;
    }
  | { type: "comment" | "expected" | "output"; text: string }
  | { type: "blank" };

type Reader = {
  lines: readonly string[];
  at: number;
  items: Item[];
  last: StatementItem | null;
  isPrompted: boolean;
  isRoot: boolean;
  patience: number;
  /** What the commands behind the last opener are written in. */
  session: StatementLanguage;
};

/** Lines that may be read in vain, in all, before text that never closes is taken line by line. */
const PATIENCE = 4000;
/** A statement of more lines than this is taken to be broken text. */
const LONGEST = 400;
const OPENS_SQL =
  /^(?:sudo\s+(?:-\w+\s+\w+\s+)?)?(?:\w+=\S+\s+)*(?:(?:kubectl|oc|k|docker|podman|docker-compose|ssh|heroku)\s.*\s)?(?:psql|gitlab-psql|mysql|mariadb|sqlite3|cqlsh|clickhouse-client|sqlcmd)(?:\s|$)/;

/** Splits a command block into statements, comments, announced results, output and blank lines. */
export function readItems(text: string, language: StatementLanguage): Item[] {
  const lines = text.split("\n");
  const hasPrompt = lines.some((line) => readPrompt(line) !== null) || /^> \S/.test(lines[0] ?? "");
  const isRoot = !hasPrompt && language === "shell" && isRootBlock(lines);
  const reader: Reader = {
    lines,
    at: 0,
    items: [],
    last: null,
    isPrompted: hasPrompt || isRoot,
    isRoot,
    patience: PATIENCE,
    session: language,
  };
  while (reader.at < lines.length) readNext(reader);
  return reader.items;
}

function readNext(reader: Reader): void {
  const line = reader.lines[reader.at] ?? "";
  if (line.trim() === "") {
    reader.items.push({ type: "blank" });
    reader.at++;
  } else if (reader.isPrompted) readPrompted(reader, line);
  else if (isComment(line, reader.session)) readComment(reader, line);
  else if (isPrinted(reader, line)) dropOutput(reader);
  else readStatement(reader, line, languageOf(reader, line));
}

function readPrompted(reader: Reader, line: string): void {
  const { last } = reader;
  const before = last?.text ?? "";
  const prompted = readPrompt(line);
  const root = reader.isRoot || OPENS_SHELL.test(before) ? readRootPrompt(line) : null;
  const console = /^> (\S.*)$/.exec(line)?.[1];
  if (prompted) {
    readStatement(reader, prompted.command, prompted.language);
  } else if (root !== null) readStatement(reader, root, "shell");
  else if (console !== undefined && (!last || OPENS_REPL.test(before) || reader.session === "text")) {
    reader.session = "text";
    readStatement(reader, console, last ? "text" : startsLikeCommand(console) ? "shell" : "text");
  } else if (isComment(line, "shell") && (!last || last.language === "shell")) {
    readComment(reader, line);
  } else if (/^\s*(?:\||&&)/.test(line) && last && reader.items.at(-1) === last) {
    last.text += `\n${line}`;
    reader.at++;
  } else {
    reader.items.push({ type: "output", text: line });
    reader.at++;
  }
}

/** Behind a database client SQL is SQL, `kill` and `truncate` too, until a line starts as SQL does not. */
function languageOf(reader: Reader, line: string): StatementLanguage {
  const text = line.trim();
  if (reader.session === "text") return "text";
  const isSql = reader.session === "sql" && SQL_START.test(text) && !/^\w+\s+-{1,2}\w/.test(text);
  reader.session = isSql || SQL_ONLY.test(text) ? "sql" : "shell";
  return reader.session;
}

function isComment(line: string, session: StatementLanguage): boolean {
  return /^\s*#(?!!)/.test(line) || (session === "sql" && /^\s*--(?:\s|$)/.test(line));
}

/** A comment, or the announced result with the comment lines directly below it. */
function readComment(reader: Reader, line: string): void {
  const expected = readExpectation(line);
  reader.at++;
  if (expected === null) {
    reader.items.push({ type: "comment", text: line.trim() });
    return;
  }
  const parts = expected === "" ? [] : [expected];
  for (; reader.at < reader.lines.length; reader.at++) {
    const next = reader.lines[reader.at] ?? "";
    if (!isComment(next, reader.session) || readExpectation(next) !== null || isNumbered(next)) break;
    parts.push(next.replace(/^\s*(?:#+|--)\s?/, ""));
  }
  reader.items.push({ type: "expected", text: parts.join("\n") });
}

function isNumbered(comment: string): boolean {
  return /^\s*(?:#|--)\s*(?:\d+[.)]|step\b|option\b|phase\b)/i.test(comment);
}

function isPrinted(reader: Reader, line: string): boolean {
  return reader.session !== "sql" && reader.last !== null && isOutputLike(line);
}

/** Output goes on to the next blank line that a command or a comment follows. */
function dropOutput(reader: Reader): void {
  const { lines } = reader;
  const from = reader.at;
  while (reader.at < lines.length) {
    if (reader.session === "text" && !isOutputLike(lines[reader.at] ?? "")) break;
    const next = lines[reader.at + 1] ?? "";
    const isEnd = lines[reader.at]?.trim() === "" && (isComment(next, "shell") || startsLikeCommand(next));
    if (isEnd) break;
    reader.at++;
  }
  reader.items.push({
    type: "output",
    text: lines.slice(from, reader.at).join("\n").trimEnd(),
  });
}

function readStatement(reader: Reader, first: string, language: StatementLanguage): void {
  if (language === "sql") {
    readSql(reader, first);
    return;
  }
  const taken = language === "shell" ? takeShell(reader, first) : takeText(reader, first);
  push(reader, { type: "statement", text: taken.trimEnd(), language, glue: "\n" });
  if (language === "shell" && opensSql(taken) && !reader.isPrompted) reader.session = "sql";
}

function push(reader: Reader, item: StatementItem): void {
  reader.last = item;
  reader.items.push(item);
}

/** Console text without prompts is kept together up to a blank line, a comment or a result. */
function takeText(reader: Reader, first: string): string {
  const taken = [first];
  for (reader.at++; !reader.isPrompted && reader.at < reader.lines.length; reader.at++) {
    const line = reader.lines[reader.at] ?? "";
    if (line.trim() === "" || isComment(line, "text") || isOutputLike(line)) break;
    taken.push(line);
  }
  return taken.join("\n");
}

/** Takes the lines of one shell statement; text that never closes gives its first line (with `\` lines) alone. */
function takeShell(reader: Reader, first: string): string {
  const lexer = new ShellLexer();
  const taken: string[] = [];
  let line = first;
  let at = reader.at;
  for (;;) {
    const isVerbatim = lexer.isInHeredoc || lexer.isInQuotes;
    taken.push(isVerbatim ? line : line.replace(/\s+$/, ""));
    lexer.feed(lexer.isInHeredoc ? line : maskTokens(taken.at(-1) ?? ""));
    const next = reader.lines[++at];
    if (!lexer.isOpen) break;
    // A here-document or a trailing `\` at the very end: what is there is the statement.
    if (next === undefined && (lexer.isInHeredoc || lexer.isContinued)) break;
    const longest = Math.min(LONGEST, reader.patience);
    const isBroken = next === undefined || (taken.length > longest && !lexer.isInHeredoc);
    if (isBroken || (reader.isPrompted && !lexer.isInHeredoc && readPrompt(next) !== null)) {
      reader.patience -= taken.length;
      return takeContinued(reader, first);
    }
    line = reader.isPrompted && !lexer.isInHeredoc ? next.replace(/^> /, "") : next;
  }
  reader.at = at;
  return taken.join("\n");
}

function takeContinued(reader: Reader, first: string): string {
  const taken = [first.trimEnd()];
  while (taken.at(-1)?.endsWith("\\") && reader.at + 1 < reader.lines.length) {
    reader.at++;
    taken.push((reader.lines[reader.at] ?? "").trimEnd());
  }
  reader.at++;
  return taken.join("\n");
}

/** A database client that waits for SQL: no statement, file or pipe of its own. */
function opensSql(command: string): boolean {
  return (
    OPENS_SQL.test(command) &&
    !/\s(?:-c|-e|-f|--command|--execute|--file|-q|-l|--version|--help|-\w*c)(?:[\s=]|$)|[|<>]/.test(command)
  );
}

/** Takes SQL up to the `;` that ends a line, and gives each of its statements an item. */
function readSql(reader: Reader, first: string): void {
  const lexer = new SqlLexer();
  const taken: string[] = [];
  let line: string | undefined = first;
  while (line !== undefined) {
    taken.push(line.trimEnd());
    lexer.feed(line.trimEnd());
    reader.at++;
    line = reader.lines[reader.at];
    if (!lexer.isOpen || line === undefined || (lexer.isBare && isSqlOver(reader, line))) break;
    if (reader.isPrompted) line = readPrompt(line)?.command ?? line;
  }
  const text = taken.join("\n").trimEnd();
  const ends = [...lexer.ends];
  const rest = text.slice(ends.at(-1) ?? 0).replace(/--.*|\/\*[\s\S]*?\*\//g, "");
  if (rest.trim() === "") ends.pop();
  let from = 0;
  for (const end of [...ends, text.length]) {
    const piece = text.slice(from, end);
    const glue = /^\s*/.exec(piece)?.[0] ?? "";
    push(reader, {
      type: "statement",
      text: piece.slice(glue.length),
      language: "sql",
      glue: from === 0 ? "\n" : glue,
    });
    from = end;
  }
}

/** A statement without `;` ends at a `#` comment, and at a blank line before a comment, a command or the next statement. */
function isSqlOver(reader: Reader, line: string): boolean {
  if (reader.isPrompted) return readPrompt(line)?.language !== "sql" || /^\S*[=][#>]/.test(line);
  const next = reader.lines[reader.at + 1] ?? "";
  if (/^\s*#/.test(line) || (isComment(line, "sql") && readExpectation(line) !== null)) return true;
  if (line.trim() !== "") return false;
  return isComment(next, "sql") || SQL_START.test(next.trim()) || startsLikeCommand(next);
}

/** `# ` is a root prompt when every such line is a command and nothing else of the block is one. */
function isRootBlock(lines: readonly string[]): boolean {
  const marked = lines.filter((line) => /^\s*#/.test(line));
  if (marked.length === 0 || !marked.every((line) => readRootPrompt(line) !== null)) return false;
  return !lines.some((line) => startsLikeCommand(line));
}
