import type { HoleContext } from "@/lib/domain/document";
import { SQL_ONLY } from "../sql/sql-lexer";
import type { Argument, ArgumentPlace, Span } from "./shell-arguments";

/** What an argument asks of a value before the shell's own quoting. */
export type Inner = {
  /** From the innermost. */
  contexts: HoleContext[];
  forbidden?: string;
  opensWord?: boolean;
  /** Nothing but a harmless word is safe. */
  isWord?: boolean;
};

type Nested = { language: "shell" | "sql" | "code"; text: string; hole: Span; holes: readonly Span[] };

const SHELL_PROGRAM = /^(?:ba|z|da|k|a)?sh$|^su$/;
const SQL_PROGRAM = /^(?:gitlab-)?psql$|^(?:mysql|mariadb|clickhouse-client|cqlsh|sqlcmd|sqlite3|snowsql)$/;
const SQL_FLAG = /^-[a-zA-Z]*[ceqQ]$|^--(?:command|execute|query)$/;
const CODE_PROGRAM =
  /^(?:[gmn]?awk|sed|perl|python\d?(?:\.\d+)?|ruby|node|php|lua|jq|yq|mongo|mongosh|rails|deno|bun|osascript|pwsh|powershell)$/;
const JOINING = /^(?:ssh|watch|eval)$/;
const OPTION_WITH_VALUE: Readonly<Record<string, RegExp>> = {
  ssh: /^-[BbcDEeFIiJLlmOopQRSWw]$/,
  watch: /^-n$|^--interval$/,
};
const ADDRESS = /^(?:https?|wss?|ftp|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?|nats):\/\//i;
const CODE_SIGNS = "'\"\\`$#{}";

