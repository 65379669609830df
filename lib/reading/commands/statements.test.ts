import { describe, expect, test } from "vitest";
import type { CommandBlock, Statement } from "@/lib/domain/document";
import { readCommandBlock } from "./read-command-block";

function read(text: string, lang = "bash"): CommandBlock {
  return readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 });
}

function statements(block: CommandBlock): Statement[] {
  return block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));
}

function texts(block: CommandBlock): string[] {
  return statements(block).map((statement) => statement.text);
}

function parts(text: string): (string | null)[] {
  return statements(read(text)).map(({ part }) => part && `${part.kind} ${part.ordinal}: ${part.label}`);
}

describe("commands joined on a line", () => {
  test("copying the one before `;` never brings the one behind it", () => {
    const text = "kubectl get deploy web \\\n  -o yaml; kubectl rollout undo deploy/web";
    const block = read(text);
    expect(texts(block)).toEqual(["kubectl get deploy web \\\n  -o yaml", "kubectl rollout undo deploy/web"]);
    expect(statements(block).map((statement) => statement.risk)).toEqual(["read", "change"]);
    expect(block.text).toBe(text);
  });

  test.each([
    ["cd app; make", ["cd app", "make"]],
    ["cd app && make", ["cd app && make"]],
    ["ls | wc -l; date", ["ls | wc -l", "date"]],
    ["for x in a b; do echo $x; done; date", ["for x in a b; do echo $x; done", "date"]],
    ["if true; then date; fi", ["if true; then date; fi"]],
    ["{ date; ls; } > out", ["{ date; ls; } > out"]],
    ["echo 'a; b'; ls", ["echo 'a; b'", "ls"]],
    ['echo "$(date; ls)"; ls', ['echo "$(date; ls)"', "ls"]],
    ["kubectl port-forward svc/x 80 & curl localhost", ["kubectl port-forward svc/x 80 &", "curl localhost"]],
    ["cat <<A; ls\nbody\nA\npwd", ["cat <<A; ls\nbody\nA", "pwd"]],
    ["echo <pod; name>; ls", ["echo <pod; name>", "ls"]],
  ])("%s", (text, expected) => {
    expect(texts(read(text))).toEqual(expected);
    expect(read(text).text).toBe(text);
  });

  test("a comment behind a command stays in the block and is no part of the statement", () => {
    const block = read("kubectl get pods # in [namespace]\nls # and <x>");
    expect(block.text).toBe("kubectl get pods # in [namespace]\nls # and <x>");
    expect(texts(block)).toEqual(["kubectl get pods", "ls"]);
    expect(statements(block)[0]).toMatchObject({ shown: "kubectl get pods # in [namespace]", holes: [] });
    expect(block.holes.map((hole) => block.text.slice(hole.start, hole.end))).toEqual(["[namespace]", "<x>"]);
  });

  test.each([
    ["kubectl get pods \\\n  # only web\n  -l app=web", "kubectl get pods \\\n  -l app=web"],
    ["for n in a b; do\n  # each\n  echo $n # one\ndone", "for n in a b; do\n  echo $n\ndone"],
    ["cat <<A\n# kept\nA", "cat <<A\n# kept\nA"],
    ["sh -c '\n# kept\nls'", "sh -c '\n# kept\nls'"],
  ])("a comment within a command stays in the block alone: %j", (text, expected) => {
    const block = read(`${text}\nls -l`);
    expect(block.text).toBe(`${text}\nls -l`);
    expect(texts(block)).toEqual([expected, "ls -l"]);
    expect(statements(block)[0]?.shown).toBe(text);
  });

  test("placeholders within a comment are those of the block, not of the statement", () => {
    const block = read("if true; then\n  # of [namespace]\n  ls [dir]\nfi");
    expect(block.holes.map((hole) => hole.token)).toEqual(["[namespace]", "[dir]"]);
    const [statement] = statements(block);
    expect(statement?.holes.map((hole) => statement.text.slice(hole.start, hole.end))).toEqual(["[dir]"]);
  });

  test("a sign that looks like a comment inside a word or quotes stays", () => {
    expect(texts(read("curl https://x.test/#top\necho '# no'"))).toEqual([
      "curl https://x.test/#top",
      "echo '# no'",
    ]);
  });

  test("a comment behind SQL is no part of the statement", () => {
    expect(texts(read("SELECT 1; -- one\nSELECT 2;  # two", "sql"))).toEqual(["SELECT 1;", "SELECT 2;"]);
  });
});

describe("numbered comments and alternatives", () => {
  test("numbered comments open sub-steps", () => {
    expect(parts("# 1. Stop writes\na1\n\n# why\na2\n# Step 2: Drain\nb\n# 3) Go\nc")).toEqual([
      "substep 1: Stop writes",
      "substep 1: Stop writes",
      "substep 2: Drain",
      "substep 3: Go",
    ]);
  });

  test("a number in a sentence opens none", () => {
    expect(parts("# 3 pods should be there\na\n# 2.5 GB are enough\nb")).toEqual([null, null]);
  });

  test("options exclude one another, and one for people to do by hand is a note", () => {
    const block = read(
      "# Option 1: Restart\na\n\n# Option B - Scale\n# 1. up\nb\n# 2. down\nc\n\n# Option 3: Disable via UI",
    );
    expect(statements(block).map(({ part }) => part)).toMatchObject([
      { kind: "option", ordinal: 1, label: "Restart" },
      { kind: "option", ordinal: 2, label: "Scale" },
      { kind: "option", ordinal: 2, label: "Scale" },
    ]);
    expect(block.parts.at(-1)).toEqual({ type: "note", text: "Option 3: Disable via UI" });
  });

  test("an option of comments only is a note, not a label of the next", () => {
    const block = read("# Option 1: by hand, in the console\n# Option 2: by command\na");
    expect(block.parts).toMatchObject([
      { type: "note", text: "Option 1: by hand, in the console" },
      { type: "statement", statement: { label: "Option 2: by command", part: { ordinal: 2 } } },
    ]);
  });

  test("Or makes what stands above it the first of two", () => {
    expect(parts("# Look\nz\n\n# Roll back\na\n# Or to a version\nb\n\n# Or\nc\n\n# Check\nd")).toEqual([
      null,
      "option 1: Roll back",
      "option 2: to a version",
      "option 3: Or",
      null,
    ]);
  });

  test("Or reaches back to the numbered comment, and the next number ends it", () => {
    expect(parts("# 1. Look\nz\n# 2. Mend\na\n# Alternatively:\nb\n# 3. Check\nc")).toEqual([
      "substep 1: Look",
      "option 1: Option 1",
      "option 2: Alternatively",
      "substep 3: Check",
    ]);
  });

  test("options inside a sub-step end at the next number", () => {
    expect(parts("# 1. Mend\n# Option A: x\na\n# Option B: y\nb\n# 2. Check\nc")).toEqual([
      "option 1: x",
      "option 2: y",
      "substep 2: Check",
    ]);
  });

  test("what stands behind a blank line below the last option is for all", () => {
    expect(parts("# Option 1\na\n\n# Option 2\nb\n\n# Verify\nc")).toEqual([
      "option 1: Option 1",
      "option 2: Option 2",
      null,
    ]);
  });

  test("a sentence that goes on with or is no alternative", () => {
    expect(parts("a\n# the name\n# or the address\nb")).toEqual([null, null]);
  });
});
