import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommandBlock } from "@/lib/reading/commands/read-command-block";
import type { CopyUnit } from "../document";
import { fillCommand } from "./fill-command";

function unit(text: string, lang: string | null = "bash"): CopyUnit {
  return readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 });
}

function fill(text: string, values: Record<string, string>, lang?: string): string {
  const result = fillCommand(unit(text, lang), values);
  expect(result).toMatchObject({ open: [], refused: [] });
  return result.text;
}

function refusal(text: string, value: string, key = "x-name"): string | undefined {
  return fillCommand(unit(text), { [key]: value }).refused[0]?.reason;
}

test("a value is written wherever its variable stands, and the open ones are named once", () => {
  const result = fillCommand(
    unit("kubectl get hpa [service-name] -n <ns>\nkubectl logs deploy/[service-name] -n <ns>"),
    {
      "service-name": "api",
      ns: "",
    },
  );
  expect(result.text).toBe("kubectl get hpa api -n <ns>\nkubectl logs deploy/api -n <ns>");
  expect(result.open).toEqual(["ns"]);
});

test("an own key of the values only: names that every object has are no value", () => {
  expect(fillCommand(unit("echo <constructor>"), {})).toMatchObject({
    text: "echo <constructor>",
    open: ["constructor"],
  });
});

test("a shell variable is replaced by its value, or stays when the page sets it", () => {
  const command = unit("helm upgrade api ./api --set image.tag=$IMAGE_TAG");
  expect(fillCommand(command, { IMAGE_TAG: "v1 b" }).text).toBe(
    "helm upgrade api ./api --set image.tag='v1 b'",
  );
  expect(fillCommand(command, {}).open).toEqual(["IMAGE_TAG"]);
  const optional = { ...command, holes: command.holes.map((hole) => ({ ...hole, optional: true })) };
  expect(fillCommand(optional, {})).toEqual({ text: command.text, open: [], refused: [] });
});

describe("quoting follows the place", () => {
  test.each([
    ["kubectl get deployment/[x-name]", "my svc", "kubectl get deployment/'my svc'"],
    ["echo [x-name]", "it's", "echo 'it'\\''s'"],
    ["echo [x-name]", "~root", "echo '~root'"],
    ["echo '[x-name]'", "it's", "echo 'it'\\''s'"],
    ['echo "a [x-name]"', 'a"$b`c\\', 'echo "a a\\"\\$b\\`c\\\\"'],
    ['echo "[x-name]"', "hi!", 'echo "hi"\'!\'""'],
    [
      "psql app\nSELECT * FROM t WHERE a = '[x-name]';",
      "O'Brien",
      "psql app\nSELECT * FROM t WHERE a = 'O''Brien';",
    ],
    ["psql app\nSELECT * FROM [x-name];", "my table", 'psql app\nSELECT * FROM "my table";'],
    ["psql app\nSELECT * FROM t WHERE a = [x-name];", "42", "psql app\nSELECT * FROM t WHERE a = 42;"],
  ])("%s with %s", (text, value, filled) => {
    expect(fill(text, { "x-name": value })).toBe(filled);
  });
});

