import { expect, test } from "vitest";
import { formatRiskWords, parseRiskWords, riskWordLimits } from "./local-risk-words";

test("a line is a word or the words of a command, dangerous unless it says otherwise", () => {
  const text =
    "# ours\nrecycle-node\n\n cloud-platform  cluster rotate : change \nrake queue:replay: danger\n";
  expect(parseRiskWords(text)).toEqual({
    ok: true,
    words: [
      { words: ["recycle-node"], risk: "danger" },
      { words: ["cloud-platform", "cluster", "rotate"], risk: "change" },
      { words: ["rake", "queue:replay"], risk: "danger" },
    ],
  });
});

test.each([
  ["recycle-node: deadly", 'must end in ": danger" or ": change"'],
  ["rm -rf", '"-rf" is no word of a command'],
  ["a; b", '"a;" is no word of a command'],
  ["a b c d e f g", "more than 6 words"],
])("%s is refused with its line", (line, message) => {
  expect(parseRiskWords(`fine\n${line}`)).toEqual({
    ok: false,
    problems: [{ line: 2, message: expect.stringContaining(message) }],
  });
});

test("a list has an end", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join("\n");
  expect(parseRiskWords(many(riskWordLimits.entries)).ok).toBe(true);
  expect(parseRiskWords(many(riskWordLimits.entries + 1)).ok).toBe(false);
  expect(parseRiskWords("a".repeat(riskWordLimits.letters + 1)).ok).toBe(false);
});

test("a list that was read is written the same", () => {
  const text = "recycle-node\ncloud-platform cluster rotate: change";
  const read = parseRiskWords(text);
  expect(read.ok && formatRiskWords(read.words)).toBe(text);
});
