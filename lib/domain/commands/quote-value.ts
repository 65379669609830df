import type { HoleContext } from "../document";

const SAFE_WORD = /^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/;
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_$]*$/;
const PLAIN_SQL = /^(?:[A-Za-z_][A-Za-z0-9_.]*|\d+(?:\.\d+)?|-\d+(?:\.\d+)?)$/;

/** Quotes a value for the place where it stands; null when no quoting makes it safe there. */
export function quoteValue(value: string, context: HoleContext): string | null {
  switch (context) {
    case "shell-bare":
      return SAFE_WORD.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
    case "shell-single":
      return value.replaceAll("'", "'\\''");
    case "shell-double":
      // A backslash does not take history's meaning from `!`, single quotes do.
      return value.replace(/[\\"$`]/g, "\\$&").replaceAll("!", "\"'!'\"");
    case "sql-string":
      return value.replaceAll("'", "''");
    case "sql-identifier":
      return PLAIN_NAME.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
    case "sql-bare":
      return PLAIN_SQL.test(value) ? value : null;
    case "text":
      return /["'`\\$;]|\*\//.test(value) ? null : value;
  }
}
