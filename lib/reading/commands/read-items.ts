import type { StatementLanguage } from "@/lib/domain/document";
import { SQL_ONLY, SQL_START } from "../sql/sql-lexer";
import { isComment, isNumbered } from "./comments";
import { readExpectation } from "./expectations";
import { opensSql } from "./opens-sql";
import { isOutputLike, isPrintedBelow, isSurelyCommand } from "./output-lines";
import { isTableHead } from "./printed-lines";
import { isRedisCommand, startsLikeCommand } from "./programs";
import { hasPrompts, isRootBlock, OPENS_REPL, OPENS_SHELL, readPrompt, readRootPrompt } from "./prompts";
import { type Patience, type Piece, takeShell } from "./take-shell";
import { takeSql } from "./take-sql";
import { takeText } from "./take-text";

export type StatementItem = Piece & { type: "statement"; language: StatementLanguage };
/** A piece of a block, in the order of its text. */
export type Item =
  | StatementItem
  | { type: "comment" | "expected" | "output"; text: string }
  | { type: "blank" };

type Reader = {
  lines: readonly string[];
  at: number;
  items: Item[];
  last: StatementItem | null;
  isPrompted: boolean;
  /** `# ` is a prompt: in all of the block, or since a command opened another shell. */
  isRoot: boolean;
  patience: Patience;
  /** What the commands behind the last opener are written in. */
  session: StatementLanguage;
};

/** Lines that may be read in vain, in all, before text that never closes is taken line by line. */
const PATIENCE = 4000;
/** Lines handed on for one statement; a here-document or a statement of SQL may be this long. */
const READ_AHEAD = 2000;
const CONTINUES = /^\s*(?:\||&&)/;
/** Splits a command block into statements, comments, announced results, output and blank lines. */
export function readItems(text: string, language: StatementLanguage): Item[] {
  const lines = text.split("\n");
  const hasPrompt = hasPrompts(lines) || /^> \S/.test(lines[0] ?? "");
  const isRoot = !hasPrompt && language === "shell" && isRootBlock(lines);
  const reader: Reader = {
    lines,
    at: 0,
    items: [],
    last: null,
    isPrompted: hasPrompt || isRoot,
    isRoot,
    patience: { left: PATIENCE },
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
  else if (
    CONTINUES.test(line) &&
    reader.last &&
    reader.items.at(-1) === reader.last &&
    !isOutputLike(line)
  ) {
    goOn(reader.last, line);
    reader.at++;
  } else if (isComment(line, reader.session)) readComment(reader, line);
  else if (isPrinted(reader, line)) dropOutput(reader);
  else readStatement(reader, line, languageOf(reader, line));
}

function readPrompted(reader: Reader, line: string): void {
  const { last } = reader;
  const before = last?.text ?? "";
  const prompted = readPrompt(line);
  const root = reader.isRoot ? readRootPrompt(line) : null;
  const console = /^> (\S.*)$/.exec(line)?.[1];
  if (prompted) {
    readStatement(reader, prompted.command, prompted.language);
    reader.isRoot = OPENS_SHELL.test(reader.last?.text ?? "");
  } else if (root !== null) readStatement(reader, root, "shell");
  else if (console !== undefined && (!last || OPENS_REPL.test(before) || reader.session === "text")) {
    reader.session = "text";
    readStatement(reader, console, last ? "text" : startsLikeCommand(console) ? "shell" : "text");
  } else if (!last && (isSurelyCommand(line) || (opensConsole(line) && startsLikeCommand(line)))) {
    // The command that opens the console stands above its prompts.
    readStatement(reader, line, "shell");
  } else if (isComment(line, "shell") && (!last || last.language === "shell")) {
    readComment(reader, line);
  } else if (CONTINUES.test(line) && last && reader.items.at(-1) === last) {
    goOn(last, line);
    reader.at++;
  } else {
    reader.items.push({ type: "output", text: line });
    reader.at++;
  }
}

function opensConsole(line: string): boolean {
  return OPENS_REPL.test(line) || OPENS_SHELL.test(line);
}

/** A line that begins with `|` or `&&` belongs to the command above, as its author meant it. */
function goOn(last: StatementItem, line: string): void {
  last.text += `${last.tail}\n${line}`;
  last.tail = "";
}

/** Behind a database client SQL is SQL, `kill` and `truncate` too, until a line starts as SQL does not. */
function languageOf(reader: Reader, line: string): StatementLanguage {
  const text = line.trim();
  if (reader.session === "text" || isRedisCommand(text)) return "text";
  const isSql = reader.session === "sql" && SQL_START.test(text) && !/^\w+\s+-{1,2}\w/.test(text);
  reader.session = isSql || SQL_ONLY.test(text) ? "sql" : "shell";
  return reader.session;
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

function isPrinted(reader: Reader, line: string): boolean {
  if (reader.last === null || reader.session === "sql") return false;
  if (isRedisCommand(line)) return false;
  if (isTableHead(line, reader.lines[reader.at + 1] ?? "")) return true;
  if (reader.session === "text") return isOutputLike(line);
  // A name in capitals is a program where it was one before: `VBoxManage`.
  if (/^[A-Z]/.test(line) && line.split(" ")[0] === reader.last.text.split(" ")[0]) return isOutputLike(line);
  const isDirect = reader.items.at(-1) === reader.last;
  const showsVariables = isDirect && /\b(?:env|printenv)\b/.test(reader.last.text);
  return isPrintedBelow(line, isDirect) || (showsVariables && /^[A-Z]\w*=\S*$/.test(line));
}

/** Output goes on to a line that is a command without doubt, or the next blank line before a command or a comment. */
function dropOutput(reader: Reader): void {
  const { lines } = reader;
  const from = reader.at;
  for (; reader.at < lines.length; reader.at++) {
    const line = lines[reader.at] ?? "";
    const next = lines[reader.at + 1] ?? "";
    if (reader.session === "text" && !isOutputLike(line)) break;
    if (reader.at > from && isSurelyCommand(line)) break;
    if (line.trim() === "" && (/^#(?!!)/.test(next) || (startsLikeCommand(next) && !isOutputLike(next))))
      break;
  }
  reader.items.push({ type: "output", text: lines.slice(from, reader.at).join("\n").trimEnd() });
}

function readStatement(reader: Reader, first: string, language: StatementLanguage): void {
  const below = () => reader.lines.slice(reader.at + 1, reader.at + READ_AHEAD);
  const { pieces, count } =
    language === "sql"
      ? takeSql([first, ...below()], reader.isPrompted)
      : language === "text"
        ? takeText(first, below(), reader.isPrompted)
        : takeShell(first, below, reader.isPrompted, reader.patience);
  for (const piece of pieces) push(reader, { type: "statement", language, ...piece });
  reader.at += count;
  const last = pieces.at(-1)?.text ?? "";
  if (language === "shell" && opensSql(last) && !reader.isPrompted) reader.session = "sql";
}

function push(reader: Reader, item: StatementItem): void {
  reader.last = item;
  reader.items.push(item);
}
