import { cleanCommand } from "@/lib/domain/commands/hidden-characters";
import type {
  BlockPart,
  CommandBlock,
  CopyUnit,
  Hole,
  Statement,
  StatementLanguage,
} from "@/lib/domain/document";
import type { LocalRiskWord } from "@/lib/domain/local-risk-words";
import { findRisk, worstOf } from "../risk";
import { readShellText, type ShellText } from "../shell/shell-text";
import { readAssignedNames } from "../shell/shell-words";
import { findBlockKind } from "./block-kind";
import { findCommentHoles, findHoles } from "./find-holes";
import { withHidden } from "./hidden-in-block";
import { isEndless } from "./is-endless";
import { isCmdlet, isConsoleCode } from "./programs";
import { type Item, readItems } from "./read-items";
import { findParts, readOpener } from "./statement-parts";

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
  if (kind !== "command" && kind !== "query") return { ...base, ...plainParts(input.id, text) };
  const language = languageOf(kind, lang, text);
  const isWhole = kind === "query" && language === "text";
  const items: Item[] = isWhole
    ? [{ type: "statement", text, language, glue: "", tail: "" }]
    : readItems(text, language);
  return { ...base, ...assemble(input, items) };
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

function languageOf(kind: "command" | "query", lang: string | null, text: string): StatementLanguage {
  if (
    lang !== null &&
    /^(?:ruby|rb|irb|python|py|pycon|rails|elixir|powershell|ps1|pwsh|bat|dos)$/.test(lang)
  )
    return "text";
  const first = firstLine(text);
  if (kind === "command") return isCmdlet(first) || isConsoleCode(first) ? "text" : "shell";
  const isOther = lang !== null && /^(?:promql|logql|mongodb|kql|graphql|influxql)$/.test(lang);
  return !isOther && /^\s*(?:--|\/\*|#|\\[a-z]|[a-z]+\b)/i.test(text) && isSql(text) ? "sql" : "text";
}

function isSql(text: string): boolean {
  return /^\s*(?:\\|(?:select|insert|update|delete|with|create|alter|drop|truncate|explain|show|begin|grant|revoke|vacuum|analyze|reindex|call|do|set|copy|use|kill|merge)\b)/i.test(
    firstLine(text),
  );
}

/** The first line that is no comment. */
function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "" && !/^\s*(?:--|#)/.test(line)) ?? "";
}

const plain = { riskTarget: null, isDisruptive: false, hidden: [] };

function plainParts(id: string, text: string): Omit<CopyUnit, "id"> & { parts: BlockPart[] } {
  const unit = { text, holes: [], risk: "read" as const, riskReason: null, ...plain };
  const statement: Statement = {
    ...unit,
    id: `${id}.1`,
    language: "text",
    label: null,
    shown: text,
    expected: null,
    isEndless: false,
    part: null,
  };
  return { ...unit, parts: [{ type: "statement", statement }] };
}

type Draft = { statement: Statement; start: number };

/** Puts the pieces together: the copy text of the whole, and the parts with their labels, results and holes. */
function assemble(
  { id, before = "", riskWords = [] }: BlockInput,
  items: readonly Item[],
): Omit<CopyUnit, "id"> & { parts: BlockPart[] } {
  const shells = items.map((item) =>
    item.type === "statement" && item.language === "shell" ? readShellText(item.text) : null,
  );
  const assigned = assignedIn(shells);
  const itemParts = findParts(items);
  const parts: BlockPart[] = [];
  const drafts: Draft[] = [];
  const holes: Hole[] = [];
  let text = "";
  let blanks = 0;
  let comments: string[] = [];
  let waiting: string[] = [];
  const write = (piece: string, glue = "\n"): number => {
    if (text !== "") text += blanks > 0 ? "\n\n" : glue;
    blanks = 0;
    text += piece;
    return text.length - piece.length;
  };
  const endNote = () => {
    if (comments.length > 0) parts.push({ type: "note", text: comments.join("\n") });
    comments = [];
  };
  /** The comments right above a statement; what belongs to an earlier sub-step or option is a note of its own. */
  const endLabel = (): string | null => {
    const openers = comments.flatMap((line, at) => (readOpener(line) ? [at] : []));
    const from = openers.length > 1 ? (openers.at(-1) ?? 0) : 0;
    const label = comments.slice(from).map((line) => line.trim());
    comments = comments.slice(0, from);
    endNote();
    return label.length > 0 ? label.join(" ") : null;
  };
  for (const [i, item] of items.entries()) {
    if (item.type === "blank") {
      blanks++;
      endNote();
    } else if (item.type === "comment") {
      const start = write(item.text);
      holes.push(...shift(findCommentHoles(item.text), start));
      comments.push(item.text.replace(/^(?:#+|--)\s?/, ""));
    } else if (item.type === "statement") {
      const start = write(item.text, item.glue);
      const shell = shells[i] ?? null;
      const found = findHoles(item.text, item.language, assigned, shell);
      holes.push(...shift(found, start));
      if (item.tail !== "") {
        text += item.tail;
        holes.push(...shift(findCommentHoles(item.tail), text.length - item.tail.length));
      }
      const label = endLabel();
      const finding = findRisk({
        text: item.text,
        language: item.language,
        shell,
        label: `${label ?? ""} ${item.tail}`,
        before,
        riskWords,
      });
      const statement: Statement = {
        id: `${id}.${drafts.length + 1}`,
        text: item.text,
        holes: [],
        risk: finding.risk,
        riskReason: finding.reason,
        riskTarget: finding.target,
        isDisruptive: finding.isDisruptive,
        hidden: [],
        language: item.language,
        label,
        // What is shown as SQL may be pasted as SQL.
        shown: item.text + (item.language === "sql" ? item.tail.replace("#", "--") : item.tail),
        expected: waiting.length > 0 ? waiting.join("\n") : null,
        isEndless: shell !== null && isEndless(shell.commands),
        part: itemParts[i] ?? null,
      };
      waiting = [];
      drafts.push({ statement, start });
      parts.push({ type: "statement", statement });
    } else {
      endNote();
      const last = drafts.at(-1)?.statement;
      if (item.type === "output" && last) last.shown += `\n${item.text}`;
      else if (item.type === "output") parts.push({ type: "note", text: item.text });
      else if (item.text !== "" && last) {
        last.expected = last.expected === null ? item.text : `${last.expected}\n${item.text}`;
      } else if (item.text !== "") waiting.push(item.text);
    }
  }
  endNote();
  let next = 0;
  for (const { statement, start } of drafts) {
    const end = start + statement.text.length;
    while (next < holes.length && (holes[next]?.start ?? 0) < start) next++;
    const first = next;
    while (next < holes.length && (holes[next]?.end ?? 0) <= end) next++;
    statement.holes = shift(holes.slice(first, next), -start);
  }
  const statements = drafts.map(({ statement }) => statement);
  const worst = worstOf(
    statements.map(({ risk, riskReason, riskTarget, isDisruptive }) => ({
      risk,
      reason: riskReason,
      target: riskTarget,
      isDisruptive,
    })),
  );
  return {
    text,
    holes,
    risk: worst.risk,
    riskReason: worst.reason,
    riskTarget: worst.target,
    isDisruptive: statements.some((statement) => statement.isDisruptive),
    hidden: [],
    parts,
  };
}

function shift(holes: readonly Hole[], by: number): Hole[] {
  return holes.map((hole) => ({
    ...hole,
    start: hole.start + by,
    end: hole.end + by,
  }));
}

function assignedIn(shells: readonly (ShellText | null)[]): Set<string> {
  const commands = shells.flatMap((shell) => shell?.commands ?? []);
  return readAssignedNames(commands);
}
