import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readCommandBlock } from "@/lib/reading/commands/read-command-block";
import { fillCommand } from "./fill-command";

/** Values in each batch that one bash reads, and batches for each template: 50 × 3 × 80 = 12,000 cases. */
const BATCH = 80;
const RUNS = 3;
/** A harmless value, which tells the words that hold it. */
const MARK = "marked";
/** Printed before each case; no value holds it. */
const BETWEEN = "b2c0ffee-next-case";

/**
 * Stand-ins that print what they were given, and what they read, between marks. No other program can be found; a
 * nested shell is a real one. History expansion is on, as at a prompt.
 */
const STAND_INS = `
set -o history; set -H
show() { printf '<%s>\\0' "$#" "$@"; }
feed() { local body; IFS= read -r -d '' body; show "$body"; }
bash() { if [ $# -eq 0 ]; then "$BASH"; else "$BASH" "$@"; fi; }
sh() { bash "$@"; }
ssh() { shift; "$BASH" -c "$*"; }
watch() { shift 2; "$BASH" -c "$*"; }
kubectl() { if [ "$1" = apply ]; then feed; else show "$@"; fi; }
psql() { if [ $# -eq 1 ]; then feed; else show "$@"; fi; }
usql() { feed; }
snowsql() { feed; }
cockroach() { if [ $# -eq 1 ]; then feed; else show "$@"; fi; }
impala-shell() { show "$@"; }
docker() { "$BASH"; }
curl() { show "$@"; }
grep() { show "$@"; }
export -f show feed bash sh ssh watch
PATH=/nowhere
export PATH
`;

type Template = readonly [text: string, read: (words: string[]) => unknown];
const nth = (at: number) => (words: string[]) => words[at];
const within =
  (before: string, after: string, at = 0) =>
  (words: string[]) => {
    const word = words[at] ?? "";
    expect([word.slice(0, before.length), word.slice(word.length - after.length)]).toEqual([before, after]);
    return word.slice(before.length, word.length - after.length);
  };
const line = within("a ", " b\n");

