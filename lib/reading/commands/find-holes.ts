import type { Hole, StatementLanguage } from "@/lib/domain/document";
import { findTokens, maskTokens, type Token } from "../placeholders/placeholder-tokens";
import { lexShell, type ShellContext } from "../shell/shell-lexer";
import { readShellText, type ShellText } from "../shell/shell-text";
import { sqlContexts } from "../sql/sql-lexer";
import { type HolePlace, shellHolePlaces } from "./hole-context";
import { openQuote } from "./inner-place";
import { sqlHolePlace } from "./sql-hole-place";
import { variableKey } from "./variable-key";

const OWN_NAMES = new Set(
  `HOME PATH USER PWD OLDPWD SHELL HOSTNAME RANDOM UID EUID GID IFS LINES COLUMNS SECONDS LANG TERM TMPDIR EDITOR VISUAL
  LOGNAME PPID LINENO REPLY OPTARG OPTIND PIPESTATUS FUNCNAME BASH_SOURCE BASHPID DISPLAY MAIL NF NR FS OFS ORS RS
  FNR FILENAME`.split(/\s+/),
);
/** To PowerShell typographic quotes are quotes. */
const FOREIGN_SIGNS = "'\"\\`$#{}‘’‚‛“”„";
/** Characters looked at for the places of one statement; beyond any honest text nothing but words is let in. */
const MOST_WORK = 2_000_000;
/** `${FOO%%.*}`, `${A:0:3}`, `${D^^}`, `${E:+x}`, `${I@Q}`: the shell works something out of the value. */
const COMPUTED =
  /\$\{#?([A-Za-z_]\w*)(?:[#%/^,][^{}\n]{0,200}|:?\+[^{}\n]{0,200}|:[ \d$(][^{}\n]{0,80}|@[A-Za-z])?\}/y;
const READ = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?])[^{}$`]*)?\})/y;

/**
 * Finds the placeholders of one statement and, in shell text, the variables that it reads and the block does not set.
 * Single quotes, quoted here-documents and comments hold no shell variables. `shell` is the same text, read already.
 */
export function findHoles(
  text: string,
  language: StatementLanguage,
  assigned: ReadonlySet<string>,
  shell: ShellText | null = language === "shell" ? readShellText(text) : null,
): Hole[] {
  const tokens = shell?.tokens ?? findTokens(text);
  const isMuch = tokens.length * text.length > MOST_WORK;
  if (language === "text") {
    return tokens.map((token) => toHole(token, isMuch ? undefined : textHolePlace(text, token)));
  }
  const masked = shell?.masked ?? maskTokens(text, tokens);
  if (language === "sql") {
    const contexts = sqlContexts(masked);
    return tokens.map((token) => toHole(token, isMuch ? undefined : sqlHolePlace(masked, token, contexts)));
  }
  const lexer = lexShell(masked);
  const starts = new Set(tokens.map((token) => token.start));
  // `${A:-<default>}`: the placeholder is what somebody has to fill in.
  const holdsToken = ({ start, end }: Token) => {
    for (let at = start; at < end; at++) if (starts.has(at)) return true;
    return false;
  };
  const reads = findReads(masked, lexer.contexts).filter(
    (read) =>
      !assigned.has(read.name) &&
      !OWN_NAMES.has(read.name) &&
      !read.name.startsWith("__") &&
      !holdsToken(read),
  );
  const spans = [...tokens, ...reads];
  const isTooMuch = spans.length * text.length > MOST_WORK;
  const places = isTooMuch ? new Map<number, HolePlace>() : shellHolePlaces(masked, lexer, spans);
  const holes = tokens.map((token) => toHole(token, places.get(token.start)));
  for (const read of reads) {
    const hole = toHole(read, places.get(read.start));
    const own = { ...hole, variable: read.name, optional: read.hasDefault || read.isComputed };
    holes.push(read.isComputed ? { ...own, isComputed: true } : own);
  }
  return holes.sort((a, b) => a.start - b.start);
}

/** Placeholders of a comment line. A comment is quoted like a bare word: some shells run pasted comments. */
export function findCommentHoles(text: string): Hole[] {
  return findTokens(text).map((token) => toHole(token, { context: "shell-bare" }));
}

/** Languages that are not read (Ruby, PowerShell, a query): no quote may be closed, and outside one only words are safe. */
function textHolePlace(text: string, token: Token): HolePlace {
  const quote = openQuote(text.slice(0, token.start));
  return quote === null ? { context: "word" } : { context: "text", forbidden: FOREIGN_SIGNS };
}

function toHole(token: Token, place: HolePlace = { context: "word" }): Hole {
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

type Read = Token & { name: string; hasDefault: boolean; isComputed: boolean };

function findReads(text: string, contexts: readonly ShellContext[]): Read[] {
  const reads: Read[] = [];
  for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at + 1)) {
    const context = contexts[at];
    if (!context || /single|ansi|comment|heredoc-raw|mark|param/.test(context)) continue;
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(0, at - 8), at))) continue;
    READ.lastIndex = at;
    COMPUTED.lastIndex = at;
    const plain = READ.exec(text);
    const match = plain ?? COMPUTED.exec(text);
    const name = match?.[1] ?? match?.[2];
    if (!match || !name) continue;
    const end = at + match[0].length;
    // `${array[0]}`, `$array[0]`: more than a name.
    if (plain?.[1] && text[end] === "[") continue;
    reads.push({
      start: at,
      end,
      token: match[0],
      name,
      hasDefault: plain?.[3]?.endsWith("-") ?? false,
      isComputed: plain === null,
    });
  }
  return reads;
}
