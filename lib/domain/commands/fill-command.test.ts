import { describe, expect, test } from "vitest";
import { readCommandBlock } from "@/lib/reading/commands/read-command-block";
import type { CopyUnit } from "../document";
import { aUnit } from "../testing/document";
import { fillCommand } from "./fill-command";

function unit(text: string, lang: string | null = "bash"): CopyUnit {
  return readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 });
}

function fill(text: string, values: Record<string, string>, lang?: string): string {
  const result = fillCommand(unit(text, lang), values);
  expect(result).toMatchObject({ open: [], refused: [] });
  return result.text;
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
    ["[x-name] ls", "LD_PRELOAD=x", "'LD_PRELOAD=x' ls"],
    ["[x-name] ls", "if", "'if' ls"],
    ["echo [x-name]>file", "2", "echo '2'>file"],
    ["echo [x-name] >file", "2", "echo 2 >file"],
    ["echo '[x-name]'", "it's", "echo 'it'\\''s'"],
    ['echo "a [x-name]"', 'a"$b`c\\', 'echo "a a\\"\\$b\\`c\\\\"'],
    ['echo "[x-name]"', "hi!", 'echo "hi"\'!\'""'],
    ["ssh host cat [x-name]", "/a b", "ssh host cat ''\\''/a b'\\'''"],
    ["watch -n 5 'get pods -l app=[x-name]'", "a b", "watch -n 5 'get pods -l app='\\''a b'\\'''"],
    ["cat <<EOF > f\nset [x-name]\nEOF", "$(id)", "cat <<EOF > f\nset \\$(id)\nEOF"],
    ["cat <<'EOF' > f\nset [x-name]\nEOF", "$(id)", "cat <<'EOF' > f\nset $(id)\nEOF"],
    ["kubectl apply -f - <<EOF\nname: [x-name]\nEOF", "a: b", 'kubectl apply -f - <<EOF\nname: "a: b"\nEOF'],
    ["curl https://h.test/[x-name]?a=1", "a/b c", "curl https://h.test/a%2Fb%20c?a=1"],
    ["curl 'https://h.test/?q=[x-name]'", "a&b=c", "curl 'https://h.test/?q=a%26b%3Dc'"],
    ["curl https://[x-name]:8080/", "db.test", "curl https://db.test:8080/"],
    ["psql postgres://app:[x-name]@db/app", "p@ss:/", "psql postgres://app:p%40ss%3A%2F@db/app"],
    ["curl 'https://h.test/x?[api-query]'", "a=1&b=%20", "curl 'https://h.test/x?a=1&b=%20'"],
    ["python run/[x-name]/job.py", "a b", "python run/'a b'/job.py"],
    ["jq --arg a 'b [x-name]' .c f", "a;b", "jq --arg a 'b a;b' .c f"],
    ["aws s3 ls 's3://[x-name]/a'", "my b", "aws s3 ls 's3://my b/a'"],
    ['curl -d \'{"a":"[x-name]"}\' x', 'say "hi"', 'curl -d \'{"a":"say \\"hi\\""}\' x'],
    ['curl -d "{\\"a\\":\\"[x-name]\\"}" x', 'a"b', 'curl -d "{\\"a\\":\\"a\\\\\\"b\\"}" x'],
    ["curl -d '{\"a\": <x-name>}' x", "3", "curl -d '{\"a\": 3}' x"],
    ["curl -d '{\"a\": <x-name>}' x", "3,4", 'curl -d \'{"a": "3,4"}\' x'],
    ["psql -c \"SELECT '[x-name]'\"", "O'Brien", "psql -c \"SELECT 'O''Brien'\""],
    ["psql app\nSELECT * FROM t WHERE a = '[x-name]';", "O'B", "psql app\nSELECT * FROM t WHERE a = 'O''B';"],
    ["psql app\nSELECT * FROM [x-name];", "my table", 'psql app\nSELECT * FROM "my table";'],
    ['psql app\nSELECT * FROM "[x-name]";', 'a"b', 'psql app\nSELECT * FROM "a""b";'],
    ["psql app\nSELECT * FROM t WHERE a = [x-name];", "42", "psql app\nSELECT * FROM t WHERE a = 42;"],
    ["psql app\nDELETE FROM t WHERE a = [x-name];", "a", "psql app\nDELETE FROM t WHERE a = 'a';"],
  ])("%s with %s", (text, value, filled) => {
    expect(fill(text, { "x-name": value, "api-query": value })).toBe(filled);
  });
});

