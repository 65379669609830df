/** What the shell makes of one character. `mark` is a quote sign itself. */
export type ShellContext =
  | ("bare" | "single" | "double" | "ansi" | "mark" | "comment")
  | ("heredoc" | "heredoc-raw" | "backtick" | "arith" | "param");

type Mode = "code" | "subst" | "backtick" | "single" | "double" | "ansi" | "param" | "arith";
type Frame = { mode: Mode; start: number; parens: number; compound: string[] };
type Heredoc = { end: string; stripTabs: boolean; isRaw: boolean };

const CLOSERS: Readonly<Record<string, string>> = {
  if: "fi",
  case: "esac",
  for: "done",
  while: "done",
  until: "done",
  select: "done",
  "{": "}",
};
const COMMAND_FOLLOWS = new Set("if while until then do else elif ! time { fi done esac }".split(" "));

/**
 * Reads shell text line by line and knows, after each line, whether the command goes on: an open quote,
 * substitution, here-document, `if … fi`, a trailing `\`, `|` or `&&`. Resumable, so that reading a block stays
 * linear. It keeps the context of every character (line ends included) in `contexts`.
 */
export class ShellLexer {
  readonly contexts: ShellContext[] = [];
  /** For every character, where the quote or substitution that it stands in was opened; -1 outside. */
  readonly opened: number[] = [];
  private frames: Frame[] = [{ mode: "code", start: -1, parens: 0, compound: [] }];
  private waiting: Heredoc[] = [];
  private backticks = 0;
  private quotes = 0;
  private continues = false;
  private operatorLast = false;
  private atCommand = true;
  private word = "";
  private wordIsPlain = true;
  private line = "";
  private at = 0;

  /** The next line would still belong to the same command. */
  get isOpen(): boolean {
    const top = this.frames[0];
    return (
      this.frames.length > 1 ||
      this.waiting.length > 0 ||
      this.continues ||
      this.operatorLast ||
      (top !== undefined && (top.parens > 0 || top.compound.length > 0))
    );
  }

  /** Nothing but a trailing `\`, `|` or `&&` asks for more. */
  get isContinued(): boolean {
    return this.frames.length === 1 && (this.continues || this.operatorLast);
  }

  /** The next line is the body of a here-document. */
  get isInHeredoc(): boolean {
    return this.waiting.length > 0 && this.isCode();
  }

  /** The next line starts inside quotes. */
  get isInQuotes(): boolean {
    return this.quotes > 0;
  }

  feed(line: string): void {
    if (this.isInHeredoc) this.readHeredocLine(line);
    else this.readLine(line);
    const { mode } = this.top;
    this.put(mode === "code" || mode === "subst" ? "bare" : mode);
  }

  private get top(): Frame {
    return this.frames.at(-1) ?? { mode: "code", start: -1, parens: 0, compound: [] };
  }

  private isCode(): boolean {
    const { mode } = this.top;
    return mode === "code" || mode === "subst" || mode === "backtick";
  }

  private readHeredocLine(line: string): void {
    const doc = this.waiting[0];
    if (!doc) return;
    const isEnd = (doc.stripTabs ? line.replace(/^\t+/, "") : line).trimEnd() === doc.end;
    if (isEnd) this.waiting.shift();
    const context: ShellContext = isEnd ? "bare" : doc.isRaw ? "heredoc-raw" : "heredoc";
    for (let i = 0; i < line.length; i++) this.put(context);
    if (isEnd) this.startCommand();
  }

  private readLine(line: string): void {
    this.line = line;
    this.continues = false;
    this.operatorLast = this.operatorLast && line.trim() === "";
    this.at = 0;
    while (this.at < line.length) {
      const mode = this.top.mode;
      if (mode === "single") this.readSingle();
      else if (mode === "double" || mode === "ansi") this.readQuoted(mode);
      else if (mode === "param" || mode === "arith") this.readExpansion(mode);
      else this.readCode();
    }
    if (this.isCode()) {
      this.endWord();
      if (!this.continues && !this.operatorLast) this.atCommand = true;
    }
  }

  private take(count: number, context: ShellContext): void {
    for (let i = 0; i < count && this.at < this.line.length; i++) {
      this.put(context);
      this.at++;
    }
  }

  private put(context: ShellContext): void {
    this.contexts.push(context);
    this.opened.push(this.top.start);
  }

  private push(mode: Mode): void {
    this.count(mode, 1);
    this.frames.push({ mode, start: this.contexts.length, parens: 0, compound: [] });
  }

  private pop(): void {
    const frame = this.frames.pop();
    if (frame) this.count(frame.mode, -1);
  }

  private count(mode: Mode, by: number): void {
    if (mode === "backtick") this.backticks += by;
    else if (mode === "single" || mode === "double") this.quotes += by;
  }

  private readSingle(): void {
    const end = this.line.indexOf("'", this.at);
    this.take((end < 0 ? this.line.length : end) - this.at, "single");
    if (end < 0) return;
    this.take(1, "mark");
    this.pop();
  }

  private readQuoted(mode: "double" | "ansi"): void {
    const char = this.line[this.at];
    if (char === "\\") this.take(2, mode);
    else if (char === (mode === "double" ? '"' : "'")) {
      this.take(1, "mark");
      this.pop();
    } else if (mode === "ansi" || !this.readOpener()) this.take(1, mode);
  }

