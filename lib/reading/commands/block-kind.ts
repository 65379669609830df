import type { BlockKind } from "@/lib/domain/document";
import { SQL_ONLY } from "../sql/sql-lexer";
import { isConfigLike, isOutputLike, isQueryLike } from "./output-lines";
import { startsLikeCommand } from "./programs";
import { readPrompt, readRootPrompt } from "./prompts";

const SHELL_WORDS = new Set(
  `bash sh shell zsh fish console terminal shell-session shellsession sh-session bash-session command cmd commandline
  shellscript shel bsh ksh powershell ps1 pwsh bat batch dos`.split(/\s+/),
);
const QUERY_WORDS = new Set(
  "sql promql logql pgsql postgres postgresql mysql psql plsql tsql sqlite mongo mongosh mongodb kql graphql influxql cql".split(
    " ",
  ),
);
const CONFIG_WORDS = new Set(
  `yaml yml json json5 jsonc toml ini hcl terraform tf xml properties conf cfg nginx dockerfile docker makefile env dotenv
  jsonnet libsonnet proto rego cue http caddyfile systemd apache crontab helm`.split(/\s+/),
);
const OTHER_WORDS = new Set(
  `mermaid md markdown mdx mdx-code-block html css diff patch plantuml dot graphviz ascii js jsx ts tsx javascript
  typescript go golang java kotlin rust c cpp csharp php scala erb vue svelte tree math latex csv`.split(
    /\s+/,
  ),
);
const CONSOLE_WORDS = new Set("ruby rb irb python py pycon rails elixir".split(" "));

export type KindInput = { text: string; lang: string | null; before: string };

export function isShellWord(lang: string | null): boolean {
  return lang !== null && SHELL_WORDS.has(lang);
}

/** Says what a fence holds: by its language word where that is trustworthy, else by its first telling line. */
export function findBlockKind({ text, lang, before }: KindInput): BlockKind {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return "other";
  if (lang !== null && QUERY_WORDS.has(lang)) return "query";
  if (lang !== null && CONFIG_WORDS.has(lang)) return "config";
  if (lang !== null && OTHER_WORDS.has(lang)) return "other";
  const hasPrompt = lines.some((line) => readPrompt(line) !== null);
  if (lang !== null && CONSOLE_WORDS.has(lang)) {
    const isConsole =
      /^(?:ruby|rb|irb|rails)$/.test(lang) && !/^\s*(?:class|module|def|require)\b/m.test(text);
    return hasPrompt || isConsole || /\b(?:console|shell|irb|repl)\b/i.test(before) ? "command" : "other";
  }
  if (hasPrompt) return "command";
  const isShell = isShellWord(lang);
  const first = lines.find((line) => !/^\s*(?:#|\/\/|--)/.test(line));
  if (first === undefined) {
    const isRoot = lines.some((line) => readRootPrompt(line) !== null);
    return isRoot ? "command" : isShell ? "other" : "output";
  }
  if (lang !== null && lang !== "" && !isShell) return kindOfNamed(lang, lines);
  return kindOfFirstLine(first, lines, isShell, before);
}

/** Languages that the portal does not know: shown, not copied as a command. */
function kindOfNamed(lang: string, lines: readonly string[]): BlockKind {
  const isOutput = /^(?:output|text|txt|plain|plaintext|log|logs|none|no-highlight)$/.test(lang);
  const isPath = lines.length === 1 && /^\S*\/\S*$/.test(lines[0]?.trim() ?? "");
  return isOutput && !isPath ? "output" : "other";
}

function kindOfFirstLine(
  first: string,
  lines: readonly string[],
  isShell: boolean,
  before: string,
): BlockKind {
  const text = first.trim();
  if (SQL_ONLY.test(text)) return "query";
  if (isQueryLike(first)) return "query";
  if (startsLikeCommand(first) && !isProse(lines, isShell)) return "command";
  if (/^> /.test(text) && (isShell || /console/i.test(before))) return "command";
  if (/^https?:\/\/\S+$/.test(text)) return "other";
  if (/[─│┌┐└┘├┤▶▼►]|<--|-->/.test(lines.join("\n")) && !isOutputLike(first)) return "other";
  if (/^\[[\w .-]+\](?:\s|$)/.test(text) && !isShell) return "output";
  if (isShell && isHelpText(lines)) return "output";
  if (lines.every(isConfigLike) || /^(?:apiVersion|kind):\s|^[\w+]+::? \{$/.test(text)) return "config";
  if (/^[{[]/.test(text) && /[}\]],?$/.test(lines.at(-1)?.trim() ?? "")) return isShell ? "output" : "config";
  if (isOutputLike(first)) return "output";
  if (isShell) return /^- \w+ = |^\w+ = "/.test(text) ? "output" : "command";
  const announced =
    /\b(?:run|running|execute|command|commands|using|use|invoke|issue|type|enter|script)\b/i.test(before);
  return lines.length === 1 && announced && /^[a-z][\w./-]*(?:\s+\S|$)/.test(text) && !/[.!?]$/.test(text)
    ? "command"
    : "output";
}

/** English that happens to begin with a program's name ("time to …", "file not found"). */
function isProse(lines: readonly string[], isShell: boolean): boolean {
  if (isShell) return false;
  const text = lines[0]?.trim() ?? "";
  return (
    /^[a-z]+ (?:is|are|was|to|not|the|of|has|will|for|with)\b/.test(text) || /^[A-Z]\w+ \w+ .*\.$/.test(text)
  );
}

function isHelpText(lines: readonly string[]): boolean {
  return lines.some((line) => /^(?:Usage|Flags|Options|Available Commands):/.test(line.trim()));
}
