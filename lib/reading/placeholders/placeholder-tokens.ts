import type { PlaceholderStyle } from "@/lib/domain/document";
import {
  ANGLE,
  BRACE,
  DOUBLE_BRACE,
  FOREIGN_BRACES,
  HAS_WORDS,
  KEBAB_VARIABLE,
  NOT_ANGLE,
  NOT_SQUARE,
  REGEX_PROGRAM,
  SINGLE_WORDS,
  SQUARE,
  TEMPLATE_WORDS,
  WORDS,
} from "./placeholder-patterns";
import { findUpperWords, lineBefore } from "./upper-words";

export type Token = { start: number; end: number; token: string };

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
  found.push(...findUpperWords(text));
  if (HAS_WORDS.test(text)) {
    for (const pattern of WORDS) add(pattern, (_, at, token) => isAnnounced(token, text, at));
  }
  return withoutOverlaps(found);
}

/** The same text with every placeholder as a plain word, so that its signs mean nothing to a lexer. */
export function maskTokens(text: string, tokens: readonly Token[] = findTokens(text)): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of tokens) {
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

function isSquare(inner: string, at: number, token: string, text: string): boolean {
  if (NOT_SQUARE.test(inner) || /\.$|[$^\\?*+=;{}"<>]/.test(inner.replace(/\be\.g\..*/, ""))) return false;
  // A line of its own is a section of a file, unless the line before goes on with it.
  const lead = /(?:^|(\\?)\n)[ \t]*$/.exec(text.slice(Math.max(0, at - 100), at));
  const isAlone =
    lead !== null && /^[ \t]*(?:\n|$)/.test(text.slice(at + token.length, at + token.length + 100));
  if (isAlone && !lead[1]) return false;
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
