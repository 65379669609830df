import { applyPatch, diffArrays, diffWordsWithSpace, structuredPatch } from "diff";

/** A piece of a line; `isChanged` marks the words that differ from the line's counterpart. */
export type DiffPiece = { text: string; isChanged: boolean };

export type DiffLine = {
  kind: "same" | "removed" | "added";
  /** Line numbers from 1; null on the side that does not have the line. */
  before: number | null;
  after: number | null;
  pieces: DiffPiece[];
};

/** A run of lines that belong together, with some unchanged ones around. */
export type DiffHunk = { lines: DiffLine[] };

export type TextDiff = { hunks: DiffHunk[]; added: number; removed: number };

/** Two texts that share nothing cost the square of their length; beyond this the whole text counts as replaced. */
const maxEdits = 1_500;
const maxWordLine = 600;

/** What changed between two texts, line by line, words marked within changed lines. `context` unchanged lines around. */
export function diffTexts(before: string, after: string, context = 3): TextDiff {
  const lines = markWords(diffLines(linesOf(before), linesOf(after)));
  return {
    hunks: toHunks(lines, context),
    added: lines.filter((line) => line.kind === "added").length,
    removed: lines.filter((line) => line.kind === "removed").length,
  };
}

/**
 * The changes from `base` to `mine`, put onto `theirs`; null when both changed the same lines. Whoever asks must look
 * at the outcome before it is published: two changes that do not touch can still contradict each other.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const patch = structuredPatch("", "", base, mine, "", "", { context: 3, maxEditLength: maxEdits });
  if (!patch) return null;
  const merged = applyPatch(theirs, patch, { fuzzFactor: 0, autoConvertLineEndings: false });
  return merged === false ? null : merged;
}

/** A line end at the end closes the last line, it does not begin another; a missing one is said. */
function linesOf(text: string): string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  else lines.push("\\ No line end at the end of the text");
  return lines;
}

function diffLines(before: string[], after: string[]): DiffLine[] {
  const changes = diffArrays(before, after, { maxEditLength: maxEdits }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  let left = 0;
  let right = 0;
  return changes.flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      if (!added) left += 1;
      if (!removed) right += 1;
      return {
        kind: added ? "added" : removed ? "removed" : "same",
        before: added ? null : left,
        after: removed ? null : right,
        pieces: [{ text, isChanged: false }],
      };
    }),
  );
}

/** Pairs the removed lines of a change with the added ones that follow, in order, and marks the words that differ. */
function markWords(lines: DiffLine[]): DiffLine[] {
  const marked = [...lines];
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start]?.kind !== "removed") continue;
    const removed = runLength(lines, start, "removed");
    const added = runLength(lines, start + removed, "added");
    for (let offset = 0; offset < Math.min(removed, added); offset += 1) {
      const old = lines[start + offset];
      const young = lines[start + removed + offset];
      if (!old || !young) continue;
      const [oldPieces, youngPieces] = compareWords(old.pieces[0]?.text ?? "", young.pieces[0]?.text ?? "");
      marked[start + offset] = { ...old, pieces: oldPieces };
      marked[start + removed + offset] = { ...young, pieces: youngPieces };
    }
    start += removed + added - 1;
  }
  return marked;
}

function runLength(lines: DiffLine[], start: number, kind: DiffLine["kind"]): number {
  let end = start;
  while (lines[end]?.kind === kind) end += 1;
  return end - start;
}

function compareWords(before: string, after: string): [DiffPiece[], DiffPiece[]] {
  const whole = (text: string): DiffPiece[] => [{ text, isChanged: false }];
  if (Math.max(before.length, after.length) > maxWordLine) return [whole(before), whole(after)];
  const changes = diffWordsWithSpace(before, after);
  const shared = changes.reduce(
    (sum, { added, removed, value }) => (added || removed ? sum : sum + value.trim().length),
    0,
  );
  // Lines that share little are two lines, not one that changed: marks all over would only disturb.
  if (shared * 3 < Math.max(before.length, after.length)) return [whole(before), whole(after)];
  const side = (other: "added" | "removed", own: "added" | "removed") =>
    changes
      .filter((change) => !change[other])
      .map((change) => ({ text: change.value, isChanged: change[own] }));
  return [side("added", "removed"), side("removed", "added")];
}

function toHunks(lines: DiffLine[], context: number): DiffHunk[] {
  const hunks: DiffHunk[] = [];
  let end = -1;
  lines.forEach((line, index) => {
    if (line.kind === "same") return;
    const from = Math.max(0, index - context);
    const to = Math.min(lines.length - 1, index + context);
    const last = hunks.at(-1);
    if (last && from <= end + 1) last.lines.push(...lines.slice(end + 1, to + 1));
    else hunks.push({ lines: lines.slice(from, to + 1) });
    end = Math.max(end, to);
  });
  return hunks;
}
