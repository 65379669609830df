import { expect, test } from "vitest";
import { diffTexts, mergeTexts } from "./text-diff";

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join("");

test("a changed line stands with its context and its words marked", () => {
  const before = numbered(20);
  const { hunks, added, removed } = diffTexts(before, before.replace("line 10\n", "line ten\n"));
  expect({ added, removed, hunks: hunks.length }).toEqual({ added: 1, removed: 1, hunks: 1 });
  const lines = hunks[0]?.lines ?? [];
  expect(lines.map((line) => line.before)).toEqual([7, 8, 9, 10, null, 11, 12, 13]);
  expect(lines.map((line) => line.after)).toEqual([7, 8, 9, null, 10, 11, 12, 13]);
  expect(lines.filter((line) => line.kind !== "same").map((line) => line.pieces)).toEqual([
    [
      { text: "line ", isChanged: false },
      { text: "10", isChanged: true },
    ],
    [
      { text: "line ", isChanged: false },
      { text: "ten", isChanged: true },
    ],
  ]);
});

test("changes far apart are two hunks, near ones are one, and no line comes twice", () => {
  const before = numbered(40);
  const far = diffTexts(before, before.replace("line 5\n", "five\n").replace("line 30\n", "thirty\n"));
  expect(far.hunks).toHaveLength(2);
  const near = diffTexts(before, before.replace("line 5\n", "five\n").replace("line 9\n", "nine\n"));
  expect(near.hunks).toHaveLength(1);
  const numbers = near.hunks[0]?.lines.flatMap((line) => line.before ?? []) ?? [];
  expect(numbers).toEqual([...new Set(numbers)]);
});

test("both sides can be put together again from a diff with the whole text around", () => {
  const before = "a\nb\nc\n\nd\n";
  const after = "a\nB\nc\nnew\n\n";
  const lines = diffTexts(before, after, Number.POSITIVE_INFINITY).hunks.flatMap((hunk) => hunk.lines);
  const side = (other: string) =>
    lines
      .filter((line) => line.kind !== other)
      .map((line) => `${line.pieces.map((piece) => piece.text).join("")}\n`)
      .join("");
  expect(side("added")).toBe(before);
  expect(side("removed")).toBe(after);
});

test("equal texts have no hunk, and a missing line end at the end is a change", () => {
  expect(diffTexts("a\n", "a\n")).toEqual({ hunks: [], added: 0, removed: 0 });
  expect(diffTexts("a\n", "a").added).toBe(1);
});

test("texts that share nothing count as replaced instead of being compared for ever", () => {
  const before = Array.from({ length: 6_000 }, (_, index) => `old ${index}\n`).join("");
  const after = Array.from({ length: 6_000 }, (_, index) => `new ${index}\n`).join("");
  expect(diffTexts(before, after)).toMatchObject({ added: 6_000, removed: 6_000 });
});

test("changes in different places are put together, in the same place they are not", () => {
  const base = numbered(30);
  const mine = base.replace("line 3\n", "mine\n");
  const theirs = base.replace("line 20\n", "theirs\n");
  expect(mergeTexts(base, mine, theirs)).toBe(
    base.replace("line 3\n", "mine\n").replace("line 20\n", "theirs\n"),
  );
  expect(mergeTexts(base, mine, base.replace("line 3\n", "other\n"))).toBeNull();
});
