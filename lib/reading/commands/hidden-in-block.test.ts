import { expect, test } from "vitest";
import { isWithheld } from "@/lib/domain/commands/hidden-characters";
import { readCommandBlock } from "./read-command-block";

function read(text: string, lang = "bash") {
  const block = readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 });
  const statements = block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
  return { block, statements };
}

test("the joiner of the attack list is shown, named and withheld", () => {
  const { block, statements } = read("kubectl scale deploy/web --replicas=1\u200d0");
  expect(block.hidden).toMatchObject([{ name: "zero-width joiner (U+200D)", replacement: null }]);
  expect(statements).toMatchObject([{ hidden: block.hidden }]);
  expect(isWithheld(block)).toBe(true);
});

test("the clean text is copied and read, the written one shown", () => {
  const text = "$ ls\u200b -l\n$ kubectl\u00a0delete pod <pod\u00a0name>\u200b\n";
  const { block, statements } = read(text, "console");
  expect(block).toMatchObject({
    text: "ls -l\nkubectl delete pod <pod name>",
    risk: "danger",
    written: text,
  });
  expect(statements).toMatchObject([
    { text: "ls -l", shown: "ls\u200b -l" },
    {
      text: "kubectl delete pod <pod name>",
      shown: "kubectl\u00a0delete pod <pod\u00a0name>\u200b",
      holes: [{ variable: "pod-name" }],
    },
  ]);
  for (const { shown, hidden } of statements) {
    expect(hidden.map(({ start, end }) => shown.slice(start, end))).toEqual(shown.match(/\u200b|\u00a0/g));
  }
  expect(block.hidden.map(({ start, end }) => text.slice(start, end))).toEqual(text.match(/\u200b|\u00a0/g));
});

test("offsets hold behind what has become longer and over several lines", () => {
  const { statements } = read("  helm \u2014debug \\\n    \u2014wait x\n\n  ls y\u00a0z");
  expect(statements).toMatchObject([
    { text: "helm --debug \\\n  --wait x", shown: "helm \u2014debug \\\n  \u2014wait x" },
    { text: "ls y z", shown: "ls y\u00a0z", hidden: [{ start: 4, end: 5 }] },
  ]);
  expect(statements[0]?.hidden).toMatchObject([
    { start: 5, end: 6, replacement: "--" },
    { start: 16, end: 17, replacement: "--" },
  ]);
});

test("what nobody copies is not named", () => {
  const { block, statements } = read("$ ls\nNAME\u00a0AGE", "console");
  expect(block.hidden).toEqual([]);
  expect(statements).toMatchObject([{ hidden: [] }]);
});

test.each([
  ["json", '{"a":\u00a01}'],
  ["yaml", "a:\u00a0b"],
])("a block that is no command stays as it is written: %s", (lang, text) => {
  expect(read(text, lang).block).toMatchObject({ text, hidden: [] });
});

test("honest text is the same byte for byte", () => {
  const text = 'curl -d \'{"text":"⚠️ héé – 日本"}\' https://x.test # \u201cyes\u201d';
  const { block, statements } = read(text);
  expect(block).toMatchObject({ text, hidden: [] });
  expect(statements).toMatchObject([{ hidden: [] }]);
});
