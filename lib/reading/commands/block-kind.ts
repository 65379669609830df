import type { BlockKind } from "@/lib/domain/document";
import { SQL_ONLY, SQL_START } from "../sql/sql-lexer";
import {
  hasColumns,
  isComplaint,
  isConfigLike,
  isLogRecord,
  isOutputLike,
  isPrintedBelow,
  isQueryLike,
  isSentence,
  isSurelyCommand,
  isTableHead,
  isVersionLine,
} from "./output-lines";
import { isConsoleCode, isRedisCommand, startsLikeCommand } from "./programs";
import { hasPrompts, isRootBlock, readPrompt } from "./prompts";

const SHELL_WORDS = new Set(
  `bash sh shell zsh fish console terminal shell-session shellsession sh-session bash-session command cmd commandline
  shellscript shel bsh ksh azurecli azurecli-interactive
  azurepowershell azurepowershell-interactive powershell-interactive powershell ps1 pwsh bat batch dos`.split(
    /\s+/,
  ),
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
  const hasPrompt = hasPrompts(lines);
  const opening = lines[0] ?? "";
  // The word of the fence is wrong where the first line is what only a person at a terminal writes.
  if (readPrompt(opening) !== null && !/^(?:md|markdown|mdx|mermaid)$/.test(lang ?? "")) return "command";
  if (lang !== null && !OTHER_WORDS.has(lang) && isSurelyCommand(opening) && !isPlainText(lang))
    return "command";
  if (isConsole(lines, lang)) return "command";
  if (/^usage: /i.test(opening) && (lang === null || lang === "" || isShellWord(lang) || isPlainText(lang)))
    return "output";
  if (lang !== null && QUERY_WORDS.has(lang)) return "query";
  if (lang !== null && CONFIG_WORDS.has(lang)) return "config";
  if (lang !== null && OTHER_WORDS.has(lang)) return "other";
  if (lang !== null && CONSOLE_WORDS.has(lang)) {
    if (lines.every((line) => /^\s*\{.*=>.*\}$/.test(line))) return "output";
    // Settings of a file: `nginx['port'] = 80`.
    if (lines.every((line) => /^\s*(?:#|[a-z_]+(?:\['\w+'\])+ = )/.test(line))) return "config";
    const isConsole =
      /^(?:ruby|rb|irb|rails)$/.test(lang) && !/^\s*(?:class|module|def|require)\b/m.test(text);
    return hasPrompt || isConsole || /\b(?:console|shell|irb|repl)\b/i.test(before) ? "command" : "other";
  }
  if (hasPrompt) return "command";
  const isShell = isShellWord(lang);
  if ((isShell || lang === null || lang === "") && isRootBlock(lines)) return "command";
  if (isPlainText(lang ?? "") && isRootBlock(lines) && isSurelyCommand(opening.replace(/^\s*# /, "")))
    return "command";
  const first = lines.find((line) => !/^\s*(?:#|\/\/|--)/.test(line));
  if (first === undefined) return isShell ? "other" : "output";
  if (lang !== null && lang !== "" && !isShell) return kindOfNamed(lang, lines, before);
  return kindOfFirstLine(first, lines, isShell, before);
}

const ANNOUNCES =
  /\b(?:run|running|execute|executing|command|commands|using|use|invoke|issue|type|enter|script)\b/i;

function isPlainText(lang: string): boolean {
  return /^(?:output|response|results?|stdout|stderr|text|txt|plain|plaintext|log|logs|none|no-highlight)$/.test(
    lang,
  );
}

/** "You should see output like:", "The response:" */
const ANSWERS =
  /\b(?:outputs?|responses?|results?|errors?|messages?|logs?(?! (?:in|into|on|onto|out)\b))\b[^.]{0,40}:$|\b(?:should see|will see|looks like|returns|answers|prints)\b[^.]{0,40}:$/i;

/** "Add these directives:", "The configuration file should look like this:" */
const CONFIGURES =
  /\b(?:config(?:uration)?s?|directives?|settings?|parameters?|properties|section|stanza|file)\b[^.]{0,80}:$/i;

/** `> ` before what was typed and answers below it; a quotation has the sign before every line. */
function isConsole(lines: readonly string[], lang: string | null): boolean {
  const isPossible = lang === null || lang === "" || /^(?:js|javascript|console|mongo\w*|lua)$/.test(lang);
  return (
    isPossible &&
    /^> [^\s>].*[^.\s]$/.test(lines[0] ?? "") &&
    (/^(?:js|javascript)$/.test(lang ?? "") || lines.some((line) => !/^(?:>|\.\.\. )/.test(line)))
  );
}

/** Languages that the portal does not know: shown, not copied as a command, unless the sentence before says so. */
function kindOfNamed(lang: string, lines: readonly string[], before: string): BlockKind {
  const first = lines[0]?.trim() ?? "";
  if (!isPlainText(lang)) return "other";
  const isTold =
    !/^(?:output|response|results?|stdout|stderr|logs?)$/.test(lang) &&
    (ANNOUNCES.test(before) || /\s--?[a-z]|\s[<[]\S/i.test(first));
  if (isTold && isSurelyCommand(first)) return "command";
  return lines.length === 1 && /^\S*\/\S*$/.test(first) ? "other" : "output";
}

function kindOfFirstLine(
  first: string,
  lines: readonly string[],
  isShell: boolean,
  before: string,
): BlockKind {
  const text = first.trim();
  if (
    SQL_ONLY.test(text) ||
    /^[A-Z]{3,} .*;$/.test(text) ||
    /^use [\w-]+;?$/.test(text) ||
    (!isShell && SQL_START.test(text) && /^[^;]*;$/.test(text)) ||
    isQueryLike(first) ||
    (text === "(" && lines.some(isQueryLike))
  )
    return "query";
  if (!isShell && FSTAB.test(text)) return "config";
  const request = readRequest(text);
  if (request) return request;
  const isPath =
    !isShell && lines.length === 1 && /^(?:~|\.{0,2})\/[^\s*]*$/.test(text) && !/\.(?:sh|py|rb)$/.test(text);
  if (isPath || (/^https?:\/\/\S/.test(text) && lines.length === 1)) return "other";
  const isPage =
    /^<(?:p|div|details|summary)>/.test(text) || lines.filter((line) => /^##+ \S/.test(line)).length > 1;
  if (!isShell && isPage) return "other";
  if (lines.every(isLogRecord) || isTableHead(first, lines[1] ?? "") || isComplaint(text)) return "output";
  const isAnswer = !isShell && ANSWERS.test(before) && !ANNOUNCES.test(before);
  if (isAnswer && (isOutputLike(first) || !hasArguments(first))) return "output";
  if (!isShell && isVersionLine(text)) return "output";
  if (isRedisCommand(text)) return "command";
  if (!isShell && CONFIGURES.test(before) && !isOutputLike(first) && lines.every(isDirective))
    return "config";
  if (startsLikeCommand(first) && !isProse(lines, isShell)) return "command";
  const isConsoleText =
    /^[A-Z][\w:]*\.[a-z_]\w*[.(]/.test(text) || /\b(?:console|irb|repl|shell)\b/i.test(before);
  if (isConsoleCode(text) && isConsoleText) return "command";
  const typed = /^> (\S.*)$/.exec(text)?.[1];
  if (typed && (isShell || /console|shell/i.test(before) || /[(=;]/.test(typed) || startsLikeCommand(typed)))
    return "command";
  if (lines.some((line) => /^\s+\+--+\+/.test(line))) return "other";
  if (/[─│┌┐└┘├┤▶▼►]|<--|-->|\S (?:->|→) \S.* (?:->|→) \S/.test(lines.join("\n")) && !isOutputLike(first))
    return "other";
  if (isShell && isHelpText(lines)) return "output";
  if (/^(?:error|warning|fatal|panic)\b/i.test(text)) return "output";
  if (isConfigText(text, lines, isShell)) return "config";
  if (/^\[[\w .-]+\](?:\s|$)/.test(text) && !isShell) return "output";
  if (/^[{[]/.test(text) && /[}\]],?$/.test(lines.at(-1)?.trim() ?? "")) return isShell ? "output" : "config";
  if (isOutputLike(first)) return "output";
  if (
    isShell &&
    (isSentence(text) || /^[A-Z][^|;&$"'=]*: \S/.test(text) || (lines.length > 1 && lines.every(hasColumns)))
  )
    return "output";
  if (isShell) return /^- \w+ = |^\w+ = "/.test(text) ? "output" : "command";
  return lines.every((line) => /^\s*#/.test(line) || isTyped(line, ANNOUNCES.test(before)))
    ? "command"
    : "output";
}

/** A line of /etc/fstab: a device, a place, a kind of file system, options and two numbers. */
const FSTAB =
  /^\S+\s+(?:\/\S*|none|swap)\s+(?:ext[234]|xfs|nfs4?|swap|tmpfs|btrfs|vfat|cifs)\s+\S+\s+\d\s+\d$/;

/** `GET /health HTTP/1.1` is sent as it stands; `GET _cat/nodes` is pasted into a console. */
function readRequest(text: string): BlockKind | null {
  const path = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\S+)(?: HTTP\/\d(?:\.\d)?)?$/.exec(text)?.[1];
  if (path === undefined) return null;
  return /HTTP\/\d/.test(text) || /^(?:\/(?!_)|https?:)/.test(path) ? "config" : "query";
}

function isConfigText(text: string, lines: readonly string[], isShell: boolean): boolean {
  const said = lines.filter((line) => !/^\s*(?:#|\/\/)/.test(line));
  if (said.every(isConfigLike) || /^(?:apiVersion|kind):\s|^[\w+]+::? \{$/.test(text)) return true;
  if (isShell) return false;
  const isIni = /^\[[\w."/: -]+\]$/.test(text) && said.some((line) => /^\s*[\w.-]+\s*=/.test(line));
  const isBlock = /^[\w./~^* -]+ \{$/.test(text) && said.at(-1)?.trim() === "}";
  const isHcl = /^(?:resource|module|variable|provider|data|output|terraform|locals)(?: "[^"]*")* \{$/.test(
    text,
  );
  const isDockerfile =
    /^FROM \S/.test(text) &&
    said.length > 1 &&
    said.some((line) => /^(?:RUN|COPY|CMD|ENV|ENTRYPOINT|WORKDIR) /.test(line));
  return isIni || isBlock || isHcl || isDockerfile || /^(?:[\d*,/-]+\s+){5}\S/.test(text);
}

/** A line that somebody types: lower-case words, with an option, or announced as a command by the sentence before. */
function isTyped(line: string, isAnnounced: boolean): boolean {
  const text = line.trim().replace(/\s+#.*$/, "");
  if (/^<[\w -]+>(?: [\w./-]+)* --?[a-z]/.test(text)) return true;
  if (isOutputLike(line) || !/^[a-z][\w./-]*(?:\s+\S|$)/.test(text) || /[.!?:]$/.test(text)) return false;
  return isPrintedBelow(text) ? false : isAnnounced || /^[a-z][\w.-]*(?: [\w./-]+)* --?[a-z]/.test(text);
}

/** `port 5000`: words of a file, with no program that is no everyday word, no path and no option. */
function isDirective(line: string): boolean {
  return !isSurelyCommand(line) && !/^\s*[./~$]|\s--?[a-z]/.test(line);
}

/** An option, a path, a quote or another sign that prose does not hold. */
function hasArguments(line: string): boolean {
  return isSurelyCommand(line) || /\s-|[|$"'=/]/.test(line);
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