describe("a value that would mean more than itself is refused, its harmless twin is not", () => {
  test.each([
    ["line break", "echo [x-name]", "a\nrm -rf x", "a b"],
    ["carriage return", "echo [x-name]", "a\rb", "ab"],
    ["NUL", "echo [x-name]", "a\0b", "ab"],
    ["escape sequence", "echo [x-name]", "a\u001b[31m", "a[31m"],
    ["right-to-left override", "echo [x-name]", "a\u202eb", "شلوم"],
    ["zero width", "echo [x-name]", "a\u200bb", "ab"],
    ["joiner", "echo [x-name]", "1\u200d0", "👩‍💻 ⚠️"],
    ["lone half of a pair", "echo [x-name]", "a\ud83d", "a😀"],
    ["option", "grep [x-name] file", "-rf", "rf"],
    ["option of a nested command", "kubectl exec p -- grep [x-name] f", "-f/etc", "a-f"],
    ["quoted option", 'grep "[x-name]" file', "--help", "help"],
    ["option within a nested shell", 'sh -c "grep \\"[x-name]\\" f"', "-r", "r"],
    ["host of ssh", "ssh [x-name] uptime", "-oProxyCommand=id", "db-1"],
    ["bare SQL", "psql app\nSELECT [x-name] FROM t;", "1; DROP TABLE t", "name"],
    ["SQL comment", "psql app\nSELECT 5 -[x-name] FROM t;", "-1", "1"],
    ["SQL backslash", "psql app\nSELECT '[x-name]';", "a\\", "a"],
    ["SQL between dollars", "psql app\nSELECT $$a <x-name>$$;", "$$;", "a"],
    [
      "inner quote",
      'curl -G --data-urlencode \'query={a="[x-name]"} |= "E"\' http://x',
      'a"} or {b="',
      "a b",
    ],
    ["query in an address", "curl 'http://p/api?query=up{job=\"[x-name]\"}'", 'a"', "a b"],
    ["query in JSON", 'curl -d \'{"q":"{job=\\"[x-name]\\"}"}\' x', 'a"} or {', "a b"],
    ["jq program", "jq '.[] | select(.a == \"[x-name]\")' f", '" or true or "', "a b"],
    ["sed program", "sed -i 's/a/[x-name]/' f", "x/e;id", "x"],
    ["awk program", "awk '/[pattern]/ {print}' f", "/{system(id)}/", "ab"],
    ["Python program", "python -c \"print('[x-name]')\"", "');import os#", "a b"],
    ["format", "printf '[x-name]\\n'", "%n", "n"],
    ["path that climbs", "curl https://h.test/a/[x-name]/b", "..", "..."],
    ["host", "curl https://[x-name].test/", "evil.test/", "api"],
    ["a backslash before", "echo \\<x-name>", "a b", "ab"],
    ["a dollar before", 'echo "$<x-name>"', "(id)", "HOME"],
    ["default of a variable", 'echo "${A:-[x-name]}"', "}$(id)", "a"],
    ["arithmetic", "echo $((<x-name> + 1))", "a[$(id)]", "4"],
    ["back-ticks", "echo `cat [x-name]`", "a`id`", "a b"],
    ["end of a here-document", "cat <<EOF\n<x-name>\nEOF", "EOF", "EOFX"],
    ["manifest", "kubectl apply -f - <<EOF\nimage: r/[x-name]:1\nEOF", "a: b", "a"],
  ])("%s", (_, text, bad, good) => {
    const key = unit(text).holes[0]?.variable ?? "";
    const result = fillCommand(unit(text), { [key]: bad });
    expect(result.refused).toMatchObject([{ variable: key }]);
    expect(result.refused[0]?.reason).toMatch(/^[A-Z].*\.$/);
    expect(result.text).toBe(unit(text).text);
    expect(fillCommand(unit(text), { [key]: good }).refused).toEqual([]);
  });

  test.each([
    ["a hyphen behind an equals sign", "kubectl logs x --tail=[x-name]", "-1", "kubectl logs x --tail=-1"],
    ["a hyphen behind the sign that ends options", "grep -- [x-name] f", "-e", "grep -- -e f"],
  ])("%s makes no option", (_, text, value, filled) => {
    expect(fill(text, { "x-name": value })).toBe(filled);
  });

  test.each([
    ["Get-Item '[x-name]'", "a’; ls", "a b"],
    ["Get-Item [x-name]", "a; ls", "a-1.txt"],
  ])("a language that is not read: %s", (text, bad, good) => {
    const refused = (value: string) =>
      fillCommand(unit(text, "powershell"), { "x-name": value }).refused.map(({ variable }) => variable);
    expect(refused(bad)).toEqual(["x-name"]);
    expect(refused(good)).toEqual([]);
  });
});

test("the example of the attack list: two arguments, each with its value to the letter", () => {
  const text = "./scripts/deploy/rollback.sh --service=[service-name] --version=[stable-version]";
  expect(fill(text, { "service-name": "web --force", "stable-version": "1.2'$(id)'" })).toBe(
    "./scripts/deploy/rollback.sh --service='web --force' --version='1.2'\\''$(id)'\\'''",
  );
});

test("what the shell works out of a variable stays as it is written", () => {
  const hole = { token: "${A%%.*}", variable: "A", context: "shell-double" as const, optional: true };
  const unit = aUnit({ text: 'echo "${A%%.*}"', holes: [{ ...hole, start: 6, end: 14 }] });
  expect(fillCommand(unit, { A: "x" }).text).toBe('echo "x"');
  const computed = { ...unit, holes: unit.holes.map((own) => ({ ...own, isComputed: true })) };
  expect(fillCommand(computed, { A: "x" })).toEqual({ text: unit.text, open: [], refused: [] });
});