describe("a value that would mean more than itself is refused, its harmless twin is not", () => {
  test.each([
    ["line break", "echo [x-name]", "a\nrm -rf x", "a b"],
    ["NUL", "echo [x-name]", "a\0b", "ab"],
    ["escape sequence", "echo [x-name]", "a\u001b[31m", "a[31m"],
    ["right-to-left override", "echo [x-name]", "a\u202eb", "ab"],
    ["zero width", "echo [x-name]", "a\u200bb", "ab"],
    ["option", "grep [x-name] file", "-rf", "rf"],
    ["quoted option", 'grep "[x-name]" file', "--help", "help"],
    ["bare SQL", "psql app\nSELECT * FROM t WHERE a = [x-name];", "1; DROP TABLE t", "1"],
    [
      "inner quote",
      'curl -G --data-urlencode \'query={a="[x-name]"} |= "E"\' http://x',
      'a"} or {b="',
      "a b",
    ],
    ["JSON", 'curl -d \'{"text":"[x-name]"}\' http://x', 'a","b":"', "a b"],
    ["nested shell", "watch -n 30 'kubectl get pods -l app=[x-name]'", "api; rm -rf ~", "api"],
    ["remote shell", "ssh host cat [x-name]", "/a;reboot", "/a"],
    ["SQL in an argument", "psql -c \"SELECT * FROM t WHERE a = '[x-name]'\"", "x' OR '1'='1", "x y"],
    ["back-ticks", "echo `cat [x-name]`", "a`id`", "a b"],
    ["here-document", "cat <<EOF > f\nname: [x-name]\nEOF", "$(id)", "a b"],
  ])("%s", (_, text, bad, good) => {
    const result = fillCommand(unit(text), { "x-name": bad });
    expect(result.refused).toMatchObject([{ variable: "x-name" }]);
    expect(result.refused[0]?.reason).toMatch(/^[A-Z].*\.$/);
    expect(result.text).toBe(unit(text).text);
    expect(refusal(text, good)).toBeUndefined();
  });

  test("a hyphen behind an equals sign makes no option", () => {
    expect(fill("kubectl logs x --tail=[x-name]", { "x-name": "-1" })).toBe("kubectl logs x --tail=-1");
  });
});

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;
const values = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(..."'\"`$\\!;&|<>(){}[]*?~#= %^-abc"), minLength: 1, maxLength: 20 }),
  )
  .filter((value) => !UNSEEN.test(value) && !value.startsWith("-"));

describe.each(["bash", "sh"])("a real %s prints exactly the value", (shell) => {
  test.each([
    ["bare", "printf '%s\\n' [x-name]", ""],
    ["glued", "printf '%s\\n' a/[x-name]/b", "a/"],
    ["single quotes", "printf '%s\\n' 'a [x-name] b'", "a "],
    ["double quotes", "printf '%s\\n' \"a [x-name] b\"", "a "],
    ["a variable", "printf '%s\\n' ${X_NAME}", ""],
    ["a variable in double quotes", "printf '%s\\n' \"a $X_NAME b\"", "a "],
    ["double quotes in a substitution", "printf '%s\\n' \"$(printf '%s' \"[x-name]\")\"", ""],
    ["a substitution in double quotes", "printf '%s\\n' \"$(printf '%s' [x-name])\"", ""],
  ])(
    "%s",
    (_, text, before) => {
      const command = unit(text);
      const after = { "": "", "a/": "/b", "a ": " b" }[before] ?? "";
      fc.assert(
        fc.property(fc.array(values, { minLength: 1, maxLength: 25 }), (list) => {
          const filled = list.map((value) => fillCommand(command, { "x-name": value, X_NAME: value }));
          expect(filled.flatMap((result) => result.refused)).toEqual([]);
          const run = spawnSync(shell, ["-c", filled.map((result) => result.text).join("\n")], {
            encoding: "utf8",
          });
          expect(run.stderr).toBe("");
          expect(run.stdout).toBe(list.map((value) => `${before}${value}${after}\n`).join(""));
        }),
        { numRuns: 12 },
      );
    },
    60_000,
  );
});

test("SQL strings hold exactly the value: no lone quote is left inside", () => {
  const command = unit("psql app\nSELECT * FROM t WHERE a = '[x-name]';");
  fc.assert(
    fc.property(
      values.filter((value) => !value.includes("\\")),
      (value) => {
        const text = fillCommand(command, { "x-name": value }).text;
        const inner = text.slice(text.indexOf("= '") + 3, -2);
        expect(inner.replaceAll("''", "")).not.toContain("'");
        expect(inner.replaceAll("''", "'")).toBe(value);
      },
    ),
  );
});
