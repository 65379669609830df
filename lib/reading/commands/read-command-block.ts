import { cleanCommand } from "@/lib/domain/commands/hidden-characters";
import type { CommandBlock } from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { assemble } from "./assemble-block";
import { findBlockKind } from "./block-kind";
import { readExpectation } from "./expectations";
import { isShellWord } from "./fence-words";
import { withHidden } from "./hidden-in-block";
import { plainParts } from "./plain-block";
import { type Item, readItems } from "./read-items";
import { dialectOf, languageOf } from "./statement-language";

export type BlockInput = {
  id: string;
  text: string;
  /** Language word of the fence. */
  lang: string | null;
  place: "fence" | "inline";
  line: number;
  /** The sentence before the block, which may say what it is. */
  before?: string;
  /** Local words of the portal and the squad (lib/domain/local-risk-words.ts). */
  riskWords?: readonly LocalRiskWord[];
};

/**
 * Reads a code block or an inline command: what it is, what of it is copied, its statements, placeholders and risk.
 * The caller says which step and section it stands in.
 */
export function readCommandBlock(input: BlockInput): CommandBlock {
  const { text, hidden } = cleanCommand(input.text);
  const block = readClean({ ...input, text });
  if (hidden.length === 0) return block;
  const written = { ...block, written: input.text };
  if (block.kind === "command" || block.kind === "query") {
    return withHidden(written, { written: input.text, text, hidden });
  }
  return { ...written, ...plainParts(input.id, trimText(input.text)) };
}

function readClean(input: BlockInput): CommandBlock {
  const lang = input.lang?.trim().toLowerCase() || null;
  const text = trimText(input.text);
  const kind =
    input.place === "inline" ? "command" : findBlockKind({ text, lang, before: input.before ?? "" });
  const base = {
    id: input.id,
    place: input.place,
    kind,
    lang,
    line: input.line,
    index: null,
    written: input.text,
    stepId: null,
    sectionId: null,
  };
  if (kind !== "command" && kind !== "query") {
    const copied = isShellWord(lang) && kind === "other" ? withoutExpectations(text) : text;
    return { ...base, ...plainParts(input.id, text, copied) };
  }
  const language = languageOf(kind, lang, text);
  const isWhole = kind === "query" && language === "text";
  const items: Item[] = isWhole
    ? [{ type: "statement", text, language, glue: "", tail: "" }]
    : readItems(text, {
        language,
        isShellFence: isShellWord(lang),
        isQuery: kind === "query",
        dialect: dialectOf(lang, text),
      });
  return { ...base, ...assemble(input, items) };
}

/** Comments of a shell, those left out that only announce a result. */
function withoutExpectations(text: string): string {
  const lines = text.split("\n");
  return lines
    .filter((line) => !/^\s*#/.test(line) || readExpectation(line) === null)
    .join("\n")
    .trim();
}

/** Line ends, blanks at line ends and the indentation that all lines share are no part of a command. */
function trimText(text: string): string {
  const all = text.replace(/\r\n?/g, "\n").split("\n");
  const first = all.findIndex((line) => line.trim() !== "");
  const last = all.findLastIndex((line) => line.trim() !== "");
  const lines = all
    .slice(Math.max(0, first), last + 1)
    .map((line, i) => (first + i === last ? line.trimEnd() : line));
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  const shortest = indents.reduce((a, b) => (b.length < a.length ? b : a), indents[0] ?? "");
  const isShared = indents.every((indent) => indent.startsWith(shortest));
  return isShared ? lines.map((line) => line.slice(shortest.length)).join("\n") : lines.join("\n");
}
