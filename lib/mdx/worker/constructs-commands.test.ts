import { expect, test, vi } from "vitest";
import { harmlessPart } from "@/lib/domain/commands/copy-units";
import { fillCommand } from "@/lib/domain/commands/fill-command";
import type { CommandBlock, RunbookModel, Statement } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { findTags, parseHtml } from "../testing/parse-html";
import { readSeed } from "../testing/seeds";
import { compile } from "./compile";

// Each test is named after the row of the list of constructs that it holds to.
vi.setConfig({ testTimeout: 30_000 });

const read = (source: string) => compile({ source, format: "md" });
const template = () => read(readSeed("runbook-template"));
const example = () => read(readSeed("api-service-example"));

function blockWith(model: RunbookModel, words: string): CommandBlock {
  const block = model.commands.find(({ text }) => text.includes(words));
  if (!block) throw new Error(`no block holds ${words}`);
  return block;
}

const statementsOf = (block: CommandBlock): Statement[] =>
  block.parts.flatMap((part) => (part.type === "statement" ? [part.statement] : []));

function statementWith(model: RunbookModel, words: string): Statement {
  const statement = model.commands.flatMap(statementsOf).find(({ text }) => text.includes(words));
  if (!statement) throw new Error(`no statement holds ${words}`);
  return statement;
}

const variableOf = (model: RunbookModel, key: string) => {
  const variable = model.variables.find((each) => each.key === key);
  if (!variable) throw new Error(`no variable is called ${key}`);
  return variable;
};

test("`[e.g., p95 < 800ms, 99.9% availability]`: the example is shown and its `<` breaks nothing", async () => {
  const { html, road } = await template();
  expect(road).toBe("md");
  expect(textOf(parseHtml(html))).toContain("[e.g., p95 < 800ms, 99.9% availability]");
  const { model } = await read("```bash\n./load.sh --target=[e.g., p95 < 800ms]\n```\n");
  expect(model.variables.map(({ example: hint }) => hint)).toEqual(["p95 < 800ms"]);
});

test("`---` rules: fourteen rules, no front matter and no heading made of them", async () => {
  const { html, model } = await template();
  expect(findTags(parseHtml(html), "hr")).toHaveLength(14);
  expect(model.sections).toHaveLength(37);
});

test("Placeholders in commands: one variable for each, whatever the number of its places", async () => {
  const { model } = await template();
  const keys = model.variables.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of ["service-name", "db-host", "username", "database", "stable-version"]) {
    expect(keys).toContain(key);
  }
  expect(variableOf(model, "service-name").uses).toBeGreaterThan(10);
  const open = fillCommand(blockWith(model, "rollout restart"), {});
  expect(open.open).toEqual(["service-name"]);
});

test("`[dev/staging/production]`: a choice of three", async () => {
  const { model } = await read("```bash\n./toggle.sh --env=[dev/staging/production]\n```\n");
  expect(model.variables.map(({ choices, input }) => [choices, input])).toEqual([
    [["dev", "staging", "production"], "choice"],
  ]);
});

test("`'start=[timestamp]'` / `'end=[timestamp]'`: one token in two roles is two values, each a time", async () => {
  const { model } = await template();
  const roles = model.variables.filter(({ tokens }) => tokens.includes("[timestamp]"));
  expect(roles.map(({ label, input }) => [label, input])).toEqual([
    ["start", "timestamp"],
    ["end", "timestamp"],
  ]);
});

test("`[api-token]`, `[new-password]`, `Authorization`, `DB_PASSWORD=`: secrets, and no others", async () => {
  const { model } = await template();
  const secrets = model.variables.filter(({ isSecret }) => isSecret).map(({ key }) => key);
  expect(secrets.sort()).toEqual(["api-token", "new-password"]);
});

test("Nested quoting: the value stays inside the query that it stands in, or is refused", async () => {
  const { model } = await template();
  const query = statementWith(model, "query_range");
  const values = { "service-name": "check out", "timestamp:start": "1", "timestamp:end": "2" };
  expect(fillCommand(query, values).text).toContain(`'query={service_name="check out"} |= "ERROR"'`);
  const attack = fillCommand(query, { ...values, "service-name": `x"} or {a="` });
  expect(attack.text).not.toContain(`x"} or {a="`);
});

test("`[issue-name]`, `[description]`, `[migration-name]`, `[pattern]`: plain values, quoted for their place", async () => {
  const { model } = await template();
  const fill = (words: string, values: Record<string, string>) =>
    fillCommand(statementWith(model, words), values).text;
  expect(fill("git checkout", { "issue-name": "slow checkout" })).toBe(
    "git checkout -b hotfix/'slow checkout' main",
  );
  expect(fill("git commit", { description: 'say "no"; $(id)' })).toBe(
    'git commit -m "fix: say \\"no\\"; \\$(id)"',
  );
  expect(fill("grep [pattern]", { "service-name": "api", pattern: "time out" })).toBe(
    "kubectl logs -f deployment/api | grep 'time out'",
  );
  expect(
    fillCommand(statementWith(model, "grep [pattern]"), { "service-name": "api", pattern: "-r" }).refused,
  ).toEqual([expect.objectContaining({ variable: "pattern" })]);
});

