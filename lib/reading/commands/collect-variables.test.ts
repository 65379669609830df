import { expect, test } from "vitest";
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

test("the two roles of a token are called by their role", () => {
  const { variables } = collect("curl 'start=[timestamp]&end=[timestamp]'");
  expect(variables).toMatchObject([
    { key: "timestamp:start", label: "start", uses: 1 },
    { key: "timestamp:end", label: "end", uses: 1 },
  ]);
});
