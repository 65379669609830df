import type { PlaceholderStyle } from "@/lib/domain/document";

export type Token = { start: number; end: number; token: string };

const ANGLE = /(?<![<#&])<(?![(\s=</!?])[^<>`\n]{0,78}[^<>`\n\s]>(?!>)/g;
// A colon behind it is a label or a slice, unless a port, a path or another value follows: `[db-host]:5432`.
const SQUARE = /(?<![\w\])$.\\*[{|(]|"\s{0,4}:\s{0,4})\[[A-Za-z][^[\]\n]{0,80}\](?![\w([]|:(?![\d/$[{<]))/g;
const DOUBLE_BRACE = /\{\{%?[ \t]{0,4}[A-Za-z][\w -]{0,60}?[ \t]{0,4}%?\}\}/g;
const BRACE = /(?<![$%#{\\@\w])\{[A-Za-z][\w .-]{0,60}\}/g;
const KEBAB_VARIABLE = /\$\{[a-z][a-z0-9]*(?:-[a-z0-9]+)+\}/g;
const WORDS: readonly RegExp[] = [
  /(?:0x)?(?<![\w$])(?:YOUR|REPLACE|INSERT|ENTER)[_-][A-Z0-9]+(?:[_-][A-Z0-9]+){0,8}/g,
  /(?<![\w$-])your[-_][a-z0-9]+(?:[-_][a-z0-9]+){0,8}(?:\.(?:com|org|net|io|dev|local|internal))?/g,
  /(?<![\w.-])CHANGE[_-]?ME(?![\w-])/gi,
  /\b[a-z0-9]+(?:-[a-z0-9]+){0,8}-goes-here\b/g,
  /(?<![\w.~/-])[\w.~/-]{0,40}\bpath\/to(?:\/[\w.-]{1,60}){0,6}/g,
  /(?<![\w.-])(?=[\w.-]{0,60}(?:x{3}|X{3}))[\w.-]{3,100}/g,
];

/** `BACKUP_NAME`, `HOST_IP`: a word in capitals that ends in a noun for a value. */
const UPPER =
  /(?<=[\s/=:@"'])[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+){0,6}[_-](?:NAME|ID|GUID|UUID|HOST|IP|PORT|URL|KEY|TOKEN|PASSWORD|PATH|DIR|FILE|BUCKET|NAMESPACE|CLUSTER|NODE|POD|REGION|ZONE|PROJECT|ACCOUNT|USER|EMAIL|NUMBER|HASH|ADDRESS|INSTANCE|BRANCH|SOURCE|ENDPOINT|SECRET|VERSION|TAG|IMAGE|ORG|REPO|DOMAIN|DATABASE|HERE)(?=[\s/"'.,;)@]|:(?!\.)|$)/g;
/** Before a name of a variable, a pattern or a header, not before a value. */
const NAMES_A_VARIABLE =
  /(?:^|[;|&(]\s*)(?:export|unset|read|local|declare)\s[^|;&]*$|(?:^|[\s;|&(])(?:printenv|envsubst|[efz]?grep|rg|sed|awk|jq|tr)\s[^|;&]*$|(?:getenv\(|environ(?:\.get)?[[(]|ENV\[|config:\w+\s+|\bsecrets?\s+(?:set|get|put|delete|remove)\s+|\s-e\s?|\s--?(?:[\w-]*env[\w-]*|argjson|arg|field|[\w-]*secrets?|build-arg)[= ]|\s-H\s?)["']?$/;
const SQL_TEXT =
  /\b(?:select\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|(?:alter|create|drop)\s+(?:table|index|view|user|role|database)\s)/i;
const REGEX_PROGRAM = /(?:^|[\s;|&(])(?:[efz]?grep|rg|sed|awk)\s[^|;&]*$/;

const NOT_ANGLE =
  /^(?:none|nil|null|unknown|unset|pending|invalid|empty|no value|undefined|eof|(?:ctrl|cmd|alt|shift)[-+ ].*|enter|esc|tab|space|return|%.*|[\w/]+\.h|html|head|body|script|span|h[1-6]|tr|td|th|thead|tbody|br|hr|p|div|details|summary|pre|code|b|i|em|strong|ul|li|ol|img.*|a .*)$/i;
const NOT_SQUARE =
  /^(?:y\/n|n\/y|yes\/no|info|warn|warning|error|debug|fatal|trace|critical|notice|not set|ok|fail(?:ed)?|done|redacted|default|expires:.*|get|post|put|patch|wip|skip|todo|[a-z]{2,10}-\d+)$/i;
/** Nouns that stand for a value. */
export const SINGLE_WORDS = new Set(
  `username user password passwd database db dbname host hostname port namespace ns env environment name id uuid timestamp
  time date datetime pattern description version region cluster service app application pod node deployment container image
  tag bucket file filename path url token secret key value number count email domain ip address message reason squad team
  branch commit sha release job topic queue table schema zone project account tenant instance label selector command
  publisher regex query replicas duration server volume channel ticket incident release revision target source group subnet
  size percentage amount threshold interface device disk partition process pid timeout interval consumer broker offset
  directory dir folder profile role policy arn hash digest range start end limit component module package plugin feature
  flag customer client company org organization organisation owner author contact subject title message comment text
  owner repo repository workspace vpc stack pipeline build step task worker agent subscription registry chart`.split(
    /\s+/,
  ),
);
const TEMPLATE_WORDS = /^(?:range|end|if|else|with|define|template|block|json|toJson|len|index|printf)\b/;
const FOREIGN_BRACES =
  /\b(?:awk|gawk|jq|yq|jsonpath|go-template|printf|--format|--template|-w|format)\b|\bf["']/;

/** Finds everything in a command text whose form says "replace me". The longest wins where two overlap. */
export function findTokens(text: string): Token[] {
  const found: Token[] = [];
  const add = (pattern: RegExp, accept: (inner: string, at: number, token: string) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      const token = match[0];
      if (accept(innerText(token), match.index, token)) {
        found.push({
          start: match.index,
          end: match.index + token.length,
          token,
        });
      }
    }
  };
  if (text.includes("<")) {
    const closed = new Set(text.match(/<\/[\w-]+/g));
    add(ANGLE, (inner, at, token) => {
      if (closed.has(`</${inner.split(/\s/)[0]}`) || isRedirect(inner, text, at + token.length)) return false;
      return isAngle(inner);
    });
  }
  if (text.includes("[")) add(SQUARE, (inner, at, token) => isSquare(inner, at, token, text));
  if (text.includes("{")) {
    add(DOUBLE_BRACE, (inner) => !TEMPLATE_WORDS.test(inner));
    add(KEBAB_VARIABLE, () => true);
    add(BRACE, (inner, at) => isBrace(inner, lineBefore(text, at)) && !isNested(text, at));
  }
  add(UPPER, (_, at, token) => isUpper(text, at, token));
  for (const pattern of WORDS) add(pattern, (_, at, token) => isAnnounced(token, text, at));
  return withoutOverlaps(found);
}

/** The same text with every placeholder as a plain word, so that its signs mean nothing to a lexer. */
export function maskTokens(text: string): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of findTokens(text)) {
    masked += text.slice(at, start) + "x".repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/** The words of a placeholder without its brackets. */
export function innerText(token: string): string {
  return token.replace(/^(?:\$\{|\{\{%?|[<[{])\s*/, "").replace(/\s*(?:%?\}\}|[>\]}])$/, "");
}

export function styleOf(token: string): PlaceholderStyle {
  if (token.startsWith("[")) return "square";
  if (token.startsWith("{{")) return "double-brace";
  if (token.startsWith("{") || /^\$\{[a-z0-9]+-/.test(token)) return "brace";
  return token.startsWith("$") ? "dollar" : "angle";
}

function isAngle(inner: string): boolean {
  if (!/[A-Za-z]/.test(inner) || NOT_ANGLE.test(inner)) return false;
  return !/^(?:https?:|mailto:)|^[\w.+-]+@[\w-]+\.\w+$|\w=["']|(?<!\w)['"]|\/$/.test(inner);
}

/** `<in.txt 2>err`, `<in.txt>out`, `<5 AND b>`: two signs that have nothing to do with one another. */
function isRedirect(inner: string, text: string, end: number): boolean {
  if (/\s[\d&]$|^\d+\s+(?:and|or)\b|&&|\|\|/i.test(inner)) return true;
  return /^[\w./-]+\.[a-z]{2,4}$/.test(inner) && /[\w/]/.test(text[end] ?? "");
}

function isUpper(text: string, at: number, token: string): boolean {
  const before = lineBefore(text, at);
  if (before.trim() === "" || /(?:^|\s)#/.test(before)) return false;
  if (SQL_TEXT.test(text.slice(Math.max(0, at - 1000), at)) || NAMES_A_VARIABLE.test(before)) return false;
  // A path of a store of secrets holds their names.
  if (before.endsWith("/") && /(?:KEY|TOKEN|PASSWORD|SECRET)$/.test(token)) return false;
  return !new RegExp(`\\$\\{?${token}\\b|(?:^|\\s)${token}=`).test(text);
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
}

function isSquare(inner: string, at: number, token: string, text: string): boolean {
  if (NOT_SQUARE.test(inner) || /\.$|[$^\\?*+=;{}"<>]/.test(inner.replace(/\be\.g\..*/, ""))) return false;
  // A line of its own is a section of a file, unless the line before goes on with it.
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const isAlone = text.slice(from, end < 0 ? text.length : end).trim() === token;
  if (isAlone && text.slice(Math.max(0, from - 2), from) !== "\\\n") return false;
  // `[a-zA-Z0-9_]` is a class of characters.
  if (/^(?:\w-\w)+[_.%+-]*$/.test(inner)) return false;
  if (/\be\.g\./.test(inner)) return true;
  if (/^[A-Za-z][A-Za-z0-9]*(?:[-_ ][A-Za-z0-9]+)+$/.test(inner)) return true;
  const after = text[at + token.length] ?? "";
  // `echo "[DEPLOY] begins"`: the tag of a message.
  const isTag = /["']/.test(text[at - 1] ?? "") && after === " ";
  if (/^[A-Z]{3,}$/.test(inner) && !isTag) return true;
  if (/^\w[\w.-]+(?:\s?\|\s?\w[\w.-]+)+$/.test(inner)) return !REGEX_PROGRAM.test(lineBefore(text, at));
  if (/^[A-Za-z][\w .-]*(?:\s?\/\s?[\w .-]+)+$/.test(inner)) return true;
  return SINGLE_WORDS.has(inner.toLowerCase());
}

function isBrace(inner: string, before: string): boolean {
  if (FOREIGN_BRACES.test(before) || TEMPLATE_WORDS.test(inner)) return false;
  return /^[A-Za-z][A-Za-z0-9]*(?:[-_ .][A-Za-z0-9]+)*$/.test(inner) && !/^print\b/.test(inner);
}

/** Braces within braces are JSON, GraphQL or code, save in a string of theirs. */
function isNested(text: string, at: number): boolean {
  if (/["'/@-]/.test(text[at - 1] ?? "")) return false;
  const before = text.slice(Math.max(0, at - 500), at);
  return before.split("{").length > before.split("}").length;
}

function isAnnounced(token: string, text: string, at: number): boolean {
  const before = lineBefore(text, at);
  if (/^CHANGE[_-]?ME$/i.test(token)) return !/(?:^|\s)#/.test(before);
  if (/x{3}/i.test(token)) return !/^\.|^[x.]*x{5,}$/.test(token) || !/[^x]/i.test(token);
  return true;
}

function withoutOverlaps(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  const byLength = (a: Token, b: Token) => b.end - b.start - (a.end - a.start);
  tokens.sort((a, b) => a.start - b.start || byLength(a, b));
  for (const token of tokens) {
    const last = kept.at(-1);
    if (!last || token.start >= last.end) kept.push(token);
    else if (token.end - token.start > last.end - last.start) kept[kept.length - 1] = token;
  }
  return kept;
}