test("Comment lines in fences: a label of the statement below, not copied with it", async () => {
  const { model } = await template();
  const restart = statementWith(model, "rollout restart");
  expect(restart.label).toBe("Graceful restart (zero-downtime)");
  expect(restart.text).toBe("kubectl rollout restart deployment/[service-name]");
});

test("`watch -n 30 …`, `logs -f`, `k6 run`: what runs until it is stopped says so", async () => {
  const { model } = await template();
  expect(statementWith(model, "watch -n 30").isEndless).toBe(true);
  expect(statementWith(model, "kubectl logs -f deployment/[service-name]").isEndless).toBe(true);
  expect(statementWith(model, "--tail=100").isEndless).toBe(false);
});

test("`use with caution!`: the UPDATE is a danger and no part of what can be copied carelessly", async () => {
  const { model } = await template();
  const block = blockWith(model, "UPDATE outbox_messages");
  expect(statementsOf(block).map(({ risk }) => risk)).toEqual(["read", "read", "danger"]);
  expect(harmlessPart(block)?.text).toContain("SELECT destination");
  expect(harmlessPart(block)?.text).not.toContain("UPDATE");
  expect(statementWith(model, "/environments/production/on").risk).toBe("danger");
  expect(statementWith(model, "rollout undo").isDisruptive).toBe(true);
});

test("psql followed by SQL in a ```bash fence: shell and SQL are copied alone", async () => {
  const { model } = await template();
  const statements = statementsOf(blockWith(model, "UPDATE outbox_messages"));
  expect(statements.map(({ language }) => language)).toEqual(["shell", "sql", "sql"]);
  expect(statements[1]?.text).toMatch(/^SELECT destination[\s\S]*GROUP BY destination;$/);
});

test("Line continuations and quotes over several lines: one statement", async () => {
  const { model } = await template();
  expect(statementWith(model, "query_range").text.split("\n")).toHaveLength(4);
  expect(statementWith(model, "--from-literal").text).toMatch(/kubectl apply -f -$/);
});

test("Testing: `# Expected p95: < 800ms` stands apart and is never copied", async () => {
  const { model } = await template();
  const run = blockWith(model, "k6 run");
  expect(run.text).not.toContain("Expected");
  expect(statementsOf(run)[0]?.expected).toContain("< 800ms");
});

test("Closing “✅ Track A Objective”: a plain footer, neither step nor section", async () => {
  const { html, model } = await template();
  expect(textOf(parseHtml(html))).toContain("Track A Objective");
  expect(model.steps.some(({ text }) => text.includes("Track A Objective"))).toBe(false);
  expect(model.sections.some(({ text }) => text.includes("Track A Objective"))).toBe(false);
});

test("“Action 2: … `kubectl scale …`” inside a task: the task has its own copy button", async () => {
  const { model } = await example();
  const scale = blockWith(model, "--replicas=5");
  expect(scale.place).toBe("inline");
  expect(model.steps.find(({ id }) => id === scale.stepId)?.text).toMatch(/^Action 2/);
});

test('`# Expected output: "success"`: shown below the command, never copied', async () => {
  const { model } = await example();
  const list = statementWith(model, "--json conclusion");
  expect([list.expected, list.text.includes("Expected")]).toEqual(["success", false]);
});

test("`# Expected output: …` with nested quotes: only the outer ones go", async () => {
  const { model } = await example();
  expect(statementWith(model, "--timeout=300s").expected).toBe(
    'deployment "api-deployment" successfully rolled out',
  );
});

test("`# Expected output: matches $IMAGE_TAG`: kept with the variable's name", async () => {
  const { model } = await example();
  expect(statementWith(model, "jq '.version'").expected).toBe("matches $IMAGE_TAG");
});

test("`export IMAGE_TAG=$(…)`: produced by a step, so later commands do not wait for it", async () => {
  const { model } = await example();
  expect(variableOf(model, "IMAGE_TAG").isProduced).toBe(true);
  const upgrade = blockWith(model, "helm upgrade");
  expect(fillCommand(upgrade, {}).open).toEqual([]);
  expect(fillCommand(upgrade, { IMAGE_TAG: "v1.2.3" }).text).toContain("image.tag=v1.2.3");
});

test("`jq '.[0].conclusion'`, `jq '.status'`: no placeholders", async () => {
  const { model } = await example();
  expect(model.variables.map(({ key }) => key).sort()).toEqual(["IMAGE_TAG", "SLACK_WEBHOOK_URL"]);
});

test("JSON with ⚠️ and `\\` continuations in curl: copied byte for byte, one statement", async () => {
  const { model } = await example();
  const post = statementWith(model, "rolled back");
  expect(post.text).toBe(
    "curl -X POST -H 'Content-type: application/json' \\\n" +
      `  --data '{"text":"⚠️ API deployment rolled back to previous version"}' \\\n` +
      "  $SLACK_WEBHOOK_URL",
  );
  expect(post.hidden).toEqual([]);
});
