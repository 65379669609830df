import { hostOfSsh, isShell, runsCode } from "../shell/interpreters";
import type { ShellLexer } from "../shell/shell-lexer";
import { isSqlClient } from "../sql/sql-clients";

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

/** Programs beside the shells that read lines of shell. */
const READS_SHELL = /^(?:su|runuser|at|batch|crontab)$/;
/** Programs beside the interpreters whose lines are a language of their own. */
const READS_CODE = /^(?:[gmn]?awk|sed|jq|yq|redis-cli|valkey-cli)$/;

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

/** What the program in front of `<<` reads; of `cat <<EOF | psql` the one behind it. */
function languageOf(opener: string): HeredocBody["language"] {
  const at = opener.indexOf("<<");
  return lastReader(opener.slice(0, at)) ?? lastReader(opener.slice(at));
}

/** The last of several: `docker exec -i mysql bash`, `ssh host sudo -u postgres psql`. */
function lastReader(command: string): HeredocBody["language"] {
  const names = command.split(/[\s;&|()"']+/).map((word) => word.replace(/^.*\//, ""));
  let language: HeredocBody["language"] = null;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? "";
    if (name === "ssh") {
      language = "shell";
      i = hostOfSsh(names, i);
    } else if (isSqlClient(name)) language = "sql";
    else if (runsCode(name) || READS_CODE.test(name)) language = "code";
    else if (isShell(name) || READS_SHELL.test(name) || (name === "sudo" && names[i + 1] === "-i"))
      language = "shell";
  }
  return language;
}
