import { expect, test } from "vitest";
import { readCommandBlock } from "../commands";
import { groupParts } from "./fence-groups";

const groupsOf = (text: string) => {
  const { parts } = readCommandBlock({ id: "c1", text, lang: "bash", place: "fence", line: 1 });
  return groupParts(parts).map(({ part, pieces }) => [
    part && `${part.kind} ${part.ordinal}`,
    pieces.map((piece) => piece.note ?? piece.at),
  ]);
};

test("the statements below a numbered comment are one group, a last comment without any is one too", () => {
  expect(
    groupsOf("# 1. Stop\nsystemctl stop web\nsleep 5\n\n# 2. Start\nsystemctl start web\n\n# 3. Watch"),
  ).toEqual([
    ["substep 1", [0, 1]],
    ["substep 2", [2]],
    ["substep 3", ["3. Watch"]],
  ]);
});

test("instructions without a command are cut, and the command below them is none of theirs", () => {
  expect(groupsOf("# 1. Open the console\n# 2. Press stop\n\n# By hand\nsystemctl stop web\nuptime")).toEqual(
    [
      ["substep 1", ["1. Open the console"]],
      ["substep 2", ["2. Press stop"]],
      [null, [1, 2]],
    ],
  );
});

test("a fence without numbered comments is one group that is no part", () => {
  expect(groupsOf("# Look\nuptime\n\n# Look again\nuptime")).toEqual([[null, [0, 1]]]);
});
