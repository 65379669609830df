import { describe, expect, test } from "vitest";
import { aUnit } from "../testing/document";
import { cleanCommand, drawHidden, isWithheld, settleDoubts } from "./hidden-characters";

describe("what hides is put right and named", () => {
  test.each([
    ["ls\u00a0-l", "ls -l", "no-break space (U+00A0)", "space"],
    ["ls\u2003-l", "ls -l", "unusual space (U+2003)", "space"],
    ["ls\u3000-l", "ls -l", "ideographic space (U+3000)", "space"],
    ["rm\u200b -r x", "rm -r x", "zero-width space (U+200B)", "zero-width"],
    ["get po\u00add", "get pod", "soft hyphen (U+00AD)", "zero-width"],
    ["\ufeffls", "ls", "byte order mark (U+FEFF)", "zero-width"],
    ["ls x\ufe0f", "ls x", "variation selector (U+FE0F)", "zero-width"],
    ["ls \u202exe.gpj", "ls xe.gpj", "right-to-left override (U+202E)", "bidi"],
    ["ls \u2067x\u2069", "ls x", "right-to-left isolate (U+2067)", "bidi"],
    ["ls \u200fx", "ls x", "right-to-left mark (U+200F)", "bidi"],
    ["grep \u201cx\u201d f", 'grep "x" f', "left double quote (U+201C)", "quote"],
    ["grep \u2018a b\u2019 f", "grep 'a b' f", "left single quote (U+2018)", "quote"],
    ["echo \u201cit's on\u201d", 'echo "it\'s on"', "left double quote (U+201C)", "quote"],
    ["curl -d '{\u201ca\u201d: 1}' x", "curl -d '{\"a\": 1}' x", "left double quote (U+201C)", "quote"],
    ["ls \u2014force", "ls --force", "em dash (U+2014)", "look-alike"],
    ["ls \u2013l", "ls -l", "en dash (U+2013)", "look-alike"],
    ["ls \u2013\u2013all", "ls --all", "en dash (U+2013)", "look-alike"],
    ["ls -\u2013all", "ls --all", "en dash (U+2013)", "look-alike"],
    ["ls \u2013-all", "ls --all", "en dash (U+2013)", "look-alike"],
    ["sh run \u2013\u2013 ls", "sh run -- ls", "en dash (U+2013)", "look-alike"],
    ["kill \u20139 42", "kill -9 42", "en dash (U+2013)", "look-alike"],
    ["ls my\u2011pod", "ls my-pod", "no-break hyphen (U+2011)", "look-alike"],
    ["ls a\u2044b", "ls a/b", "fraction slash (U+2044)", "look-alike"],
    ["ls \uff0fetc", "ls /etc", "look-alike \uff0f (U+FF0F)", "look-alike"],
  ])("%j", (text, clean, name, kind) => {
    const found = cleanCommand(text);
    expect(found.text).toBe(clean);
    expect(found.hidden[0]).toMatchObject({ name, kind });
    expect(isWithheld(found)).toBe(false);
  });
});

describe("what only a person can tell is left and withheld, and the other reading offered", () => {
  test.each([
    ["kubectl scale deploy/web --replicas=1\u200d0", "kubectl scale deploy/web --replicas=10"],
    ["kill 4\u200b2", "kill 42"],
    ["c\u0430t f", "cat f"],
    ["ls \u0441\u0440", "ls cp"],
    ["kubect\u04cf get pods", "kubectl get pods"],
    ["\u043aubectl get pods", "kubectl get pods"],
    ["n\u0585de x.js", "node x.js"],
    ["\u0261it push", "git push"],
    ["kubect\u217c get pods", "kubectl get pods"],
    ["cat \u039fK", "cat OK"],
    ["echo 'p\u0430ypal'", "echo 'paypal'"],
    ["echo a\uff1brm x", "echo a;rm x"],
    ["ls a\u2223id", "ls a|id"],
    ["find . \u2013name x", "find . --name x"],
    ["seq 1\u20135", "seq 1-5"],
    ["echo don\u2019t", "echo don't"],
    ["ls\u001b[2K", "ls[2K"],
    ["ls x\bid", "ls xid"],
    ["ls\u2028id", "lsid"],
  ])("%j", (text, other) => {
    const found = cleanCommand(text);
    expect(found.text).toBe(text);
    expect(found.hidden[0]).toMatchObject({ replacement: null });
    expect(isWithheld(found)).toBe(true);
    expect(settleDoubts(aUnit({ text: found.text })).text).toBe(other);
  });
});

test.each([
  "echo 'Größe café naïve Łódź'",
  "echo 日本語　テスト，（了）。",
  "kubectl get pods # 파드를 확인한다",
  "echo 'ОШИБКА в модуле' # проверка",
  "echo 'SQL-запрос'",
  "echo 'Ελληνικά'; sleep 10μs",
  'curl -d \'{"text":"⚠️ High latency – rolled back…"}\' https://x.test',
  "echo 👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ ©️",
  "echo 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  'echo "it\u2019s done \u2014 really"',
  "# don\u2019t do this \u201ctwice\u201d \u2013 ever\nls",
  "echo 'می\u200cخواهم'",
  "echo 'क्\u200dष'",
  "echo 'שלום\u200f!'",
  "echo foo \u2014 bar",
  "echo 'a \u2013\u2013 b'",
  "# \u2013\u2013 x \u2013\u2013\nls",
  "echo 'Къде к Հայաստան'",
  "git commit -m 'fix: 5 × 3 → 15 · done ✅'",
  "echo «\u00a0oui\u00a0»",
  "ls -l\n\tcat 'x'",
])("honest text is left alone: %j", (text) => {
  expect(cleanCommand(text)).toEqual({ text, hidden: [] });
});

test("offsets count in the text as written", () => {
  const text = "a\u200b b\u00a0c";
  const { hidden } = cleanCommand(text);
  expect(hidden.map(({ start, end }) => text.slice(start, end))).toEqual(["\u200b", "\u00a0"]);
  expect(drawHidden(text, hidden).map((piece) => piece.text)).toEqual(["a", "U+200B", " b", "U+00A0", "c"]);
});

test("a text without hidden characters is one piece to draw", () => {
  expect(drawHidden("ls", [])).toEqual([{ text: "ls", hidden: null }]);
});

test("placeholders move with the text that the reader chose", () => {
  const hole = { token: "[x]", variable: "x", context: "shell-bare" as const, optional: false };
  const text = "scale 1\u200d0 [x]";
  const unit = aUnit({ text, holes: [{ ...hole, start: 10, end: 13 }] });
  const settled = settleDoubts(unit);
  expect(settled.text).toBe("scale 10 [x]");
  expect(settled.holes).toMatchObject([{ start: 9, end: 12 }]);
});

test("a long hostile text is read in one go", () => {
  const started = performance.now();
  cleanCommand("'“\u200b\u202eа".repeat(40_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
