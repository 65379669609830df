import type { ShellLexer } from "../shell/shell-lexer";
import type { SqlContext } from "../sql/sql-lexer";
import type { HolePlace } from "./find-holes";

/** Signs that mean something to a shell. Inside a nested command (`watch '…'`) one quoting is not enough. */
const SHELL_SIGNS = " \t'\"`$\\;&|<>(){}[]*?!#~^=";
const BACKTICK_SIGNS = '`\\"$';
/** As far back as is read for one placeholder. */
const FAR = 1500;
const SCRIPT_HEREDOC =
  /(?:^|[\s;&|(])(?:ssh|(?:ba|z|da|k)?sh|su|sudo|psql|mysql|kubectl|oc|docker)\b[^\n]*<<(?:[^\n]*\n)[\s\S]*$/;
const NESTED_SHELL =
  /(?:^|[\s;&|(])(?:(?:watch|ssh|eval|parallel|xargs)\s[^|;&]*|(?:(?:ba|z|da|k)?sh|su)\b[^|;&]*\s-\w*c\s+|--command[= ])$/;
const NESTED_SQL =
  /\b(?:psql|mysql|mariadb|sqlite3|clickhouse-client|cqlsh|sqlcmd)\b[^|;]*\s(?:-\w*[ceqQ]|--command|--execute|--query)[=\s]*$/;

/** Where a placeholder of shell text stands, and which signs its value must not hold there. */
export function shellHolePlace(text: string, at: number, lexer: ShellLexer): HolePlace {
  const context = lexer.contexts[at] ?? "bare";
  const start = lexer.opened[at] ?? -1;
  if (context === "arith" || context === "param") return { context: "shell-bare", forbidden: SHELL_SIGNS };
  if (context === "backtick") return { context: "shell-bare", forbidden: BACKTICK_SIGNS };
  if (context === "bare" || context === "comment") {
    const isNested = context === "bare" && NESTED_SHELL.test(commandBefore(text, at));
    return isNested ? { context: "shell-bare", forbidden: SHELL_SIGNS } : { context: "shell-bare" };
  }
  if (context !== "single" && context !== "double") {
    const isScript = SCRIPT_HEREDOC.test(text.slice(Math.max(0, at - FAR), at));
    return isScript ? { context: "text", forbidden: SHELL_SIGNS } : { context: "text" };
  }
  const forbidden = forbiddenInside(text, start, at);
  return forbidden === "" ? { context: `shell-${context}` } : { context: `shell-${context}`, forbidden };
}

/** What a quoted string holds may be a language of its own: a nested command, SQL, JSON, a query. */
function forbiddenInside(text: string, start: number, at: number): string {
  const before = commandBefore(text, start);
  if (NESTED_SHELL.test(before)) return SHELL_SIGNS;
  // Too long to be read for every placeholder: both quotes are taken to be open.
  const quote = at - start > FAR ? "'\"" : openInside(text.slice(start + 1, at));
  if (NESTED_SQL.test(before)) return quote === null ? `${SHELL_SIGNS}-,` : `${quote}\\`;
  const isInBacktick = (text.slice(Math.max(0, start - FAR), start).split("`").length - 1) % 2 === 1;
  return (quote === null ? "" : `${quote}\\`) + (isInBacktick ? BACKTICK_SIGNS : "");
}

/** The command that leads up to a place: its line, and the lines that it continues. */
function commandBefore(text: string, at: number): string {
  let from = text.lastIndexOf("\n", at - 1);
  while (from > 0 && text[from - 1] === "\\" && at - from < FAR) from = text.lastIndexOf("\n", from - 1);
  return text.slice(Math.max(from + 1, at - FAR), at).trimStart();
}

/** Where a placeholder of SQL text stands. */
export function sqlHolePlace(text: string, at: number, contexts: readonly SqlContext[]): HolePlace {
  const context = contexts[at] ?? "bare";
  // MySQL reads a backslash in a string as an escape, PostgreSQL does not: no quoting serves both.
  if (context === "string") return { context: "sql-string", forbidden: "\\" };
  if (context !== "bare") return { context: "text" };
  const isName =
    /\b(?:from|join|into|update|table|index|view|schema|role|user|database|only)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:\w+\.)?$/i;
  return {
    context: isName.test(text.slice(Math.max(0, at - 120), at)) ? "sql-identifier" : "sql-bare",
  };
}

/** The quote that the text inside a string leaves open: `query={name="`. */
function openInside(inner: string): string | null {
  let open: string | null = null;
  for (let i = 0; i < inner.length; i++) {
    const char = inner[i] ?? "";
    if (char === "\\" && inner[i + 1] !== '"') i++;
    else if (char === open) open = null;
    else if (open === null && char === '"') open = char;
    else if (open === null && char === "'" && !/\w/.test(inner[i - 1] ?? "")) open = char;
  }
  return open;
}
