import type { BlockPart, Statement, StatementPart } from "@/lib/domain/document";
import { readOpener } from "../commands/statement-parts";

/** A part of a block by its index; of a note that was cut the lines that belong here. */
export type GroupPiece = { at: number; note: string | null };

/** Neighbouring parts of a fence that are one sub-step or one option; `part` is null for what is neither. */
export type FenceGroup = { part: StatementPart | null; pieces: GroupPiece[] };

/**
 * Puts the parts of a fence together by the numbered comments, options and alternatives that they belong to. A note
 * is cut at the comments that open another: "# 5. Watch for an hour" has nothing to copy and is a sub-step all the same.
 */
export function groupParts(parts: readonly BlockPart[]): FenceGroup[] {
  const groups: FenceGroup[] = [];
  let over: StatementPart | null = null;
  const add = (part: StatementPart | null, piece: GroupPiece) => {
    const last = groups.at(-1);
    if (last && isSame(last.part, part)) last.pieces.push(piece);
    else groups.push({ part, pieces: [piece] });
  };
  parts.forEach((part, at) => {
    if (part.type === "statement") {
      const { part: own } = part.statement;
      if (own && isOver(groups.at(-1), part.statement)) over = own;
      add(over && isSame(own, over) ? null : own, { at, note: null });
      return;
    }
    for (const lines of cutNote(part.text)) {
      const around = groups.at(-1)?.part ?? null;
      add(openedBy(lines[0] ?? "", around) ?? around, { at, note: lines.join("\n") });
    }
  });
  return groups;
}

/** Instructions without a command ("# 3. Toggle it in the console") end where a comment of its own heads the next one. */
function isOver(group: FenceGroup | undefined, { label, part }: Statement): boolean {
  if (!group || label === null || readOpener(label) || !isSame(group.part, part)) return false;
  return group.pieces.every((piece) => piece.note !== null);
}

function cutNote(note: string): string[][] {
  const pieces: string[][] = [];
  for (const line of note.split("\n")) {
    if (pieces.length === 0 || readOpener(line)) pieces.push([line]);
    else pieces.at(-1)?.push(line);
  }
  return pieces;
}

/** "Or" is an alternative only where another one stands before it. */
function openedBy(line: string, around: StatementPart | null): StatementPart | null {
  const opener = readOpener(line);
  if (!opener) return null;
  const { kind, ordinal, label } = opener;
  if (kind !== "or") return { kind, ordinal, label };
  return around?.kind === "option" ? { kind: "option", ordinal: around.ordinal + 1, label } : null;
}

function isSame(a: StatementPart | null, b: StatementPart | null): boolean {
  return a === b || (a?.kind === b?.kind && a?.ordinal === b?.ordinal && a?.label === b?.label);
}
