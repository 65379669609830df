import { describe, expect, test } from "vitest";
import { parseShell } from "./shell-grammar";
import { readAssignedNames, readCommands } from "./shell-words";

function words(text: string): string[][] {
  return readCommands(text).map((command) => command.words.map((word) => word.text));
}

test.each([
  ["A=1 B=2 run x", [["run", "x"]]],
  ["a | b && c || d; e &", [["a"], ["b"], ["c"], ["d"], ["e"]]],
  ["if a; then b; else c; fi", [["a"], ["b"], ["c"]]],
  ["for x in $(list); do go $x; done", [["list"], ["go", "$x"], []]],
  ["f() { rm x; }", [["rm", "x"]]],
  ["echo $(a `b`)", [["b"], ["a", "$()"], ["echo", "$()"]]],
  ["diff <(a) <(b)", [["a"], ["b"], ["diff", "$()", "$()"]]],
  ["a > out 2>&1 < in", [["a"]]],
  ["sh -c 'rm x; ls'", [["sh", "-c", "rm x; ls"]]],
  ["say \"a b\"\\ c$X 'd'e", [["say", "a b c$X", "de"]]],
  ["cat <<E | apply -f -\nrm $(date)\nE", [["date"], ["cat"], ["apply", "-f", "-"]]],
  ["kubectl delete pod <pod name> -n [ns]", [["kubectl", "delete", "pod", "<pod name>", "-n", "[ns]"]]],
  ["[[ -f x ]] && rm x", [["rm", "x"]]],
  ["dd if=/dev/zero of='/a b'", [["dd", "if=/dev/zero", "of=/a b"]]],
  ["a \\\n  b # c", [["a", "b"]]],
] as const)("%s", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test("quoted words are known as such", () => {
  expect(readCommands("a 'b' \"c\" d")[0]?.words.map((word) => word.isQuoted)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("names that commands give a value to", () => {
  const text = "export A=1; B=$(x); read -r C; for D in a; do :; done; printf -v E %s x; local F=1";
  expect([...readAssignedNames(readCommands(text))]).toEqual(["A", "B", "C", "D", "E", "F"]);
});

describe("the fallback: text that the grammar refuses is read by the line lexer", () => {
  test.each([
    ["kubectl delete pod x)", [["kubectl", "delete", "pod", "x"]]],
    ["fi; rm x", [["rm", "x"]]],
    [
      "rm x; echo 'open",
      [
        ["rm", "x"],
        ["echo", "open"],
      ],
    ],
    ["User.find(1); rm x", [["User.find"], ["1"], ["rm", "x"]]],
  ])("%s", (text, expected) => {
    expect(parseShell(text)).toBeNull();
    expect(words(text)).toEqual(expected);
  });
});

test("deep nesting costs no stack and little time", () => {
  for (const sign of ["$(", "(", "`", "${", '"$(', "$((", "if a; then "]) {
    const started = performance.now();
    readCommands(sign.repeat(20_000));
    expect(performance.now() - started, sign).toBeLessThan(5_000);
  }
});