/** The language that an argument is written in, when the program is known to read one; null for plain text. */
export function argumentLanguage(place: ArgumentPlace): Nested | null {
  const { words, index, argument, hole } = place;
  if (index <= 0) return null;
  const names = words.map((word) => word.text.replace(/^.*\//, ""));
  const before = names.slice(0, index);
  const joined = joinedShell(words, names, index, hole);
  if (joined) return joined;
  const last = before.at(-1) ?? "";
  const flag = /^(--[\w-]+)=/.exec(argument.text)?.[0] ?? "";
  const from = hole.start >= flag.length ? flag.length : 0;
  const option = flag === "" ? last : flag.slice(0, -1);
  const nested = (language: Nested["language"]): Nested => ({
    language,
    text: argument.text.slice(from),
    hole: shift(hole, -from),
    holes: argument.holes.map((other) => shift(other, -from)).filter((other) => other.start >= 0),
  });
  if (/^-\w*c$|^--command$/.test(option) && before.some((name) => SHELL_PROGRAM.test(name)))
    return nested("shell");
  if (option === "--command" && before.includes("ssh")) return nested("shell");
  if (SQL_FLAG.test(option) && before.some((name) => SQL_PROGRAM.test(name))) return nested("sql");
  if (SQL_ONLY.test(argument.text.trimStart()) && /\s/.test(argument.text.trim())) return nested("sql");
  const isWhole = hole.start === 0 && hole.end === argument.text.length;
  return !isWhole && before.some((name) => CODE_PROGRAM.test(name)) ? nested("code") : null;
}

/** `ssh host …`, `watch …` and `eval …` join their words and give them to a shell. */
function joinedShell(
  words: readonly Argument[],
  names: readonly string[],
  index: number,
  hole: Span,
): Nested | null {
  const program = names.findIndex((name, i) => i < index && JOINING.test(name) && isStart(names, i));
  const name = names[program];
  if (program < 0 || name === undefined) return null;
  let first = program + 1;
  while (first < words.length && words[first]?.text.startsWith("-")) {
    first += OPTION_WITH_VALUE[name]?.test(words[first]?.text ?? "") ? 2 : 1;
  }
  if (name === "ssh") first++;
  if (index < first) return null;
  let text = "";
  const holes: Span[] = [];
  let own = hole;
  words.slice(first).forEach((word, i) => {
    if (i > 0) text += " ";
    if (first + i === index) own = shift(hole, text.length);
    holes.push(...word.holes.map((other) => shift(other, text.length)));
    text += word.text;
  });
  return { language: "shell", text, hole: own, holes };
}

/** The word is a program rather than an argument that happens to be called like one. */
function isStart(names: readonly string[], at: number): boolean {
  return (
    at === 0 ||
    names
      .slice(0, at)
      .every((name) => /^(?:sudo|env|time|nohup|exec|command|timeout|\d+\w?|-.*|\w+=.*)$/.test(name))
  );
}

/** An address, JSON, a quoted string of some language, or plain text. */
export function innerPlace(place: ArgumentPlace, isCode: boolean): Inner {
  const { text } = place.argument;
  const { hole } = place;
  const body = bodyStart(text, hole);
  const inner = text.slice(body, hole.start);
  if (isCode) return openQuote(inner) === null ? { contexts: [], isWord: true } : plain(CODE_SIGNS);
  const json = jsonPlace(
    text.slice(body),
    shift(hole, -body),
    place.argument.holes.map((other) => shift(other, -body)),
  );
  if (json) return json;
  const address = addressPlace(place, body);
  if (address) return address;
  const yaml = place.words.length === 0 ? yamlPlace(text, hole) : null;
  if (yaml) return yaml;
  const quote = openQuote(inner);
  if (quote !== null) return plain(`${quote}\\`);
  const isFormat = place.words[0]?.text === "printf" && place.index === 1;
  return plain(isFormat ? "%\\" : "");
}

function plain(forbidden: string): Inner {
  return forbidden === "" ? { contexts: [] } : { contexts: [], forbidden };
}

/** `--data=`, `-d` and `payload=` stand before the text itself. */
function bodyStart(text: string, hole: Span): number {
  const lead = /^(?:--?[\w-]+=|-[A-Za-z](?=[[{"]))?(?:[\w.-]+=)?/.exec(text)?.[0].length ?? 0;
  return lead <= hole.start ? lead : 0;
}

function jsonPlace(text: string, hole: Span, holes: readonly Span[]): Inner | null {
  if (!/^\s*[[{]/.test(text)) return null;
  let masked = "";
  let at = 0;
  for (const { start, end } of holes) {
    if (start < at) continue;
    masked += `${text.slice(at, start)}${"1".repeat(end - start)}`;
    at = end;
  }
  masked += text.slice(at);
  try {
    JSON.parse(masked);
  } catch {
    return null;
  }
  const before = masked.slice(0, hole.start);
  const opens = [...before.matchAll(/\\.|"/g)].filter((match) => match[0] === '"');
  const last = opens.at(-1);
  if (opens.length % 2 === 0 || !last) {
    const isGlued = /[\w.]$/.test(before) || /[\w.]/.test(masked[hole.end] ?? "");
    return isGlued ? { contexts: [], isWord: true } : { contexts: ["json-value"] };
  }
  // The string may hold a text with quotes of its own: a query, or JSON again.
  const quote = openQuote(before.slice(last.index + 1).replace(/\\(["\\])/g, "$1"));
  return { contexts: ["json-string"], ...(quote === null ? {} : { forbidden: `${quote}\\` }) };
}

function addressPlace(place: ArgumentPlace, body: number): Inner | null {
  const text = place.argument.text.slice(body);
  const hole = shift(place.hole, -body);
  const scheme = ADDRESS.exec(text)?.[0].length ?? (isAddressWord(place) ? 0 : -1);
  if (scheme < 0 || hole.start < scheme) return null;
  const rest = /[/?#]/.exec(text.slice(scheme));
  const end = rest ? scheme + rest.index : text.length;
  if (hole.start === 0) return null;
  if (hole.start >= end) {
    const quote = openQuote(text.slice(end, hole.start));
    return { contexts: ["url"], ...(quote === null ? {} : { forbidden: `${quote}\\` }) };
  }
  const isUser = text.slice(hole.end, end).includes("@");
  return { contexts: [isUser ? "url" : "url-host"] };
}

/** `curl localhost:9200/[index]`, `curl "$BASE_URL/[id]"`: an address without its scheme. */
function isAddressWord({ words, index, argument }: ArgumentPlace): boolean {
  if (!/^(?:curl|wget|https?|xh)$/.test(words[0]?.text ?? "") || index < 1) return false;
  const last = words[index - 1]?.text ?? "";
  const isValue =
    /^-/.test(last) && !/^-[sSfLkvgGiIN]+$|^--(?:silent|fail|location|insecure|globoff|url|get)$/.test(last);
  return !isValue && /^(?:\$\{?\w+\}?|[A-Za-z0-9][\w.-]*(?::\d+)?)\//.test(argument.text);
}

/** `name: [x]` in the lines of a manifest. */
function yamlPlace(text: string, hole: Span): Inner | null {
  const start = text.lastIndexOf("\n", hole.start - 1) + 1;
  const end = text.indexOf("\n", hole.end);
  const before = text.slice(start, hole.start);
  const after = text.slice(hole.end, end < 0 ? text.length : end);
  const key = /^\s*(?:- +)*(?:["']?[\w./-]+["']?:\s+)?/.exec(before)?.[0] ?? "";
  if (!/^\s*- |:\s/.test(key)) return null;
  const value = before.slice(key.length);
  if (value === "" && /^\s*(?:#.*)?$/.test(after)) return { contexts: ["yaml-value"] };
  if (value.startsWith('"')) return { contexts: ["json-string"] };
  if (value.startsWith("'")) return { contexts: ["sql-string"] };
  return { contexts: [], isWord: true };
}

/** The quote that a text leaves open: `query={name="`. */
export function openQuote(text: string): string | null {
  let open: string | null = null;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === "\\" && text[i + 1] !== '"') i++;
    else if (char === open) open = null;
    else if (open === null && char === '"') open = char;
    else if (open === null && char === "'" && !/\w/.test(text[i - 1] ?? "")) open = char;
  }
  return open;
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