const quoted: Template[] = [
  ["show [x-name]", nth(0)],
  ["show a [x-name] b", nth(1)],
  ["show --name=[x-name] b", within("--name=", "")],
  ["show a/[x-name]/b", within("a/", "/b")],
  ["show 'a [x-name] b'", within("a ", " b")],
  ['show "a [x-name] b"', within("a ", " b")],
  ["show 'a '[x-name]' b'", within("a ", " b")],
  ["show 'a '\"[x-name]\"' b'", within("a ", " b")],
  ["show $X_NAME", nth(0)],
  ['show "a ${X_NAME} b"', within("a ", " b")],
  ["show \\\n  [x-name] \\\n  b", nth(0)],
  ['X=[x-name]; show "$X"', nth(0)],
  ['show "$(printf %s "[x-name]")"', nth(0)],
  ['show "$(printf %s [x-name])"', nth(0)],
  ["show \"$(printf %s 'a [x-name] b')\"", within("a ", " b")],
  ['show "`printf %s [x-name]`"', nth(0)],
  ["show 1 # [x-name]", nth(0)],
  ["if true; then show [x-name]; fi", nth(0)],
  ["show a | grep -F [x-name] file && show b", nth(1)],
  ["show [x-name]>&1", nth(0)],
  ["show \\<x-name> b", nth(0)],
  ['show "a \\\\<x-name>"', within("a \\", "")],
];
const nested: Template[] = [
  ["bash -c 'show \"[x-name]\"'", nth(0)],
  ["bash -c 'show [x-name]'", nth(0)],
  ["bash -c \"show 'a [x-name] b'\"", within("a ", " b")],
  ['bash -c "show \\"a [x-name] b\\""', within("a ", " b")],
  ["sh -c 'bash -c \"show [x-name]\"'", nth(0)],
  ["ssh host show [x-name]", nth(0)],
  ["ssh host \"show 'a [x-name]'\"", within("a ", "")],
  ["watch -n1 1 'show [x-name]'", nth(0)],
  ["eval \"show '[x-name]'\"", nth(0)],
];
const documents: Template[] = [
  ["feed <<EOF\na [x-name] b\nEOF", line],
  ["feed <<'EOF'\na [x-name] b\nEOF", line],
  ["feed <<-EOF\n\ta [x-name] b\n\tEOF", line],
  ["feed <<EOF\n<x-name>\nEOF\nshow 1", within("", "\n")],
  ["feed <<EOF\n<x-name>[y-name]\nEOF\nshow 1", within("", "b\n")],
  ["bash <<EOF\nshow '[x-name]'\nEOF", nth(0)],
  ["docker exec -i mysql bash <<'EOF'\nshow \"[x-name]\"\nEOF", nth(0)],
  ["ssh host bash <<'EOF'\nshow \"[x-name]\"\nEOF", nth(0)],
];
const languages: Template[] = [
  ["curl 'https://h.test/a/[x-name]/b?q=1'", (words) => pathOf(words[0])],
  ["curl https://h.test/a/[x-name]/b", (words) => pathOf(words[0])],
  ['curl "https://h.test/?q=[x-name]&r=1"', (words) => new URL(words[0] ?? "").searchParams.get("q")],
  ['curl -d \'{"a":"[x-name]","b":[1]}\' u', (words) => JSON.parse(words[1] ?? "").a],
  ['curl -d "{\\"a\\":\\"[x-name]\\"}" u', (words) => JSON.parse(words[1] ?? "").a],
  ['curl -d \'{"a":"\'"$X_NAME"\'"}\' u', (words) => JSON.parse(words[1] ?? "").a],
  ["curl -d '{\"a\": <x-name>}' u", (words) => String(JSON.parse(words[1] ?? "").a)],
  ['feed <<EOF\n{"a": "[x-name]"}\nEOF', (words) => JSON.parse(words[0] ?? "").a],
  [
    "kubectl apply -f - <<EOF\na: <x-name>\nb: 1\nEOF",
    (words) => parse(words[0] ?? "", { schema: "failsafe" }).a,
  ],
  ["kubectl apply -f - <<'EOF'\na: \"<x-name>\"\nb: 1\nEOF", (words) => parse(words[0] ?? "").a],
  ["psql -c \"SELECT 1 WHERE a = '[x-name]'\"", (words) => literalOf(words[1])],
  ["usql <<EOF\nSELECT 1 WHERE a = [x-name]\nEOF", sqlValueOf],
  ["snowsql <<'EOF'\nSELECT 1 WHERE a = [x-name]\nEOF", sqlValueOf],
  ["cockroach sql <<EOF\nSELECT 1 WHERE a = '[x-name]'\nEOF", (words) => literalOf(words[0])],
  ['cockroach sql -e "use app; SELECT 1 WHERE a = [x-name]"', (words) => sqlValueOf(words.slice(2))],
  ['impala-shell -q "use app; SELECT 1 WHERE a = [x-name]"', (words) => sqlValueOf(words.slice(1))],
  ["psql app <<EOF\nSELECT 1 WHERE a = '[x-name]'\nEOF", (words) => literalOf(words[0])],
];

/** What the stand-in gets beside the value: no word more, none less, none changed. */
function othersThan(plain: readonly string[]) {
  return (word: string, at: number) => (plain[at]?.includes(MARK) ? "the value" : word);
}

/** One segment of the path, as a server reads it. */
function pathOf(address: string | undefined): string {
  const segments = new URL(address ?? "").pathname.split("/");
  expect(segments).toHaveLength(address?.includes("?") || address?.endsWith("/b") ? 4 : 0);
  return decodeURIComponent(segments[2] ?? "");
}

