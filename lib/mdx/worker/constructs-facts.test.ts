import { beforeAll, expect, test, vi } from "vitest";
import type { CompiledRunbook, Problem } from "@/lib/domain/document";
import { indexPaths, resolveReferences } from "@/lib/domain/references";
import { brokenReferences } from "@/lib/reading/lint/broken-references";
import { readSeed } from "../testing/seeds";
import { compile } from "./compile";

// Each test is named after a row of the shared list of constructs.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let template: CompiledRunbook;
let filled: CompiledRunbook;
let example: CompiledRunbook;

beforeAll(async () => {
  const source = readSeed("runbook-template");
  template = await compile({ source, format: "md" });
  filled = await compile({ source: fillIn(source), format: "md" });
  example = await compile({ source: readSeed("api-service-example"), format: "md" });
});

/** The template as a squad would fill it in, as far as the tests below look. */
function fillIn(source: string): string {
  const values: [string, string][] = [
    ["[Service/Feature Name]", "Checkout"],
    ["[Service Name]", "checkout"],
    ["[Owning Squad]", "Payments"],
    ["[Slack Channel / PagerDuty]", "#payments-oncall"],
    ["[YYYY-MM-DD]", "2026-01-05"],
    ["[e.g., p95 < 800ms, 99.9% availability]", "p95 < 800ms, 99.9% availability"],
    ["[Link to Grafana dashboard]", "[Checkout](https://grafana.example.com/d/checkout)"],
    ["### Alert: [Alert Name]\n", "### Alert: High Latency Alert\n"],
    ["[Critical / Warning / Info]", "Critical"],
    ["[Condition that fires alert]", "p95 > 1.2s for 5min"],
    ["[What users experience]", "Checkout is slow"],
    ["[Description] → [Fix]", "Slow query → restart the workers"],
    ["### Alert: [Alert Name 2]", "### Alert: Queue Too Long"],
  ];
  return values.reduce((text, [from, to]) => text.replace(from, to), source);
}

const placesOf = ({ problems }: { problems: readonly Problem[] }, rule: string) =>
  problems.filter((problem) => problem.rule === rule).map(({ line, column }) => `${line}:${column}`);

test("H1 `Runbook: [Service/Feature Name]`: a template by its title, live once it is filled in", () => {
  expect(template.model).toMatchObject({ isTemplate: true, title: "[Service/Feature Name]" });
  expect(filled.model).toMatchObject({
    isTemplate: false,
    title: "Checkout",
    programme: "Track A Operational Documentation",
  });
});

test("Metadata table: facts once they are filled in", () => {
  expect(filled.model.meta).toMatchObject({
    service: "checkout",
    squad: "Payments",
    onCall: "#payments-oncall",
    slack: "#payments-oncall",
    lastUpdated: "2026-01-05",
    slo: "p95 < 800ms, 99.9% availability",
  });
});

test("Metadata table: front matter wins, and the lint tells that they disagree", async () => {
  const source = `---\nsquad: Search\n---\n\n${fillIn(readSeed("runbook-template"))}`;
  const both = await compile({ source, format: "md" });
  expect(both.model.meta.squad).toBe("Search");
  expect(placesOf(both, "metadata-disagrees")).toEqual(["12:1"]);
  expect(placesOf(filled, "metadata-disagrees")).toEqual([]);
});

test("Monitoring: `**URL**: [Link to Grafana dashboard]`: missing until it is filled in, then a button", () => {
  expect(placesOf(template, "dashboard-missing")).toEqual(["33:10"]);
  expect(placesOf(filled, "dashboard-missing")).toEqual([]);
  expect(filled.model.meta.dashboards).toEqual([
    { label: "Checkout", url: "https://grafana.example.com/d/checkout" },
  ]);
});

test("Key Metrics table: pairs of target and threshold, as written", () => {
  expect(template.model.metrics).toEqual([
    { name: "Request Latency (p95)", target: "< 800ms", threshold: "> 1.2s for 5min" },
    { name: "Error Rate", target: "< 0.1%", threshold: "> 1% for 5min" },
    { name: "Queue Depth", target: "< 1000", threshold: "> 5000" },
    { name: "Replication Lag", target: "< 500ms", threshold: "> 2s" },
  ]);
});

test("Health Check Endpoints: method, path and what is expected", () => {
  expect(template.model.endpoints).toEqual([
    { method: "GET", path: "/health/live", expected: "200", line: 44 },
    { method: "GET", path: "/health/ready", expected: "200", line: 45 },
    { method: "GET", path: "/metrics", expected: null, line: 46 },
  ]);
});

test("`### Alert: [Alert Name]`: entries with their own address, none as long as it is a placeholder", () => {
  expect(template.model.alerts).toEqual([]);
  expect(filled.model.alerts.map(({ name, slug, normalized }) => [name, slug, normalized])).toEqual([
    ["High Latency Alert", "high-latency-alert", "highlatency"],
    ["Queue Too Long", "queue-too-long", "queuetoolong"],
  ]);
});

test("`**Severity**: [Critical / Warning / Info]`: severity, trigger and impact of the alert", () => {
  expect(filled.model.alerts[0]).toMatchObject({
    severity: "Critical",
    level: "SEV1",
    trigger: "p95 > 1.2s for 5min",
    impact: "Checkout is slow",
  });
  expect(filled.model.alerts[1]).toMatchObject({ severity: null, trigger: null, impact: null });
});

test("**Resolution** “Cause → Fix” bullets: a list of causes", () => {
  expect(template.model.causes.map(({ text, line }) => [text, line])).toEqual([
    ["Common Cause 1", 69],
    ["Common Cause 2", 70],
    ["Common Cause 3", 71],
  ]);
  expect(filled.model.causes[0]).toEqual({
    text: "Slow query",
    fix: "restart the workers",
    sectionId: "alert-high-latency-alert",
    line: 69,
  });
});

