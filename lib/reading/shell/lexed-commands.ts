import { lexShell } from "./shell-lexer";
import type { SimpleCommand, Word } from "./shell-words";

type Draft = {
  words: Word[];
  word: Word | null;
  skipNext: boolean;
  close: ")" | "`" | "";
  parens: number;
};

const KEYWORDS = new Set("if then else elif do while until ! time { } ( ) fi done esac".split(" "));

/** The simple commands of text that no grammar takes. `masked` is the same text, placeholders as plain words. */
export function lexCommands(text: string, masked: string): SimpleCommand[] {
  const { contexts } = lexShell(masked);
  const commands: SimpleCommand[] = [];
  const stack: Draft[] = [];
  let draft = newDraft("");

  const endWord = () => {
    if (draft.word && !draft.skipNext) draft.words.push(draft.word);
    if (draft.word) draft.skipNext = false;
    draft.word = null;
  };
  const endCommand = () => {
    endWord();
    const command = toCommand(draft.words);
    if (command) commands.push(command);
    draft.words = [];
    draft.skipNext = false;
  };
  const add = (char: string, isQuoted: boolean) => {
    draft.word ??= { text: "", isQuoted: false };
    draft.word.text += char;
    draft.word.isQuoted ||= isQuoted;
  };
  const open = (close: Draft["close"]) => {
    stack.push(draft);
    draft = newDraft(close);
  };
  const close = () => {
    endCommand();
    draft = stack.pop() ?? newDraft("");
    add("$()", false);
  };

  for (let i = 0; i < text.length; i++) {
    const context = contexts[i];
    const sign = masked[i] ?? "";
    const char = text[i] ?? "";
    const next = masked[i + 1] ?? "";
    if (context === "mark") add("", true);
    else if (context === "comment" || context === "heredoc" || context === "heredoc-raw") endCommand();
    else if (sign === "$" && next === "(" && context !== "single" && contexts[i + 1] !== "arith") {
      if (masked[i + 2] === "(") add(char, false);
      else {
        open(")");
        i++;
      }
    } else if (sign === "`" && context !== "single") {
      if (draft.close === "`") close();
      else open("`");
    } else if (context === "single" || context === "double" || context === "ansi") {
      if (sign === "\\" && context === "double" && /["\\$`]/.test(next)) i++;
      add(text[i] ?? "", true);
    } else if (context === "param" || context === "arith") add(char, false);
    else if (sign === "\\") {
      i++;
      if (next !== "\n") add(text[i] ?? "", false);
    } else if (sign === " " || sign === "\t") endWord();
    else if (sign === "<" || sign === ">") {
      if (next === "(") {
        open(")");
        i++;
      } else {
        if (draft.word && /^\d+$/.test(draft.word.text)) draft.word = null;
        endWord();
        while (/[<>&|-]/.test(masked[i + 1] ?? "")) i++;
        draft.skipNext = true;
      }
    } else if (sign === "(") {
      draft.parens++;
      endCommand();
    } else if (sign === ")") {
      if (draft.close === ")" && draft.parens === 0) close();
      else {
        draft.parens = Math.max(0, draft.parens - 1);
        endCommand();
      }
    } else if (sign === ";" || sign === "&" || sign === "|" || sign === "\n") endCommand();
    else add(char, false);
  }
  endCommand();
  for (const left of stack.reverse()) {
    draft = left;
    endCommand();
  }
  return commands;
}

function newDraft(close: Draft["close"]): Draft {
  return { words: [], word: null, skipNext: false, close, parens: 0 };
}

function toCommand(words: readonly Word[]): SimpleCommand | null {
  let at = 0;
  const assigned: string[] = [];
  for (; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const name = /^([A-Za-z_]\w*)\+?=/.exec(word.text)?.[1];
    if (name) assigned.push(name);
    else if (word.isQuoted || !KEYWORDS.has(word.text)) break;
  }
  const left = words.slice(at);
  return left.length === 0 && assigned.length === 0 ? null : { assigned, words: left };
}
