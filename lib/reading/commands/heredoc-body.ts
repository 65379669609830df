import type { ShellLexer } from "../shell/shell-lexer";

export type HeredocBody = {
  /** The lines between the one with `<<` and the last. */
  text: string;
  start: number;
  terminator: string;
  /** Whether the line of the placeholder could become the terminator: what else stands on it is short enough. */
  isShort: boolean;
  /** What reads the lines; null for a file or a program that is not known. */
  language: "shell" | "sql" | "code" | null;
};

const SHELL = /(?:^|[\s;&|(/])(?:ssh|(?:ba|z|da|k)?sh|su|sudo\s+-i|at|crontab)(?:\s|$)/;
const SQL = /(?:^|[\s;&|(])(?:gitlab-psql|psql|mysql|mariadb|sqlite3|clickhouse-client|cqlsh|sqlcmd)(?:\s|$)/;
const CODE =
  /(?:^|[\s;&|(])(?:python\d?|ruby|perl|node|php|awk|mongo(?:sh)?|irb|rails|redis-cli|jq|pwsh)(?:\s|$)/;

/** The here-document round a place; null when its first line cannot be told. */
export function readHeredoc(text: string, lexer: ShellLexer, at: number): HeredocBody | null {
  let start = text.lastIndexOf("\n", at - 1) + 1;
  const isBody = (from: number) => /^heredoc/.test(lexer.contexts[from] ?? "") || text[from] === "\n";
  while (start > 0) {
    const before = text.lastIndexOf("\n", start - 2) + 1;
    if (!isBody(before)) break;
    start = before;
  }
  const opener = text.slice(0, start).trimEnd();
  const line = opener.slice(opener.lastIndexOf("\n") + 1);
  const marks = [...line.matchAll(/<<-?\s*(?:'([^']+)'|"([^"]+)"|\\?([\w.-]+))/g)];
  const mark = marks[0];
  const terminator = mark?.[1] ?? mark?.[2] ?? mark?.[3];
  if (!terminator || marks.length > 1) return null;
  let end = start;
  while (end < text.length && isBody(end)) {
    const next = text.indexOf("\n", end);
    end = next < 0 ? text.length : next + 1;
  }
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at);
  const own = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  return {
    text: text.slice(start, end),
    start,
    terminator,
    isShort: !/[^\w.x-]/.test(own.trim()),
    language: languageOf(line),
  };
}

function languageOf(opener: string): HeredocBody["language"] {
  if (SQL.test(opener)) return "sql";
  if (CODE.test(opener)) return "code";
  return SHELL.test(opener) ? "shell" : null;
}
