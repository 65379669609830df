import type { CommandBlock, HiddenCharacter } from "@/lib/domain/document";

/** A text as it was written, and what was made of it; `hidden` counts in the written one. */
export type Cleaned = { written: string; text: string; hidden: readonly HiddenCharacter[] };

/**
 * Tells a block and its statements which hidden characters their texts had, and shows the statements as they were
 * written. The block was read from the clean text; characters in output that nobody copies are left out.
 */
export function withHidden(block: CommandBlock, cleaned: Cleaned): CommandBlock {
  const starts = startsOf(cleaned);
  const copied = findLines(block.text, cleaned.text, 0).map((range) => toWritten(range, cleaned, starts));
  let from = 0;
  const parts = block.parts.map((part): CommandBlock["parts"][number] => {
    if (part.type === "note") return part;
    const { statement } = part;
    // A statement with comments of its own shows more than it copies.
    const isPlain = statement.shown.startsWith(statement.text);
    const lines = findLines(isPlain ? statement.text : statement.shown, cleaned.text, from);
    from = lines.at(-1)?.end ?? from;
    const ranges = lines.map((range) => toWritten(range, cleaned, starts));
    const hidden: HiddenCharacter[] = [];
    let shown = "";
    for (const [i, { start, end }] of ranges.entries()) {
      if (i > 0) shown += "\n";
      const by = shown.length - start;
      hidden.push(...within(cleaned.hidden, start, end).map((one) => moved(one, by)));
      shown += cleaned.written.slice(start, end);
    }
    if (hidden.length === 0) return part;
    const rest = isPlain ? statement.shown.slice(statement.text.length) : "";
    return { type: "statement", statement: { ...statement, hidden, shown: shown + rest } };
  });
  const hidden = copied.flatMap(({ start, end }) => within(cleaned.hidden, start, end));
  return { ...block, hidden, parts };
}

type Range = { start: number; end: number };

/** Where the lines of a piece stand in the whole, one after the other; a line that is not there is left out. */
function findLines(piece: string, whole: string, from: number): Range[] {
  const ranges: Range[] = [];
  let at = from;
  for (const line of piece.split("\n")) {
    const start = whole.indexOf(line, at);
    if (start < 0) continue;
    at = start + line.length;
    ranges.push({ start, end: at });
  }
  return ranges;
}

/** For each character of the clean text and its end, where the written one goes on behind the character before. */
function startsOf({ written, text, hidden }: Cleaned): number[] {
  const starts: number[] = [];
  let at = 0;
  let next = 0;
  while (starts.length < text.length) {
    starts.push(at);
    for (; hidden[next]?.start === at && hidden[next]?.replacement === ""; next++)
      at = hidden[next]?.end ?? at;
    const one = hidden[next];
    if (one?.start === at && one.replacement !== null) {
      // `—` has become two signs of the clean text.
      for (let i = 1; i < one.replacement.length; i++) starts.push(at);
      at = one.end;
      next++;
    } else {
      if (one?.start === at) next++;
      at++;
    }
  }
  starts.push(written.length);
  return starts;
}

function toWritten({ start, end }: Range, { written, text }: Cleaned, starts: readonly number[]): Range {
  const from = starts[start] ?? written.length;
  const isLineEnd = end >= text.length || text[end] === "\n";
  const to = isLineEnd
    ? written.indexOf("\n", starts[end] ?? written.length)
    : (starts[end] ?? written.length);
  return { start: from, end: to < 0 ? written.length : to };
}

function within(hidden: readonly HiddenCharacter[], start: number, end: number): HiddenCharacter[] {
  return hidden.filter((one) => one.start >= start && one.end <= end);
}

function moved(hidden: HiddenCharacter, by: number): HiddenCharacter {
  return { ...hidden, start: hidden.start + by, end: hidden.end + by };
}
