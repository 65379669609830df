import { expect, test, vi } from "vitest";
import type { RunbookFormat } from "@/lib/domain/document";
import { textOf } from "@/lib/reading/hast";
import { dangersIn, findAll, findTags, parseHtml } from "../testing/parse-html";
import { readSeed } from "../testing/seeds";
import { compile } from "./compile";

// The first compile of a file loads the bundler, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const formats: RunbookFormat[] = ["md", "mdx"];

test.each(formats)("the template is whole as %s", async (format) => {
  const { html, model, road, problems } = await compile({ source: readSeed("runbook-template"), format });
  const page = parseHtml(html);
  expect(road).toBe(format);
  expect(problems.map(({ rule, line, column }) => ({ rule, line, column }))).toEqual([
    { rule: "dashboard-missing", line: 33, column: 10 },
    { rule: "sql-in-bash-fence", line: 129, column: 1 },
    { rule: "two-roles-of-one-placeholder", line: 169, column: 27 },
    { rule: "sql-in-bash-fence", line: 180, column: 1 },
    { rule: "sql-in-bash-fence", line: 288, column: 1 },
    { rule: "sql-in-bash-fence", line: 328, column: 1 },
  ]);
  expect(model.sections).toHaveLength(37);
  // The page draws the title itself.
  expect(findTags(page, "h1", "h2", "h3", "h4")).toHaveLength(36);
  expect(findTags(page, "table")).toHaveLength(4);
  expect(findTags(page, "figure")).toHaveLength(17);
  expect(findTags(page, "input")).toHaveLength(10);
  expect(findTags(page, "ol")).toHaveLength(2);
  expect(model.title).toBe("[Service/Feature Name]");
  expect(model.isTemplate).toBe(true);
  expect(model.programme).toBe("Track A Operational Documentation");
  expect(html).toContain('<p class="programme"><strong>Track A Operational Documentation</strong></p>');
  expect(model.meta).toEqual({
    service: null,
    squad: null,
    onCall: null,
    lastUpdated: null,
    slo: null,
    slack: null,
    email: null,
    repository: null,
    tier: null,
    reviewBy: null,
    dashboards: [],
  });
  expect(model.alerts).toEqual([]);
  expect(model.steps.filter((step) => step.kind === "task")).toHaveLength(10);
  expect(model.steps.filter((step) => step.kind === "numbered")).toHaveLength(6);
  expect(textOf(page)).toContain("[e.g., p95 < 800ms, 99.9% availability]");
  expect(dangersIn(html)).toEqual([]);
});

test.each(formats)("the example is whole as %s", async (format) => {
  const { html, model, road } = await compile({ source: readSeed("api-service-example"), format });
  const page = parseHtml(html);
  expect(road).toBe(format);
  expect(model.sections).toHaveLength(13);
  expect(findTags(page, "h1", "h2", "h3", "h4")).toHaveLength(12);
  expect(findTags(page, "figure")).toHaveLength(9);
  expect(findTags(page, "input")).toHaveLength(4);
  expect(findTags(page, "ol")).toHaveLength(3);
  expect(model.title).toBe("Example: Runbook / Standard Operating Procedure");
  expect(model.isTemplate).toBe(false);
  expect(model.meta).toEqual({
    service: null,
    squad: "Platform Engineering",
    onCall: "#platform-oncall",
    lastUpdated: null,
    slo: "99.9% API Uptime (measured per month), p95 Latency < 200ms",
    slack: "#platform-oncall",
    email: null,
    repository: null,
    tier: null,
    reviewBy: null,
    dashboards: [
      { label: "Grafana API Dashboard", url: "https://grafana.example.com/api" },
      { label: "Datadog API Logs", url: "https://app.datadoghq.com/logs/api" },
    ],
  });
  expect(model.alerts.map(({ name, anchor }) => [name, anchor])).toEqual([
    ["High Latency Alert", "scenario-a-high-latency-alert"],
    ["Deployment Pipeline Execution", "scenario-b-deployment-pipeline-execution"],
  ]);
  expect(model.sections.map((heading) => heading.id)).toContain("safe-rollback-procedure");
  expect(model.sections.find((heading) => heading.id === "validation")?.aliases).toEqual(["5-validation"]);
  const callouts = findAll(page, (element) => element.properties.dataCallout === "warning");
  expect(callouts.map((callout) => textOf(callout))).toEqual([
    expect.stringContaining("Migrations run automatically"),
  ]);
  expect(dangersIn(html)).toEqual([]);
});

