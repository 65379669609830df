import { expect, test } from "vitest";
import { readCommandLine } from "./command-line";

function read(text: string, most = 100): [count: number, ...statements: string[]] | null {
  const line = readCommandLine(text.split("\n"), most);
  return line && [line.count, ...line.statements.map(({ start, end }) => line.text.slice(start, end))];
}

test.each([
  ["ls\npwd", [1, "ls"]],
  ["ls; pwd\ndate", [1, "ls", "pwd"]],
  ["a \\\n  b; c\nd", [2, "a \\\n  b", "c"]],
  ["a |\n b\nc", [2, "a |\n b"]],
  ["a &&\n\n b\nc", [3, "a &&\n\n b"]],
  ["echo 'x\ny\nz'\nls", [3, "echo 'x\ny\nz'"]],
  ["cat <<E\n# 1\n'\nE\nls", [4, "cat <<E\n# 1\n'\nE"]],
  ["f() {\n  a\n}\nls", [3, "f() {\n  a\n}"]],
  ["ls # it's; fine\npwd", [1, "ls"]],
  ["ls # \\\npwd", [1, "ls"]],
  ["ls <<<x; pwd", [1, "ls <<<x", "pwd"]],
] as const)("%j", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each(["echo 'open\nls", "if a\nb", "a )\nb", "cat <<E\nno end", "a \\"])("never closes: %j", (text) => {
  expect(read(text)).toBeNull();
});

test("what closes behind the limit is not taken", () => {
  expect(read("echo '\n\n\n'", 4)).toEqual([4, "echo '\n\n\n'"]);
  expect(read("echo '\n\n\n'", 3)).toBeNull();
});
