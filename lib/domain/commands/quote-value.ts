import type { HoleContext } from "../document";

const SAFE_WORD = /^[A-Za-z0-9_@%+:,./-]+$/;
const SHELL_KEYWORD =
  /^(?:if|then|else|elif|fi|do|done|case|esac|for|while|until|in|select|function|time|coproc)$/;
/** What no language of a command takes for more than a part of a word. */
const HARMLESS_WORD = /^(?!.*(?:\/\/|--))[\p{L}\p{N}_.@:+/-]+$/u;
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_$]*$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const PLAIN_SQL = /^(?:[A-Za-z_][A-Za-z0-9_.]*|-?\d+(?:\.\d+)?)$/;
const JSON_LITERAL = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false|null)$/;
const PLAIN_YAML = /^[A-Za-z0-9_./][\w./@+-]*(?::[\w./@+-]+)*$/;
const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;

type Quoting = (value: string) => string | null;

const QUOTINGS: Readonly<Record<HoleContext, Quoting>> = {
  "shell-bare": (value) =>
    SAFE_WORD.test(value) && !SHELL_KEYWORD.test(value) ? value : `'${insideSingle(value)}'`,
  "shell-single": insideSingle,
  // A backslash does not take history's meaning from `!`, single quotes do.
  "shell-double": (value) => value.replace(/[\\"$`]/g, "\\$&").replaceAll("!", "\"'!'\""),
  heredoc: (value) => value.replace(/[\\$`]/g, "\\$&"),
  "sql-string": (value) => value.replaceAll("'", "''"),
  "sql-quoted": (value) => value.replaceAll('"', '""'),
  "sql-identifier": (value) => (PLAIN_NAME.test(value) ? value : `"${value.replaceAll('"', '""')}"`),
  "sql-value": (value) => (NUMBER.test(value) ? value : `'${value.replaceAll("'", "''")}'`),
  "sql-bare": (value) => (PLAIN_SQL.test(value) ? value : null),
  "json-string": (value) => JSON.stringify(value).slice(1, -1),
  "json-value": (value) => (JSON_LITERAL.test(value) ? value : JSON.stringify(value)),
  "yaml-value": (value) => (PLAIN_YAML.test(value) ? value : JSON.stringify(value)),
  // An address drops `.` and `..` from its path, and takes the part before with it.
  url: (value) => (/^\.\.?$/.test(value) ? null : percentEncode(value)),
  "url-host": (value) => (HOST.test(value) ? value : null),
  word: (value) => (HARMLESS_WORD.test(value) ? value : null),
  text: (value) => value,
};

/** Writes a value for one place, so that what reads it there reads the value; null when no quoting does that. */
export function quoteValue(value: string, context: HoleContext): string | null {
  return QUOTINGS[context](value);
}

function insideSingle(value: string): string {
  return value.replaceAll("'", "'\\''");
}

function percentEncode(value: string): string {
  const hex = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(value).replace(/[!'()*]/g, hex);
}
