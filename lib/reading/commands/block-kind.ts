import type { BlockKind } from "@/lib/domain/document";
import { announcesCommand } from "./announcements";
import {
  isConfigWord,
  isConsoleWord,
  isOutputWord,
  isPlainText,
  isQueryWord,
  isShellWord,
  isSourceWord,
} from "./fence-words";
import { kindOfFirstLine } from "./first-line-kind";
import { isSurelyCommand } from "./output-lines";
import { hasPrompts, isRootBlock, readPrompt } from "./prompts";

export type KindInput = { text: string; lang: string | null; before: string };

/** Says what a fence holds: by its language word where that is trustworthy, else by its first telling line. */
export function findBlockKind({ text, lang, before }: KindInput): BlockKind {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return "other";
  const hasPrompt = hasPrompts(lines);
  const opening = lines[0] ?? "";
  // The word of the fence is wrong where the first line is what only a person at a terminal writes.
  if (readPrompt(opening) !== null && !/^(?:md|markdown|mdx|mermaid)$/.test(lang ?? "")) return "command";
  if (lang !== null && !isSourceWord(lang) && isSurelyCommand(opening) && !isPlainText(lang))
    return "command";
  if (isConsole(lines, lang)) return "command";
  if (/^usage: /i.test(opening) && (lang === null || lang === "" || isShellWord(lang) || isPlainText(lang)))
    return "output";
  if (lang !== null && isQueryWord(lang)) return "query";
  if (lang !== null && isConfigWord(lang)) return "config";
  if (lang !== null && isSourceWord(lang)) return "other";
  if (lang !== null && isConsoleWord(lang))
    return hasPrompt ? "command" : kindOfConsoleWord(lang, lines, before);
  if (hasPrompt) return "command";
  const isShell = isShellWord(lang);
  if ((isShell || lang === null || lang === "") && isRootBlock(lines)) return "command";
  if (isPlainText(lang ?? "") && isRootBlock(lines) && isSurelyCommand(opening.replace(/^\s*# /, "")))
    return "command";
  const first = lines.find((line) => !/^\s*(?:#|\/\/|--)/.test(line));
  if (first === undefined) return isShell ? "other" : "output";
  if (lang !== null && lang !== "" && !isShell) return kindOfNamed(lang, lines, before);
  return kindOfFirstLine(first, lines, isShell, before);
}

/** `> ` before what was typed and answers below it; a quotation has the sign before every line. */
function isConsole(lines: readonly string[], lang: string | null): boolean {
  const isPossible = lang === null || lang === "" || /^(?:js|javascript|console|mongo\w*|lua)$/.test(lang);
  return (
    isPossible &&
    /^> [^\s>].*[^.\s]$/.test(lines[0] ?? "") &&
    (/^(?:js|javascript)$/.test(lang ?? "") || lines.some((line) => !/^(?:>|\.\.\. )/.test(line)))
  );
}

/** Languages that the portal does not know: shown, not copied as a command, unless the sentence before says so. */
function kindOfNamed(lang: string, lines: readonly string[], before: string): BlockKind {
  const first = lines[0]?.trim() ?? "";
  if (!isPlainText(lang)) return "other";
  const isTold = !isOutputWord(lang) && (announcesCommand(before) || /\s--?[a-z]|\s[<[]\S/i.test(first));
  if (isTold && isSurelyCommand(first)) return "command";
  return lines.length === 1 && /^\S*\/\S*$/.test(first) ? "other" : "output";
}

/** Ruby and Python, typed into a console; a class or a file of settings is no command. */
function kindOfConsoleWord(lang: string, lines: readonly string[], before: string): BlockKind {
  if (lines.every((line) => /^\s*\{.*=>/.test(line) && line.trimEnd().endsWith("}"))) return "output";
  // Settings of a file: `nginx['port'] = 80`.
  if (lines.every((line) => /^\s*(?:#|[a-z_]+(?:\['\w+'\])+ = )/.test(line))) return "config";
  const isTyped =
    /^(?:ruby|rb|irb|rails)$/.test(lang) &&
    !lines.some((line) => /^\s*(?:class|module|def|require)\b/.test(line));
  return isTyped || /\b(?:console|shell|irb|repl)\b/i.test(before) ? "command" : "other";
}
