import type { StatementLanguage } from "@/lib/domain/document";
import { isSqlLine, SQL_ONLY, SQL_START } from "../sql/sql-lexer";
import type { CodeDialect } from "./code-lines";
import { isComment, isNumbered } from "./comments";
import { readExpectation } from "./expectations";
import { openGroups, opensCompound } from "./open-compound";
import { isTypedRedis, opensRedis } from "./opens-redis";
import { opensSql } from "./opens-sql";
import { isOutputLike, isPrintedBelow, isSurelyCommand } from "./output-lines";
import { isAnswerWord, isTableHead, printsOneWord } from "./printed-lines";
import { isRedisCommand, startsLikeCommand } from "./programs";
import {
  hasPrompts,
  isConsoleLine,
  isRedirection,
  isRootBlock,
  OPENS_REPL,
  OPENS_SHELL,
  readPrompt,
  readRootPrompt,
} from "./prompts";
import { resumesCommands } from "./resumes-commands";
import { type Patience, type Piece, takeShell } from "./take-shell";
import { readSqlComment, takeSql } from "./take-sql";
import { takeText } from "./take-text";

export type StatementItem = Piece & { type: "statement"; language: StatementLanguage };
/** A piece of a block, in the order of its text. */
export type Item =
  | StatementItem
  | { type: "comment" | "expected" | "output"; text: string }
  | { type: "blank" };

export type ReadOptions = {
  language: StatementLanguage;
  /** The word of the fence names a shell: a bare word is a command there. */
  isShellFence: boolean;
  /** Text that is pasted into another program as it stands: nothing of it was printed. */
  isQuery: boolean;
  dialect: CodeDialect;
};

type Reader = ReadOptions & {
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
  /** Groups of commands that the grammar could not read as one and that are not closed yet. */
  groups: number;
  /** A client of redis was opened, and no other command run since. */
  isRedis: boolean;
};

/** Lines that may be read in vain, in all, before text that never closes is taken line by line. */
const PATIENCE = 4000;
/** Lines handed on for one statement; a here-document or a statement of SQL may be this long. */
const READ_AHEAD = 2000;
const CONTINUES = /^\s*(?:\||&&)/;
/** Splits a command block into statements, comments, announced results, output and blank lines. */
export function readItems(text: string, options: ReadOptions): Item[] {
  const lines = text.split("\n");
  const hasPrompt = !options.isQuery && (hasPrompts(lines) || isConsoleLine(lines[0] ?? ""));
  const isRoot = !hasPrompt && options.language === "shell" && isRootBlock(lines);
  const reader: Reader = {
    ...options,
    lines,
    at: 0,
    items: [],
    last: null,
    isPrompted: hasPrompt || isRoot,
    isRoot,
    patience: { left: PATIENCE },
    session: options.language,
    groups: 0,
    isRedis: false,
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
  else if (reader.session === "sql" && readSqlComment(reader.lines, reader.at)) takeSqlComment(reader);
  else if (isPrinted(reader, line)) dropOutput(reader);
  else readStatement(reader, line, languageOf(reader, line));
}

function readPrompted(reader: Reader, line: string): void {
  const { last } = reader;
  const before = last?.text ?? "";
  const prompted = readPrompt(line);
  if (prompted?.language === "shell" && isComment(prompted.command, "shell")) {
    readComment(reader, prompted.command);
    return;
  }
  const root = reader.isRoot ? readRootPrompt(line) : null;
  const console = isConsoleLine(line) ? line.slice(2) : undefined;
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
  if (reader.isQuery) return reader.session;
  if (reader.session === "text" || isRedis(reader, text)) return "text";
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

function isRedis(reader: Reader, line: string): boolean {
  return isRedisCommand(line) || (reader.isRedis && isTypedRedis(line));
}

/** The text behind a comment of SQL on its own line is the next statement. */
function takeSqlComment(reader: Reader): void {
  const comment = readSqlComment(reader.lines, reader.at);
  if (!comment) return;
  reader.items.push({ type: "comment", text: comment.text });
  reader.at += comment.count - 1;
  if (comment.rest === "") reader.at++;
  else readStatement(reader, comment.rest, "sql", " ");
}

function isPrinted(reader: Reader, line: string): boolean {
  if (reader.last === null || reader.isQuery || reader.session === "sql" || reader.groups > 0) return false;
  if (reader.session === "text" && /^(?:powershell|cmd)$/.test(reader.dialect)) return false;
  if (isRedis(reader, line) || isSqlLine(line) || isRedirection(line)) return false;
  if (opensCompound(reader.lines, reader.at)) return false;
  if (isTableHead(line, reader.lines[reader.at + 1] ?? "")) return true;
  if (reader.session === "text") return isOutputLike(line);
  // A name in capitals is a program where it was one before: `VBoxManage`.
  if (/^[A-Z]/.test(line) && line.split(" ")[0] === reader.last.text.split(" ")[0]) return isOutputLike(line);
  const isDirect = reader.items.at(-1) === reader.last;
  const showsVariables = isDirect && /\b(?:env|printenv)\b/.test(reader.last.text);
  const isAnswer = () => isAnswerWord(line) || (printsOneWord(reader.last?.text ?? "") && /^\w+$/.test(line));
  if (reader.isShellFence && isDirect && isAnswer()) return true;
  return (
    isPrintedBelow(line, isDirect && !reader.isShellFence) || (showsVariables && /^[A-Z]\w*=\S*$/.test(line))
  );
}

/**
 * Output goes on to a line that is a command without doubt, a comment above one, or the next blank line before a command
 * or a comment.
 */
function dropOutput(reader: Reader): void {
  const { lines } = reader;
  const from = reader.at;
  for (; reader.at < lines.length; reader.at++) {
    const line = lines[reader.at] ?? "";
    const next = lines[reader.at + 1] ?? "";
    if (reader.session === "text" && !isOutputLike(line)) break;
    if (reader.at > from && resumesCommands(lines, reader.at, reader.isShellFence)) break;
    if (line.trim() === "" && (/^#(?!!)/.test(next) || (startsLikeCommand(next) && !isOutputLike(next))))
      break;
  }
  reader.items.push({ type: "output", text: lines.slice(from, reader.at).join("\n").trimEnd() });
}

function readStatement(reader: Reader, first: string, language: StatementLanguage, glue = "\n"): void {
  const below = () => reader.lines.slice(reader.at + 1, reader.at + READ_AHEAD);
  const { pieces, count } =
    language === "sql"
      ? takeSql([first, ...below()], reader.isPrompted)
      : language === "text"
        ? takeText(first, below(), reader)
        : takeShell(first, below, reader.isPrompted, reader.patience);
  for (const [i, piece] of pieces.entries()) {
    push(reader, { type: "statement", language, ...piece, glue: i === 0 ? glue : piece.glue });
    if (language === "shell") reader.groups = Math.max(0, reader.groups + openGroups(piece.text));
  }
  reader.at += count;
  const last = pieces.at(-1)?.text ?? "";
  if (language === "shell" && opensSql(last) && !reader.isPrompted) reader.session = "sql";
  if (language === "shell") reader.isRedis = opensRedis(last);
}

function push(reader: Reader, item: StatementItem): void {
  reader.last = item;
  reader.items.push(item);
}