/** The SQL literal at the end, when nothing follows it. */
function literalOf(sql: string | undefined): string {
  const inner = /= '((?:[^']|'')*)'\n?$/.exec(sql ?? "")?.[1];
  return (inner ?? "no literal").replaceAll("''", "'");
}

/** The same for one that the author wrote without quotes: a number is written so as well. */
function sqlValueOf(words: readonly string[]): string {
  const bare = /= (-?\d+(?:\.\d+)?)\n?$/.exec(words[0] ?? "")?.[1];
  return bare ?? literalOf(words[0]);
}

const pieces = fc.constantFrom(
  ..."' \" ` \\ $ ; & | < > ( ) { } [ ] * ? ! ~ # = % ^ , . .. / : @ - -- 2 é 日 😀 if EOF EO F".split(" "),
  ..."$(id) `id` ;id &&id ||id |id >out {a,b} ${HOME} $HOME $((1+1)) !! !id ~root --force -rf %0a %n %00".split(
    " ",
  ),
  ..."'\"'\"' '\\'' \"'\"'\" $'\\n' \\' \\\" \\\\ \\n '' \"\" '; '-- '/* */ -- /*".split(" "),
  ...'{" "} ": ", [1] a=b a:b &b=c ?q #f // ../ @evil.test :80'.split(" "),
  " ",
  "  ",
  "\t",
  "' ; id ; '",
  '" ; id ; "',
  "' OR '1'='1",
);
const values = fc.oneof(
  { weight: 4, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 6 }).map((list) => list.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }) },
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "break-out-"));
  // Something for a glob to match.
  for (const name of ["a", "ab", "file", "x.log"]) writeFileSync(join(folder, name), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the commands in one bash, each between marks, and gives the words that the stand-in of each has printed. */
function run(commands: readonly string[]): string[][] {
  const script = commands.map((command) => `printf ${BETWEEN}\n${command}\n`).join("");
  const check = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
  expect(check.stderr).toBe("");
  const result = spawnSync("bash", ["--norc", "--noprofile"], {
    input: STAND_INS + script,
    cwd: folder,
    env: { NODE_ENV: "test", HOME: folder, LC_ALL: "C.UTF-8" },
    encoding: "utf8",
    timeout: 30_000,
  });
  expect(result.stderr).toBe("");
  expect(readdirSync(folder).sort()).toEqual(["a", "ab", "file", "x.log"]);
  const parts = result.stdout.split(BETWEEN).slice(1);
  return parts.map((part) =>
    part
      .split("\0")
      .slice(1, -1)
      .map((word) => word.slice(1, -1)),
  );
}

describe.each(Object.entries({ quoted, nested, documents, languages }))("%s", (_, templates) => {
  test.each(templates)(
    "%s: a real bash gets the value to the letter, or nobody gets it",
    (text, read) => {
      const unit = readCommandBlock({ id: "c1", text, lang: "bash", place: "fence", line: 1 });
      const fill = (value: string) => fillCommand(unit, { "x-name": value, X_NAME: value, "y-name": "b" });
      const [plain = []] = run([fill(MARK).text]);
      let filledIn = 0;
      fc.assert(
        fc.property(fc.array(values, { minLength: BATCH, maxLength: BATCH }), (list) => {
          const tried = list.map((value) => ({ value, ...fill(value) }));
          const filled = tried.filter(({ refused }) => refused.length === 0);
          filledIn += filled.length;
          const words = run(filled.map((one) => one.text));
          const isComment = text.includes("#");
          expect(words.map((all) => read(all))).toEqual(filled.map(({ value }) => (isComment ? "1" : value)));
          expect(words.map((all) => all.map(othersThan(plain)))).toEqual(
            filled.map(() => plain.map(othersThan(plain))),
          );
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
      // A refusal of everything would be safe too, and of no use.
      expect(filledIn).toBeGreaterThan(BATCH / 20);
    },
    60_000,
  );
});