test("the example's problems are few, true and have their place", async () => {
  const { problems } = await compile({ source: readSeed("api-service-example"), format: "md" });
  expect(problems.map(({ rule, line, column }) => ({ rule, line, column }))).toEqual([
    { rule: "empty-section", line: 7, column: 1 },
    { rule: "duplicate-section-number", line: 99, column: 1 },
    { rule: "undefined-variable", line: 122, column: 6 },
    { rule: "no-escalation-times", line: 131, column: 1 },
  ]);
});

test("commands know their step and section, and steps know their commands", async () => {
  const { model } = await compile({ source: readSeed("api-service-example"), format: "md" });
  const pull = model.steps.find((step) => step.text === "Pull the latest container image tag");
  expect(pull).toMatchObject({ kind: "numbered", ordinal: 2, depth: 1, commandIds: ["c2"] });
  expect(model.commands.find((block) => block.id === "c2")).toMatchObject({
    stepId: pull?.id,
    sectionId: "scenario-b-deployment-pipeline-execution",
    line: 62,
  });
  const scale = model.steps.find((step) => step.text.startsWith("Action 2"));
  expect(scale).toMatchObject({ kind: "task", ordinal: null, commandIds: ["i1"] });
});

test("every mark in the page leads to a part of the model, and the other way round", async () => {
  for (const name of ["runbook-template", "api-service-example"] as const) {
    const { html, model } = await compile({ source: readSeed(name), format: "md" });
    const page = parseHtml(html);
    const marks = (property: string) =>
      findAll(page, (element) => element.properties[property] !== undefined).map(
        (element) => element.properties[property],
      );
    expect(marks("dataStep")).toEqual(model.steps.map((step) => step.id));
    expect(marks("dataCommand").sort()).toEqual(model.commands.map((block) => block.id).sort());
    expect(marks("dataStatement")).toEqual(
      model.commands
        .filter((block) => block.place === "fence")
        .flatMap((block) =>
          block.parts.flatMap((part) => (part.type === "statement" ? [part.statement.id] : [])),
        ),
    );
    const keys = new Set(model.variables.map((variable) => variable.key));
    expect(marks("dataHole").filter((key) => !keys.has(String(key)))).toEqual([]);
    const ids = marks("id");
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(model.steps.map((step) => step.id)).size).toBe(model.steps.length);
  }
});

const edits: [string, string, string][] = [
  [
    "a comparison without a blank",
    "| Request Latency (p95) | < 800ms |",
    "| Request Latency (p95) | <800ms |",
  ],
  ["a placeholder as a tag", "[List dependent services]", "<dependent-services>"],
  ["an HTML comment", "### Purpose\n", "### Purpose\n<!-- keep this short -->\n"],
  ["a line break tag", "[What does this service do?", "[What does<br>this service do?"],
  [
    "a paragraph that starts with export",
    "### Architecture\n",
    "### Architecture\nexport the metrics before you start\n\n",
  ],
  ["braces in prose", "### Key Components\n", "### Key Components\nSee {panel} first.\n\n"],
];
const visible = [
  "<800ms",
  "<dependent-services>",
  "### none",
  "What does",
  "export the metrics before you start",
  "{panel}",
];

test.each(
  edits.flatMap(([name, from, to], index) => formats.map((format) => ({ name, from, to, format, index }))),
)("$name still shows a page as $format", async ({ from, to, format, index }) => {
  const source = readSeed("runbook-template");
  expect(source).toContain(from);
  const { html, model, road, problems } = await compile({ source: source.replace(from, to), format });
  expect(road).toBe("md");
  expect(model.sections).toHaveLength(37);
  expect(findTags(parseHtml(html), "figure")).toHaveLength(17);
  const words = textOf(parseHtml(html));
  if (index === 2) expect(words).not.toContain("keep this short");
  else expect(words).toContain(visible[index]);
  const said = problems.filter((problem) => problem.rule.startsWith("mdx-"));
  expect(said.length > 0).toBe(format === "mdx");
  for (const problem of said) expect(problem.line).toBeGreaterThan(1);
});
