/** Languages of a terminal that no grammar here reads: their statements are told apart by lines. */
export type CodeDialect = "powershell" | "cmd" | "python" | "ruby";

const OPENS = /[([{]/;
const CLOSES = /[)\]}]/;
/** A word that opens what `end` closes, at the start of a line of Ruby or Elixir or behind an assignment. */
const BLOCK_START = /^(?:.*=\s*)?(?:if|unless|case|while|until|for|begin|def|defp|class|module|defmodule)\b/;
const DO = /\bdo(?:\s*\|[^|]*\|)?(?=\s|$)/;
/** Python and short Elixir open without an `end`; so does `def double(x) = x * 2`. */
const NO_END = /:\s*$|,\s*do:|^def\s+[\w.]+[?!]?(?:\([^()]*\))?\s*=\s/;

/** Reads lines of code one after the other and knows whether the statement goes on behind each. */
export class CodeLines {
  private brackets = 0;
  private blocks = 0;
  private quote = "";
  private end: RegExp | null = null;
  private last = "";

  constructor(private readonly dialect: CodeDialect) {}

  /** A bracket, a string, a block or a here-document is not closed. */
  get isOpen(): boolean {
    return this.brackets > 0 || this.blocks > 0 || this.quote !== "" || this.end !== null;
  }

  /** The last line ends with a sign that asks for more. */
  get isContinued(): boolean {
    if (this.dialect === "cmd") return /(?:^|[^^])(?:\^\^)*\^$/.test(this.last);
    if (this.dialect === "powershell") return /(?:\s`|[|,=]|&&)$/.test(this.last);
    return /(?:[\\,.|=+*/<>-]|&&|\b(?:and|or|not))$/.test(this.last) || this.last.startsWith("@");
  }

  feed(line: string): void {
    let rest = line;
    if (this.end) {
      const end = this.end.exec(line)?.[0];
      if (end === undefined) return;
      this.end = null;
      rest = line.slice(end.length);
    }
    const code = this.read(rest);
    if (this.dialect === "ruby" && this.quote === "") this.countBlocks(code.trim());
    this.last = code.trimEnd();
  }

  /** The line without strings and comments. */
  private read(line: string): string {
    let code = "";
    for (let at = 0; at < line.length; at++) {
      const char = line[at] ?? "";
      if (this.quote !== "") {
        if (char === (this.dialect === "powershell" ? "`" : "\\")) at++;
        else if (line.startsWith(this.quote, at)) {
          at += this.quote.length - 1;
          this.quote = "";
        }
      } else if (this.opensText(line, at)) {
        code += "''";
        if (this.end) return code;
        at += this.quote.length - 1;
      } else if (char === "#" && this.dialect !== "cmd" && /^$|\s/.test(line[at - 1] ?? "")) break;
      else {
        code += char;
        if (char === "`" && this.dialect === "powershell" && at + 1 < line.length) at++;
        else if (OPENS.test(char)) this.brackets++;
        else if (CLOSES.test(char)) this.brackets = Math.max(0, this.brackets - 1);
      }
    }
    // A string of cmd.exe ends with its line.
    if (this.dialect === "cmd") this.quote = "";
    return code;
  }

  private opensText(line: string, at: number): boolean {
    const rest = line.slice(at, at + 80);
    if (this.dialect === "powershell") {
      const here = /^@(["'])\s*$/.exec(rest)?.[1];
      if (here) this.end = new RegExp(`^${here}@`);
      else if (rest.startsWith("<#")) this.quote = "#>";
      else if (/^["']/.test(rest)) this.quote = rest[0] ?? "";
    } else if (this.dialect === "cmd") this.quote = rest.startsWith('"') ? '"' : "";
    else {
      const here = /^<<[~-]?(["'`]?)([A-Z_][A-Z0-9_]*)\1(?![\w"'`])/.exec(rest)?.[2];
      if (here) this.end = new RegExp(`^\\s*${here}\\s*$`);
      else this.quote = /^(?:"""|'''|["'`])/.exec(rest)?.[0] ?? "";
    }
    return this.quote !== "" || this.end !== null;
  }

  private countBlocks(code: string): void {
    const opens = !NO_END.test(code) && (BLOCK_START.test(code) || DO.test(code)) ? 1 : 0;
    const ends = code.match(/(?<![.:\w])end\b(?!:)/g)?.length ?? 0;
    this.blocks = Math.max(0, this.blocks + opens - ends);
  }
}
