import type { ShellLexer } from "../shell/shell-lexer";

export type Span = { start: number; end: number };
/** One word of a command as the program gets it: quotes and backslashes of the shell are gone. */
export type Argument = {
  text: string;
  /** Placeholders and variables in it, by their place in `text`. */
  holes: Span[];
};
/** Where a placeholder stands among the words of its command. */
export type ArgumentPlace = {
  words: readonly Argument[];
  /** Position among `words`; -1 for the name of a file behind `<` or `>`. */
  index: number;
  argument: Argument;
  /** Place in the text of the argument. */
  hole: Span;
  /** Kinds of everything that is open round it, from the outside. */
  around: readonly FrameKind[];
};
export type FrameKind = "code" | "backtick" | "single" | "double" | "ansi" | "param" | "arith";

type Frame = {
  start: number;
  kind: FrameKind;
  isClosed: boolean;
  words: Argument[];
  word: Argument | null;
  index: number;
  isRedirect: boolean;
};

/**
 * Finds the argument that each of the spans stands in, by the start of the span. Spans in comments and
 * here-documents stand in none. `text` is what the lexer has read.
 */
export function readArguments(
  text: string,
  lexer: ShellLexer,
  spans: readonly Span[],
): Map<number, ArgumentPlace> {
  const places = new Map<number, ArgumentPlace>();
  const byStart = new Map(spans.map((span) => [span.start, span]));
  const frames: Frame[] = [newFrame(-1, "code")];
  let until = 0;
  for (let i = 0; i < text.length; i++) {
    const context = lexer.contexts[i] ?? "bare";
    if (context === "comment" || context === "heredoc" || context === "heredoc-raw") continue;
    const opened = lexer.opened[i] ?? -1;
    if (frames.at(-1)?.isClosed) frames.pop();
    let isClosing = false;
    while (opened !== i && frames.length > 1 && frames.at(-1)?.start !== opened) {
      const left = frames.pop();
      isClosing ||= left !== undefined && isCode(left) && /[)`]/.test(text[i] ?? "");
    }
    if (isClosing) continue;
    const span = byStart.get(i);
    const code = codeFrame(frames);
    if (span) {
      const argument = wordOf(code);
      const hole = { start: argument.text.length, end: argument.text.length + span.end - span.start };
      argument.holes.push(hole);
      argument.text += text.slice(span.start, span.end);
      until = span.end;
      const around = frames.map((frame) => frame.kind);
      places.set(i, { words: code.words, index: code.index, argument, hole, around });
    }
    if (opened === i) {
      const frame = newFrame(i, kindOf(text, i));
      if (i >= until && (isCode(frame) || frame.kind === "arith")) wordOf(code).text += "1";
      else wordOf(code);
      frames.push(frame);
    }
    const top = frames.at(-1);
    if (!top) break;
    if (isEnd(text, i, top, context)) top.isClosed = true;
    if (i < until || opened === i || context === "mark") continue;
    i += readChar(text, i, top, codeFrame(frames));
  }
  return places;
}

export function shiftSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Reads one character into the word; gives how many more it took. */
function readChar(text: string, i: number, top: Frame, code: Frame): number {
  const char = text[i] ?? "";
  const next = text[i + 1] ?? "";
  if (top.kind === "single" || top.kind === "param" || top.kind === "arith") {
    if (top.kind === "single") wordOf(code).text += char;
  } else if (top.kind === "double" || top.kind === "ansi") {
    const isEscape = char === "\\" && /["\\$`\n]/.test(next);
    if (!(isEscape && next === "\n")) wordOf(code).text += isEscape ? next : char;
    return isEscape ? 1 : 0;
  } else if (char === "\\") {
    if (next !== "\n") wordOf(code).text += next;
    return 1;
  } else if (/[ \t]/.test(char)) endWord(code);
  else if (/[\n;&|()`]/.test(char)) {
    endWord(code);
    code.words = [];
  } else if (char === "<" || char === ">") {
    endWord(code);
    code.isRedirect = true;
  } else wordOf(code).text += char;
  return 0;
}

function newFrame(start: number, kind: FrameKind): Frame {
  return { start, kind, isClosed: false, words: [], word: null, index: -1, isRedirect: false };
}

function isCode(frame: Frame): boolean {
  return frame.kind === "code" || frame.kind === "backtick";
}

function codeFrame(frames: readonly Frame[]): Frame {
  return frames.findLast(isCode) ?? newFrame(-1, "code");
}

function wordOf(frame: Frame): Argument {
  if (frame.word) return frame.word;
  const word: Argument = { text: "", holes: [] };
  frame.word = word;
  frame.index = frame.isRedirect ? -1 : frame.words.push(word) - 1;
  return word;
}

function endWord(frame: Frame): void {
  if (frame.word) frame.isRedirect = false;
  frame.word = null;
}

function kindOf(text: string, at: number): FrameKind {
  const three = text.slice(at, at + 3);
  if (three.startsWith("'")) return "single";
  if (three.startsWith('"')) return "double";
  if (three.startsWith("$'")) return "ansi";
  if (three.startsWith("${")) return "param";
  if (three === "$((") return "arith";
  return three.startsWith("`") ? "backtick" : "code";
}

/** The sign that closes a frame and still belongs to it. */
function isEnd(text: string, i: number, { kind, start }: Frame, context: string): boolean {
  if (kind === "single" || kind === "double") return context === "mark" && i > start;
  if (kind === "ansi") return context === "mark" && i > start + 1;
  if (kind === "param") return text[i] === "}";
  return kind === "arith" && text[i] === ")" && text[i - 1] === ")";
}
