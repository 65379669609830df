import { describe, expect, test } from "vitest";
import { collectVariables } from "./collect-variables";
import { readCommandBlock } from "./read-command-block";

function collect(...texts: string[]) {
  return collectVariables(
    texts.map((text, i) =>
      readCommandBlock({ id: `c${i + 1}`, text, lang: "bash", place: "fence", line: i + 1 }),
    ),
  );
}

test("variables come in document order, each once, with their tokens and uses", () => {
  const { variables } = collect("echo [b-name] <a-name>", "echo {{a-name}} [b-name]");
  expect(variables).toMatchObject([
    { key: "b-name", label: "b-name", tokens: ["[b-name]"], style: "square", uses: 2 },
    { key: "a-name", tokens: ["<a-name>", "{{a-name}}"], style: "angle", uses: 2 },
  ]);
});

test("what an earlier block sets may stay open; what only a later one sets may not", () => {
  const { variables, blocks } = collect("export TAG=$(date)", "echo $TAG $LATE", "read -r LATE");
  expect(blocks[1]?.holes).toMatchObject([
    { variable: "TAG", optional: true },
    { variable: "LATE", optional: false },
  ]);
  expect(blocks[1]?.parts).toMatchObject([
    { statement: { holes: [{ optional: true }, { optional: false }] } },
  ]);
  expect(variables).toMatchObject([
    { key: "TAG", isProduced: true },
    { key: "LATE", isProduced: true },
  ]);
});

test.each([
  "echo [api-token]",
  "echo [new-password]",
  "echo $SLACK_WEBHOOK_URL",
  "echo <private-key>",
  'curl -H "Authorization: Bearer [x-value]" https://x.test',
  "mysql --password=[x-value]",
  "mysql --password [x-value]",
  "kubectl create secret generic s --from-literal=DB_PASSWORD=[x-value]",
])("secret: %s", (text) => {
  expect(collect(text).variables).toMatchObject([{ isSecret: true }]);
});

test.each([
  "kubectl get secret <secret-name>",
  "kubectl get pods -n [namespace]",
  "echo $TOKEN_FILE",
  "ssh <key>",
])("no secret: %s", (text) => {
  expect(collect(text).variables).toMatchObject([{ isSecret: false }]);
});

test("slash alternatives are choices, e.g. gives an example", () => {
  const { variables } = collect("deploy [dev/staging/production] <db, e.g. orders-db> [e.g., v1.2]");
  expect(variables).toMatchObject([
    { choices: ["dev", "staging", "production"], example: null },
    { key: "db", choices: [], example: "orders-db" },
    { choices: [], example: "v1.2" },
  ]);
});

describe("one word in two roles", () => {
  test.each([
    [
      "curl --data-urlencode 'start=[timestamp]' --data-urlencode 'end=[timestamp]'",
      "timestamp",
      "start",
      "end",
    ],
    ["logcli query --from=<date> --to=<date>", "date", "from", "to"],
    ["aws logs --start-time <timestamp> --end-time <timestamp>", "timestamp", "start", "end"],
    ["psql -c \"SELECT 1 FROM t WHERE a >= '[date]' AND a < '[date]'\"", "date", "from", "to"],
    ["psql -c \"SELECT 1 FROM t WHERE a BETWEEN '[date]' AND '[date]'\"", "date", "from", "to"],
    ["cp --source=[file-name] --target=[file-name]", "file-name", "source", "target"],
    ["fwd --local-port=<port> --remote-port=<port>", "port", "local-port", "remote-port"],
  ])("%s is two variables", (text, word, ...roles) => {
    const { variables } = collect(text);
    expect(variables.map(({ key }) => key)).toEqual(roles.map((role) => `${word}:${role}`));
    expect(variables.map(({ label }) => label)).toEqual(roles);
  });

  test("over two blocks of a page too", () => {
    const { variables, blocks } = collect("q --from=<date>", "q --to=<date>");
    expect(variables.map(({ key }) => key)).toEqual(["date:from", "date:to"]);
    expect(blocks[1]?.parts).toMatchObject([{ statement: { holes: [{ variable: "date:to" }] } }]);
  });

  test.each([
    "deploy --service=[service-name] -l app=[service-name]",
    "curl http://<host>:<port>/ --port=<port>",
    "nc localhost <port>; nc -p <port>",
    "q --date=<date>; r --on <date>",
  ])("%s is none", (text) => {
    expect(collect(text).variables.filter(({ key }) => key.includes(":"))).toEqual([]);
  });
});

test.each([
  ["echo [date]", "date"],
  ["echo [YYYY-MM-DD]", "date"],
  ["echo <start-date>", "date"],
  ["echo [timestamp]", "timestamp"],
  ["echo <YYYY-MM-DDTHH:MM:SSZ>", "timestamp"],
  ["echo <YYYYMMDD>", "text"],
  ["echo $START_TIME", "timestamp"],
  ["echo <update-name>", "text"],
  ["echo [dev/staging/production]", "choice"],
  ["echo [on|off]", "choice"],
  ["gh repo view [owner/repo]", "text"],
  ["echo [api-token]", "secret"],
])("%s asks for a %s", (text, input) => {
  expect(collect(text).variables).toMatchObject([{ input }]);
});

test("one name is one variable in whatever style, case and joint it is written", () => {
  const { variables } = collect("a <POD_NAME> [pod-name] <pod name> {{podName}} {pod_name}", "b POD_NAME");
  expect(variables).toMatchObject([{ key: "pod-name", uses: 6 }]);
});

test("a name is no variable of the shell, and what is said beside it is no part of it", () => {
  const { variables } = collect("a <POD_NAME> $POD_NAME <port (default 80)> <port, e.g. 443> [e.g., v1]");
  expect(variables).toMatchObject([
    { key: "pod-name" },
    { key: "POD_NAME" },
    { key: "port", example: "80" },
    { label: "value", example: "v1" },
  ]);
});