  private readExpansion(mode: "param" | "arith"): void {
    const char = this.line[this.at];
    const { top } = this;
    if (char === "\\") this.take(2, mode);
    else if (mode === "param" && char === "}") {
      this.take(1, "param");
      this.pop();
    } else if (mode === "arith" && (char === "(" || char === ")")) {
      const isEnd = char === ")" && top.parens === 0;
      top.parens += char === "(" ? 1 : -1;
      this.take(isEnd && this.line[this.at + 1] === ")" ? 2 : 1, "arith");
      if (isEnd) this.pop();
    } else if (mode === "param" && char === '"') {
      this.push("double");
      this.take(1, "mark");
    } else if (!this.readOpener()) this.take(1, mode);
  }

  /** `$(`, `${`, `$((` and back-ticks, which open inside double quotes as well. */
  private readOpener(): boolean {
    const rest = this.line.slice(this.at, this.at + 3);
    const context = this.codeContext();
    if (rest === "$((") this.push("arith");
    else if (rest.startsWith("$(")) this.push("subst");
    else if (rest.startsWith("${")) this.push("param");
    else if (rest.startsWith("`")) {
      if (this.backticks > 0) {
        while (this.backticks > 0) this.pop();
      } else this.push("backtick");
      this.take(1, context);
      this.startCommand();
      return true;
    } else return false;
    this.take(rest === "$((" ? 3 : 2, context);
    if (this.isCode()) this.startCommand();
    return true;
  }

  private codeContext(): ShellContext {
    if (this.backticks > 0) return "backtick";
    return this.top.mode === "double" ? "double" : "bare";
  }

  private readCode(): void {
    const char = this.line[this.at] ?? "";
    const next = this.line[this.at + 1] ?? "";
    const context = this.codeContext();
    if (char === "\\") {
      if (next === "") this.continues = true;
      this.addToWord(char, false);
      this.take(2, context);
    } else if (char === "#" && this.word === "") this.take(this.line.length, "comment");
    else if (char === "'" || char === '"') this.openQuote(char === "'" ? "single" : "double", 1);
    else if (char === "$" && next === "'") this.openQuote("ansi", 2);
    else if (char === " " || char === "\t") {
      this.endWord();
      this.take(1, context);
    } else if (";&|()".includes(char)) this.readOperator(char, context);
    else if (char === "<" || char === ">") this.readRedirect(char, next, context);
    else if (this.readOpener()) this.addToWord(char, false);
    else {
      this.addToWord(char, true);
      this.take(1, context);
    }
  }

  private openQuote(mode: Mode, signs: number): void {
    this.addToWord("'", false);
    this.push(mode);
    this.take(signs, "mark");
  }

  private readOperator(char: string, context: ShellContext): void {
    this.endWord();
    const { top } = this;
    if (char === "(") top.parens++;
    else if (char === ")") {
      if (top.parens > 0) top.parens--;
      else if (top.mode === "subst" && top.compound.length === 0) this.pop();
    }
    this.take(1, context);
    this.startCommand();
    if (char === ")" && this.top !== top) this.atCommand = false;
    const before = this.line[this.at - 2];
    this.operatorLast = char === "|" || (char === "&" && before === "&");
  }

  private readRedirect(char: string, next: string, context: ShellContext): void {
    const rest = this.line.slice(this.at);
    const doc = /^<<(-?)[ \t]*(?:'([^']+)'|"([^"]+)"|(\\?)([A-Za-z_][\w.-]*))/.exec(rest);
    this.endWord();
    if (char === "<" && next === "<" && doc && rest[2] !== "<") {
      this.waiting.push({
        end: doc[2] ?? doc[3] ?? doc[5] ?? "",
        stripTabs: doc[1] === "-",
        isRaw: doc[5] === undefined || doc[4] === "\\",
      });
      this.take(doc[0].length, context);
    } else if (rest.startsWith("<<<")) this.take(3, context);
    else if (next === "(") {
      this.push("subst");
      this.take(2, context);
      this.startCommand();
    } else this.take(next === "&" ? 2 : 1, context);
    this.operatorLast = false;
  }

  private startCommand(): void {
    this.word = "";
    this.wordIsPlain = true;
    this.atCommand = true;
  }

  private addToWord(char: string, isPlain: boolean): void {
    this.word += char;
    this.wordIsPlain = this.wordIsPlain && isPlain;
    this.operatorLast = false;
  }

  private endWord(): void {
    const { word, wordIsPlain, top } = this;
    this.word = "";
    this.wordIsPlain = true;
    if (word === "" || !this.atCommand) return;
    this.atCommand = wordIsPlain && (COMMAND_FOLLOWS.has(word) || /^\w+=$/.test(word));
    if (!wordIsPlain) return;
    const closer = CLOSERS[word];
    if (closer !== undefined && Object.hasOwn(CLOSERS, word)) top.compound.push(closer);
    else if (top.compound.at(-1) === word) top.compound.pop();
  }
}

/** Reads a whole shell text. */
export function lexShell(text: string): ShellLexer {
  const lexer = new ShellLexer();
  for (const line of text.split("\n")) lexer.feed(line);
  return lexer;
}
