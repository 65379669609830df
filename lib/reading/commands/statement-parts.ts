import type { StatementPart } from "@/lib/domain/document";
import { trimEndOf } from "@/lib/domain/trim-end-of";
import type { Item } from "./read-items";

/** What a comment line opens: a sub-step, one of several alternatives, or the other way to do what stands above. */
export type Opener = { kind: "substep" | "option" | "or"; ordinal: number; label: string };

const FRAME = /^[\s#=*~─-]+/;
const isFrame = (sign: string) => /[\s#=*~─-]/.test(sign);
const NUMBER =
  /^(?:(?:step|phase|stage)\s+(\d{1,3})\b\s*[.):–—-]*|(\d{1,3})\s*[.)](?=\s|$)|(\d{1,3}):(?=\s))\s*(.*)$/i;
const OPTION =
  /^(?:option|alternative|variant|method|approach)\s+#?(\d{1,2}|[a-z])\b\s*(?:[.):–—-]+\s*(.*)|\((.*)\)|)$/i;
const OR = /^(?:or|alternatively)\b\s*[:,.–—-]*\s*(.*)$/i;

/** Reads a comment line (`#` or `--` before it or not); null when it only says something. */
export function readOpener(comment: string): Opener | null {
  const text = trimEndOf(comment.replace(/^\s*--/, "").replace(FRAME, ""), isFrame);
  const number = NUMBER.exec(text);
  if (number) {
    const ordinal = Number(number[1] ?? number[2] ?? number[3]);
    return { kind: "substep", ordinal, label: number[4] || `Step ${ordinal}` };
  }
  const option = OPTION.exec(text);
  if (option?.[1]) {
    const ordinal = /\d/.test(option[1]) ? Number(option[1]) : option[1].toLowerCase().charCodeAt(0) - 96;
    return { kind: "option", ordinal, label: option[2] || option[3] || text };
  }
  const or = OR.exec(text);
  return or ? { kind: "or", ordinal: 0, label: or[1] || text.replace(/\W+$/, "") } : null;
}

/**
 * The part of each item: a numbered comment opens a sub-step up to the next one, "Option 2" an alternative, and "Or"
 * makes what stands above it, back to a blank line or a numbered comment, the first of two alternatives.
 */
export function findParts(items: readonly Item[]): (StatementPart | null)[] {
  const parts: (StatementPart | null)[] = items.map(() => null);
  const openers = items.map((item) => (item.type === "comment" ? readOpener(item.text) : null));
  const next = nextOpeners(items, openers);
  const lastOption = openers.findLastIndex((opener) => opener?.kind === "option");
  const hasGaps = hasGapInOption(items, openers, next, lastOption);
  const firstStatement = items.findIndex((item) => item.type === "statement");
  let substep: StatementPart | null = null;
  let option: StatementPart | null = null;
  let isExplicit = false;
  items.forEach((item, i) => {
    const opener = openers[i];
    if (
      opener?.kind === "substep" &&
      !(option && isExplicit && opener.ordinal !== (substep?.ordinal ?? -2) + 1)
    ) {
      option = null;
      substep = { kind: "substep", ordinal: opener.ordinal, label: opener.label };
    } else if (opener?.kind === "option") {
      isExplicit = true;
      option = { kind: "option", ordinal: opener.ordinal, label: opener.label };
      // "# or the address" below another comment goes on with its sentence.
    } else if (opener?.kind === "or" && i > firstStatement && items[i - 1]?.type !== "comment") {
      if (!option) {
        isExplicit = false;
        markFirst(items, openers, parts, i);
      }
      const before: number = option?.ordinal ?? 1;
      option = { kind: "option", ordinal: before + 1, label: opener.label };
    } else if (
      item.type === "blank" &&
      option &&
      (isExplicit ? !hasGaps && i > lastOption : next[i]?.kind !== "or")
    ) {
      if (items[i - 1]?.type !== "comment") option = null;
    }
    parts[i] = option ?? substep;
  });
  return parts;
}

/** For each item what the first one that is not blank, itself or behind it, opens. */
function nextOpeners(items: readonly Item[], openers: readonly (Opener | null)[]): (Opener | null)[] {
  const next = [...openers];
  for (let i = items.length - 2; i >= 0; i--) {
    if (items[i]?.type === "blank") next[i] = next[i + 1] ?? null;
  }
  return next;
}

/** A blank line between two statements of one option: then the last option may hold blank lines as well. */
function hasGapInOption(
  items: readonly Item[],
  openers: readonly (Opener | null)[],
  next: readonly (Opener | null)[],
  lastOption: number,
): boolean {
  let isOpen = false;
  for (let i = 0; i < lastOption; i++) {
    isOpen ||= openers[i]?.kind === "option";
    const isGap = isOpen && items[i]?.type === "blank" && items[i - 1]?.type === "statement";
    if (isGap && next[i]?.kind !== "option") return true;
  }
  return false;
}

function markFirst(
  items: readonly Item[],
  openers: readonly (Opener | null)[],
  parts: (StatementPart | null)[],
  at: number,
): void {
  let from = at;
  while (items[from - 1]?.type === "blank") from--;
  const end = from;
  for (; from > 0; from--) {
    const before = items[from - 1];
    if (!before || before.type === "blank" || openers[from - 1]?.kind === "substep") break;
  }
  const said = items.slice(from, end).find((item) => item.type === "comment");
  const label = said && said.type === "comment" ? said.text.replace(/^(?:#+|--)\s*/, "") : "Option 1";
  for (let i = from; i < end; i++) parts[i] = { kind: "option", ordinal: 1, label };
}
