import { describe, expect, test } from "vitest";
import { readCommandBlock } from "./read-command-block";

function holes(text: string, lang = "bash") {
  return readCommandBlock({ id: "c1", text, lang, place: "fence", line: 1 }).holes;
}

function found(text: string, lang?: string): string[] {
  return holes(text, lang).map((hole) => hole.token);
}

describe("placeholders", () => {
  test.each([
    ["kubectl get hpa [service-name]", ["[service-name]"]],
    ["kubectl logs deployment/[service-name] | grep [pattern]", ["[service-name]", "[pattern]"]],
    ["git checkout -b hotfix/[issue-name] main", ["[issue-name]"]],
    ["deploy --env=[dev/staging/production]", ["[dev/staging/production]"]],
    ["ckan search-index rebuild [PUBLISHER]", ["[PUBLISHER]"]],
    ["slo set [e.g., p95 < 800ms, 99.9% availability]", ["[e.g., p95 < 800ms, 99.9% availability]"]],
    ["curl -fsS http://[portal-host]:3000/health/live", ["[portal-host]"]],
    ["scp dump.sql [user-name]@[db-host]:/tmp/", ["[user-name]", "[db-host]"]],
    ["redis-cli -u redis://[cache-host]:[port]", ["[cache-host]", "[port]"]],
    ["kubectl delete pod <pod-name> -n <namespace>", ["<pod-name>", "<namespace>"]],
    ["helm rollback v<x> 0x<hash>", ["<x>", "<hash>"]],
    ["oc logs {ceph-component}", ["{ceph-component}"]],
    ["kubectl get {{ service-name }} {{service_name}}", ["{{ service-name }}", "{{service_name}}"]],
    ["oc get user ${top-user-from-last-command}", ["${top-user-from-last-command}"]],
    ["curl -H 'X: YOUR_API_KEY' https://x.test", ["YOUR_API_KEY"]],
    ["cd /path/to/repo", ["/path/to/repo"]],
    ["kubectl logs ingester-XXX", ["ingester-XXX"]],
    ["echo $A ${B} ${C:-x} ${D?}", ["$A", "${B}", "${C:-x}", "${D?}"]],
    ['echo "$A $(cat \'$B\' "$C")"', ["$A", "$C"]],
    ["cat <<EOF\n$A\nEOF", ["$A"]],
  ])("%s", (text, tokens) => {
    expect(found(text)).toEqual(tokens);
  });
});

describe("no placeholders", () => {
  test.each([
    "gh run list --jq '.[0].conclusion'",
    "jq '.[] | select(.a[1])' file.json",
    "echo ${a[0]} $1 $? $@ $# $$ $! $HOME $PATH $USER $PWD",
    "[ -f x ] && echo y",
    "if [[ -n x ]]; then ls; fi",
    "grep '[a-z]' file; grep '[a-zA-Z0-9_-]' file",
    "echo [x] [ ]",
    "cat <<EOF\nx\nEOF",
    "cat <<'EOF'\n$A\nEOF",
    "ps aux | awk '{print $1}'",
    "echo '$A'",
    "kubectl get pods -o jsonpath='{.status.phase}'",
    "docker ps --format '{{.Names}}'",
    "kubectl get x -o go-template='{{range .items}}{{end}}'",
    "cp x{,.bak} && ls {a,b}",
    "diff <(sort a) <(sort b)",
    "psql app < dump.sql",
    "test 1 -lt 2 && cmd 2>&1 >out.txt",
    "rake task[arg]",
    "curl -g '[::1]:80'",
    "curl -g '[fe80::1]:80'",
    "echo [some-label]: done",
    "echo see [the docs](https://x.test)",
    "git show HEAD@{upstream}",
    "curl -w '%{http_code}' https://x.test",
    "find . -exec rm {} \\;",
    "cat <<EOF > app.ini\n[database-pool]\nEOF",
    "read -p 'Sure [y/n]' X",
    "echo a # $A in a comment",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each(['sum(rate(a_total{job="x"}[5m]))', '{app="x"} |= `y` [5m]'])("query %s", (text) => {
    expect(found(text, "promql")).toEqual([]);
  });

  test("a variable that the block sets is not asked for", () => {
    expect(found("export A=1\nB=2; for C in x; do read -r D; echo $A $B $C $D $E; done")).toEqual(["$E"]);
  });
});

test("one variable in whatever style and case it is written", () => {
  const keys = holes("echo [service-name] <service-name> {{service-name}} [Service Name]").map(
    (hole) => hole.variable,
  );
  expect(new Set(keys)).toEqual(new Set(["service-name"]));
});

test.each([
  ["echo [x-name]", "shell-bare"],
  ["echo 'a [x-name]'", "shell-single"],
  ['echo "a [x-name]"', "shell-double"],
  ['echo "$(ls [x-name])"', "shell-bare"],
  ["psql app\nSELECT '[x-name]';", "sql-string"],
  ["psql app\nSELECT * FROM [x-name];", "sql-identifier"],
  ["psql app\nSELECT [x-name];", "sql-bare"],
  ["cat <<EOF\nname: [x-name]\nEOF", "heredoc"],
  ["cat <<'EOF'\nname: [x-name]\nEOF", "text"],
  ["echo `ls $((1+<x-name>))`", "word"],
  ["kubectl get pod \\\n  [x-name]", "shell-bare"],
])("%s stands in %s", (text, context) => {
  expect(holes(text)).toMatchObject([{ context }]);
});

test.each([
  "echo <a-b> ",
  "echo $A_ID ",
  "echo A_ID ",
  "ssh h 'echo [a-name]' ",
  "[a-name]{a}<b>",
  '"$(echo `<a-b>`)" ',
  '{"a":"<a-b>"} ',
])("a long run of %s is read in no time", (piece) => {
  const started = performance.now();
  holes(piece.repeat(Math.ceil(60_000 / piece.length)));
  expect(performance.now() - started).toBeLessThan(4_000);
});

test.each(["${A%%.*}", "${A#x}", "${A/a/b}", "${A^^}", "${A:0:3}", "${A:+x}", "${A@Q}", "${#A}"])(
  "%s reads the variable, and no value is written in its place",
  (token) => {
    const [hole] = holes(`echo "${token}"`);
    expect(hole).toMatchObject({ token, variable: "A", optional: true, isComputed: true });
    const [plain] = holes("echo ${A:-x}");
    expect(plain?.isComputed).toBeUndefined();
  },
);