test("`'start=[timestamp]'` / `'end=[timestamp]'`: the lint tells of two roles", () => {
  expect(placesOf(template, "two-roles-of-one-placeholder")).toEqual(["169:27"]);
});

test("psql followed by SQL in a ```bash fence: the lint suggests two fences, four times", () => {
  expect(placesOf(template, "sql-in-bash-fence")).toEqual(["129:1", "180:1", "288:1", "328:1"]);
});

test("`use with caution!`: a danger that is announced is no note", () => {
  expect(placesOf(template, "dangerous-without-warning")).toEqual([]);
});

test("Escalation table: a clock for each level, the channel of the squad, a condition", () => {
  expect(
    filled.model.escalation.levels.map(({ level, contact, seconds }) => [level, contact, seconds]),
  ).toEqual([
    ["L1", "On-call engineer (PagerDuty)", 300],
    ["L2", "Squad lead (#payments-alerts)", 900],
    ["L3", "Engineering manager", 1800],
    ["L4", "VP Engineering / CTO", 3600],
  ]);
  expect(filled.model.escalation.levels[3]?.condition?.severities).toEqual(["SEV1"]);
  expect(placesOf(filled, "no-escalation-times")).toEqual([]);
});

test("Escalation Triggers list: kept as written", () => {
  expect(template.model.escalation.triggers).toEqual([
    "P0 incident (site-wide outage, data loss risk)",
    "P1 incident not resolved in 1 hour",
    "Regulatory violation risk",
    "Security breach suspected",
  ]);
});

test("Related Documentation `[Link …]`: listed for the owner as gaps", () => {
  expect(placesOf(filled, "unfilled-template").filter((place) => Number(place.split(":")[0]) >= 362)).toEqual(
    ["362:29", "363:26", "364:12", "365:29", "366:31", "397:42"],
  );
});

test("Change Log table: empty rows are dropped", () => {
  expect(template.model.changeLog).toEqual([
    { version: null, date: "2025-09-29", change: "Initial runbook created", author: null },
  ]);
});

test("H1 “Example: …” then an empty H2: a note on the empty section", () => {
  expect(placesOf(example, "empty-section")).toEqual(["7:1"]);
});

test("Reference to `templates/operations/runbook-template.md`: known by its name, else shown as unresolved", () => {
  const resolved = (paths: string[]) =>
    resolveReferences(example.model.references, "content/api-service-example.md", indexPaths(paths)).find(
      ({ line }) => line === 3,
    )?.isResolved;
  expect(resolved(["content/runbook-template.md"])).toBe(true);
  expect(resolved(["templates/operations/runbook-template.md"])).toBe(true);
  expect(resolved(["content/other.md"])).toBe(false);
});

test("`## 1.` … numbered headings, **duplicate `## 5.`**: two sections numbered 5", () => {
  expect(placesOf(example, "duplicate-section-number")).toEqual(["99:1"]);
});

test("No metadata table; `- **Owner Team**:`, `- **Primary Contact**:` bullets: metadata too", () => {
  expect(example.model.meta).toMatchObject({
    squad: "Platform Engineering",
    onCall: "#platform-oncall",
    slack: "#platform-oncall",
  });
});

test("Dependencies: access requirements, tools with versions: a list to go through before starting", () => {
  expect(example.model.requirements).toHaveLength(8);
  expect(example.model.requirements.filter(({ tool }) => tool !== null)).toEqual([
    { text: "kubectl (v1.28+)", tool: "kubectl", version: "1.28" },
    { text: "docker (v24+)", tool: "docker", version: "24" },
    { text: "helm (v3.12+)", tool: "helm", version: "3.12" },
  ]);
});

test("Dashboards: real links (Grafana, Datadog), `p95 Latency < 200ms`", () => {
  expect(example.model.meta.dashboards.map(({ label }) => label)).toEqual([
    "Grafana API Dashboard",
    "Datadog API Logs",
  ]);
  expect(example.model.meta.slo).toContain("p95 Latency < 200ms");
});

test("Scenario A: symptoms in bold bullets are what the alert is known by", () => {
  expect(example.model.alerts[0]).toMatchObject({
    name: "High Latency Alert",
    anchor: "scenario-a-high-latency-alert",
    trigger: "Paged for p95 Latency > 200ms alert.",
  });
});

test("`$SLACK_WEBHOOK_URL` never defined: undefined variable", () => {
  expect(placesOf(example, "undefined-variable")).toEqual(["122:6"]);
});

test("Data Safety: `runbooks/database-rollback-runbook.md`: a missing target is a broken reference", () => {
  const broken = (paths: string[]) =>
    brokenReferences(
      resolveReferences(example.model.references, "content/api-service-example.md", indexPaths(paths)),
    ).map(({ line, column }) => `${line}:${column}`);
  expect(broken(["content/runbook-template.md"])).toEqual(["127:181"]);
  expect(broken(["content/runbook-template.md", "content/database-rollback-runbook.md"])).toEqual([]);
});

test("Escalation as bullets, email in code: the same model, and the lint asks for times", () => {
  expect(example.model.escalation.levels.map(({ level, contact }) => [level, contact])).toEqual([
    ["Primary Contact", "Platform Team Slack: #platform-oncall"],
    ["Secondary Contact", "PagerDuty: platform-escalation@company.pagerduty.com"],
  ]);
  expect(placesOf(example, "no-escalation-times")).toEqual(["131:1"]);
});

test("both seeds are without errors", () => {
  for (const { problems } of [template, example]) {
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  }
});
