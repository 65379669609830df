import type { HoleContext } from "@/lib/domain/document";
import { type ArgumentPlace, type Span, shiftSpan as shift } from "./shell-arguments";

/** What an argument asks of a value before the shell's own quoting. */
export type Inner = {
  /** From the innermost. */
  contexts: HoleContext[];
  forbidden?: string;
  opensWord?: boolean;
  /** Nothing but a harmless word is safe. */
  isWord?: boolean;
};

const ADDRESS = /^(?:https?|wss?|ftp|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?|nats):\/\//i;
const CODE_SIGNS = "'\"\\`$#{}";

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
  // A whole query is one that somebody has encoded.
  if (text[hole.start - 1] === "?" && hole.end === text.length) return plain(" #");
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
