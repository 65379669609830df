import type { HiddenCharacter } from "../document";
import { UNSEEN } from "./character-names";
import { asciiFor, latinFor } from "./look-alikes";

/** A character that is not what it looks like. `guess` is what it looks like, for whoever chooses that. */
export type Sign = {
  start: number;
  end: number;
  char: string;
  kind: HiddenCharacter["kind"];
  replacement: string | null;
  guess: string;
};

/** What stands round a character: it is code, or text within quotes or a comment. */
type Place = {
  text: string;
  start: number;
  end: number;
  char: string;
  /** The quote that is open, as ASCII has it, and as it was written. */
  quote: string;
  opener: string;
  isComment: boolean;
};
type Verdict = Pick<Sign, "kind" | "replacement" | "guess"> | null;

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ZERO_WIDTH = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const QUOTE = /[\u2018-\u201f\u2032\u2033]/;
const DASH = /[\u2012-\u2015]/;
const SINGLE_QUOTE = /[\u2018-\u201b\u2032]/;
/** All that is looked at: a carriage return is the end of a line, and no part of it by then. */
const ANY = /[^\x20-\x7e\n\r\t]/;
/** Scripts whose letters are joined and parted by characters without a width. */
const JOINING_LETTER =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f]/u;

/** Finds the characters of a command text that hide, or pass for others, in the order of the text. */
export function readSigns(text: string): Sign[] {
  if (!ANY.test(text)) return [];
  const signs: Sign[] = [];
  let quote = "";
  let opener = "";
  let isComment = false;
  let start = 0;
  for (const char of text) {
    const end = start + char.length;
    const place = { text, start, end, char, quote, opener, isComment };
    const verdict = ANY.test(char) ? judge(place) : null;
    if (verdict) signs.push({ start, end, char, ...verdict });
    const as = verdict?.kind === "quote" && verdict.replacement !== null ? verdict.replacement : char;
    if (char === "\n") isComment = false;
    else if (quote === "" && char === "#" && /(?:^|\s)$/.test(text.slice(Math.max(0, start - 1), start)))
      isComment = true;
    else if (!isComment && /["']/.test(as) && !isEscaped(place)) {
      if (quote === "") opener = char;
      quote = quote === "" ? as : quote === as ? "" : quote;
    }
    start = end;
  }
  return signs;
}

/** The first character of a value that cannot be seen, save inside an emoji; null when there is none. */
export function findUnseen(value: string): string | null {
  let start = 0;
  for (const char of value) {
    const end = start + char.length;
    const isPart = () => isInEmoji(char, charBefore(value, start), charAt(value, end), value.slice(0, start));
    if (UNSEEN.test(char) && !isPart()) return char;
    start = end;
  }
  return null;
}

function judge(place: Place): Verdict {
  const { char } = place;
  if (BIDI.test(char)) return judgeDirection(place);
  if (ZERO_WIDTH.test(char)) return judgeZeroWidth(place);
  if (/[\p{Cc}\u2028\u2029]/u.test(char)) return { kind: "control", replacement: null, guess: "" };
  if (SPACE.test(char)) return judgeSpace(place);
  if (QUOTE.test(char)) return judgeQuote(place);
  if (DASH.test(char)) return judgeDash(place);
  const latin = latinFor(char);
  if (latin !== null)
    return isForeignLetter(place) ? { kind: "look-alike", replacement: null, guess: latin } : null;
  const ascii = asciiFor(char);
  if (ascii === null || isText(place) || isAmongCjk(place)) return null;
  // Put right, these would be operators: whether that was meant nobody can see.
  const isSafe = /^[-/:*~.]$/.test(ascii);
  return { kind: "look-alike", replacement: isSafe ? ascii : null, guess: ascii };
}

/** Marks of direction are honest beside letters that are written from the right; overrides never are. */
function judgeDirection({ text, start, end, char }: Place): Verdict {
  const isMark = /[\u061c\u200e\u200f]/.test(char);
  return isMark && RIGHT_TO_LEFT.test(text.slice(Math.max(0, start - 40), end + 40))
    ? null
    : { kind: "bidi", replacement: "", guess: "" };
}

function judgeZeroWidth(place: Place): Verdict {
  const { text, start, end, char } = place;
  const before = charBefore(text, start);
  const after = charAt(text, end);
  if (isInEmoji(char, before, after, text.slice(0, start))) return null;
  if (/\u200c|\u200d|\u180e/.test(char) && JOINING_LETTER.test(before)) return null;
  // `1\u200d0`: ten, or a one and a nought that belong to something else.
  const isInNumber = /\w/.test(before) && /\w/.test(after) && /\d/.test(before + after);
  return { kind: "zero-width", replacement: isInNumber ? null : "", guess: "" };
}

function isInEmoji(char: string, before: string, after: string, lead: string): boolean {
  if (char === "\u200d") {
    return (
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u.test(before) &&
      /\p{Extended_Pictographic}/u.test(after)
    );
  }
  if (char === "\ufe0f" || char === "\ufe0e") {
    return /\p{Extended_Pictographic}/u.test(before) || (/[\d#*]/.test(before) && after === "\u20e3");
  }
  if (/[\u{e0100}-\u{e01ef}]/u.test(char)) return /\p{Script=Han}/u.test(before);
  return /[\u{e0020}-\u{e007f}]/u.test(char) && /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u.test(lead.slice(-40));
}

function judgeSpace({ text, start, end, char }: Place): Verdict {
  const before = charBefore(text, start);
  const after = charAt(text, end);
  if (char === "\u3000" && (CJK.test(before) || CJK.test(after))) return null;
  if (before === "«" || after === "»") return null;
  return { kind: "space", replacement: " ", guess: " " };
}

function judgeQuote(place: Place): Verdict {
  const { text, start, end, char, quote, isComment } = place;
  if (isComment) return null;
  const ascii = SINGLE_QUOTE.test(char) ? "'" : '"';
  const isInWord = /\p{L}/u.test(charBefore(text, start)) && /\p{L}/u.test(charAt(text, end));
  if (quote !== "") {
    if (closes(place, ascii)) return { kind: "quote", replacement: ascii, guess: ascii };
    // Of JSON these are signs; elsewhere in quotes they are typography.
    const isJson =
      ascii === '"' &&
      (/[{[:,]\s*$/.test(text.slice(Math.max(0, start - 8), start)) ||
        /^\s*[}\]:,]/.test(text.slice(end, end + 8)));
    return isJson ? { kind: "quote", replacement: quote === ascii ? null : ascii, guess: ascii } : null;
  }
  return { kind: "quote", replacement: isInWord ? null : ascii, guess: ascii };
}

/** The quote that is open was a typographic one, and this is its end. */
function closes({ text, start, end, quote, opener }: Place, ascii: string): boolean {
  const isInWord = /\p{L}/u.test(charBefore(text, start)) && /\p{L}/u.test(charAt(text, end));
  return ascii === quote && QUOTE.test(opener) && !isInWord;
}

/** `–n`, `––force` and `—force` before a letter: what a text program makes of one hyphen or two. */
function judgeDash(place: Place): Verdict {
  const { text, start, end, char } = place;
  if (isText(place)) return null;
  if (isInRun(place)) return { kind: "look-alike", replacement: "-", guess: "-" };
  const before = charBefore(text, start);
  const after = text.slice(end, end + 2);
  const isOption = /^\s?$/.test(before) && /^[A-Za-z]/.test(after);
  if (isOption) {
    if (char === "\u2014") return { kind: "look-alike", replacement: "--", guess: "--" };
    const isShort = !/^[A-Za-z][\w-]/.test(after);
    return { kind: "look-alike", replacement: isShort ? "-" : null, guess: isShort ? "-" : "--" };
  }
  // `kill –9`: a number below nought, or an option.
  if (/^\s?$/.test(before) && /^\d/.test(after))
    return { kind: "look-alike", replacement: char === "\u2014" ? null : "-", guess: "-" };
  const isInWord = /[\w.]/.test(before) && /^[\w.]/.test(after);
  if (!isInWord) return null;
  return { kind: "look-alike", replacement: /\d/.test(before + after) ? null : "-", guess: "-" };
}

/** One of two dashes and hyphens that open an option, or stand alone before what are no options. */
function isInRun({ text, start, end }: Place): boolean {
  const before = /(?:^|\s)([-\u2012-\u2015]{0,2})$/.exec(text.slice(Math.max(0, start - 3), start))?.[1];
  const after = /^([-\u2012-\u2015]{0,2})(?=[A-Za-z<[{]|\s|$)/.exec(text.slice(end, end + 3))?.[1];
  return before !== undefined && after !== undefined && before.length + after.length === 1;
}

/** A letter of another script in a word of Latin ones, or a word of nothing but look-alikes among the code. */
function isForeignLetter(place: Place): boolean {
  if (place.isComment) return false;
  const { text, start, end } = place;
  const lead = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? "";
  const rest = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(end, end + 60))?.[0] ?? "";
  const foreign = [...`${lead}${rest}`].filter((char) =>
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(char),
  );
  if (foreign.some((char) => latinFor(char) === null)) return false;
  return /\p{Script=Latin}/u.test(lead + rest) || !isText(place);
}

function isText({ quote, isComment }: Place): boolean {
  return isComment || quote !== "";
}

function isAmongCjk({ text, start, end }: Place): boolean {
  return CJK.test(text.slice(Math.max(0, start - 2), start)) || CJK.test(text.slice(end, end + 2));
}

function isEscaped({ text, start, quote }: Place): boolean {
  return (
    quote !== "'" && (/\\+$/.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0) % 2 === 1
  );
}

function charBefore(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
}

function charAt(text: string, at: number): string {
  return [...text.slice(at, at + 2)][0] ?? "";
}
