import type { Hole, HoleContext, StatementLanguage } from "@/lib/domain/document";
import { lexShell, type ShellContext } from "../shell/shell-lexer";
import { sqlContexts } from "../sql/sql-lexer";
import { shellHolePlace, sqlHolePlace } from "./hole-context";
import { findTokens, innerText, maskTokens, styleOf, type Token } from "./placeholder-tokens";

export type HolePlace = { context: HoleContext; forbidden?: string };

const OWN_NAMES = new Set(
  `HOME PATH USER PWD OLDPWD SHELL HOSTNAME RANDOM UID EUID GID IFS LINES COLUMNS SECONDS LANG TERM TMPDIR EDITOR VISUAL
  LOGNAME PPID LINENO REPLY OPTARG OPTIND PIPESTATUS FUNCNAME BASH_SOURCE BASHPID DISPLAY MAIL NF NR FS OFS ORS RS
  FNR FILENAME`.split(/\s+/),
);
const READ = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?])[^{}$`]*)?\})/y;

/**
 * Finds the placeholders of one statement and, in shell text, the variables that it reads and the block does not set.
 * Single quotes, quoted here-documents and comments hold no shell variables.
 */
export function findHoles(text: string, language: StatementLanguage, assigned: ReadonlySet<string>): Hole[] {
  const tokens = findTokens(text);
  const masked = maskTokens(text);
  if (language === "text") return tokens.map((token) => toHole(token, { context: "text" }));
  if (language === "sql") {
    const contexts = sqlContexts(masked);
    return tokens.map((token) => toHole(token, sqlHolePlace(text, token.start, contexts)));
  }
  const lexer = lexShell(masked);
  const holes = tokens.map((token) => toHole(token, shellHolePlace(masked, token.start, lexer)));
  for (const read of findReads(masked, lexer.contexts)) {
    if (assigned.has(read.name) || OWN_NAMES.has(read.name) || read.name.startsWith("__")) continue;
    const hole = toHole(read, shellHolePlace(masked, read.start, lexer));
    holes.push({ ...hole, variable: read.name, optional: read.hasDefault });
  }
  return holes.sort((a, b) => a.start - b.start);
}

/** Placeholders of a comment line. A comment is quoted like a bare word: some shells run pasted comments. */
export function findCommentHoles(text: string): Hole[] {
  return findTokens(text).map((token) => toHole(token, { context: "shell-bare" }));
}

/** The key that makes `[service-name]`, `<service-name>` and `{{service-name}}` one variable. */
export function variableKey(token: string): string {
  const inner = innerText(token);
  const named = /^(.*?)[,;:]?\s*\(?\be\.g\.,?/.exec(inner)?.[1];
  const words = (named ?? inner).trim() || inner;
  return words.toLowerCase().replace(/\s+/g, "-");
}

/** Tokens of a word list that say nothing of their role: two keys before them make two variables. */
const ROLELESS =
  /^(?:timestamp|time|date|datetime|value|number|count|path|file|filename|url|port|duration|rfc3339|iso8601|yyyy-mm-dd)$/;
const OPPOSITES = [
  "start end",
  "from to",
  "since until",
  "source target",
  "source destination",
  "src dst",
  "src dest",
  "old new",
  "min max",
  "before after",
  "begin end",
].map((pair) => pair.split(" "));

/** Splits a token that stands behind different keys (`start=[timestamp]`, `end=[timestamp]`) into two variables. */
export function splitRoles(text: string, holes: readonly Hole[]): Hole[] {
  const roles = new Map<string, Set<string>>();
  const roleOf = (hole: Hole) => {
    if (styleOf(hole.token) === "dollar") return null;
    const key = /([A-Za-z][\w-]*)["']?\s*[=:]\s*["']?$/.exec(
      text.slice(Math.max(0, hole.start - 60), hole.start),
    );
    return key?.[1]?.replace(/^-+/, "").toLowerCase() ?? null;
  };
  for (const hole of holes) {
    const role = roleOf(hole);
    if (role === null) continue;
    roles.set(hole.variable, (roles.get(hole.variable) ?? new Set()).add(role));
  }
  return holes.map((hole) => {
    const role = roleOf(hole);
    const all = roles.get(hole.variable);
    if (role === null || !all || all.size < 2) return hole;
    const isSplit =
      ROLELESS.test(hole.variable) ||
      OPPOSITES.some((pair) => pair.includes(role) && pair.every((word) => all.has(word)));
    return isSplit ? { ...hole, variable: `${hole.variable}:${role}` } : hole;
  });
}

function toHole(token: Token, place: HolePlace): Hole {
  const { start, end, token: written } = token;
  return {
    start,
    end,
    token: written,
    variable: variableKey(written),
    optional: false,
    ...place,
  };
}

type Read = Token & { name: string; hasDefault: boolean };

function findReads(text: string, contexts: readonly ShellContext[]): Read[] {
  const reads: Read[] = [];
  for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at + 1)) {
    const context = contexts[at];
    if (!context || /single|ansi|comment|heredoc-raw|mark|param/.test(context)) continue;
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(0, at - 8), at))) continue;
    READ.lastIndex = at;
    const match = READ.exec(text);
    const name = match?.[1] ?? match?.[2];
    if (!match || !name) continue;
    const end = at + match[0].length;
    // `${array[0]}`, `$array[0]`: more than a name.
    if (match[1] && text[end] === "[") continue;
    reads.push({
      start: at,
      end,
      token: match[0],
      name,
      hasDefault: match[3]?.endsWith("-") ?? false,
    });
  }
  return reads;
}
