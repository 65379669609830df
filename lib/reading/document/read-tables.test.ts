import { expect, test } from "vitest";
import { readMarkdown } from "../testing/read-markdown";
import { readChangeLog } from "./read-change-log";
import { readEndpoints } from "./read-endpoints";
import { readMetrics } from "./read-metrics";
import { readRequirements } from "./read-requirements";

test("the change log drops rows that nobody filled in, and placeholders in the others", () => {
  const table =
    "## Change Log\n\n| Version | Date | Change | Author |\n|---|---|---|---|\n| 1.0 | 2026-01-02 | First | [Your Name] |\n| | | | |\n| [x] | [date] | [change] | [name] |\n";
  const entry = { version: "1.0", date: "2026-01-02", change: "First", author: null };
  expect(readChangeLog(readMarkdown(table).outline)).toEqual([entry]);
  expect(
    readChangeLog(readMarkdown("## Revision History\n\n- 2026-01-02: First\n- later\n").outline),
  ).toEqual([{ ...entry, version: null }]);
  expect(readChangeLog(readMarkdown(table.replace("Change Log", "Plan")).outline)).toEqual([]);
});

test("metrics have a name, a target and a threshold", () => {
  const table =
    "## Metrics\n\n| Metric | SLO Target | Alert Threshold | Panel |\n|---|---|---|---|\n| Latency | <800ms | > 2s | [Panel] |\n| Errors | < 1% | | x |\n| [Name] | x | y | z |\n";
  expect(readMetrics(readMarkdown(table).outline)).toEqual([
    { name: "Latency", target: "<800ms", threshold: "> 2s" },
    { name: "Errors", target: "< 1%", threshold: null },
  ]);
  expect(readMetrics(readMarkdown("| Metric | Owner |\n|---|---|\n| Latency | Ann |\n").outline)).toEqual([]);
});

test("endpoints have a method, a path and what they answer", () => {
  const { root } = readMarkdown(
    "- `GET /health/live` (should return 200)\n- `GET /metrics` (Prometheus format)\n- `POST /flush` responds with `202 Accepted`\n- `GET it`, `/health`, `GET https://x.y/z`\n\n```\nGET /in-fence\n```\n",
  );
  expect(readEndpoints(root)).toEqual([
    { method: "GET", path: "/health/live", expected: "200", line: 1 },
    { method: "GET", path: "/metrics", expected: null, line: 2 },
    { method: "POST", path: "/flush", expected: "202", line: 3 },
  ]);
});

test.each([
  ["kubectl ≥ 1.28", "kubectl", "1.28"],
  ["`kubectl` (v1.28+)", "kubectl", "1.28"],
  ["Node.js 20 or later", "Node.js", "20"],
  ["Azure CLI >= 2.50.0", "Azure CLI", "2.50.0"],
  ["Helm version 3.12", "Helm", "3.12"],
  ["VPN access", null, null],
  ["Database (PostgreSQL) must be online", null, null],
])("“%s” is to be had before starting", (text, tool, version) => {
  const { outline } = readMarkdown(`## Prerequisites\n\n- ${text}\n`);
  expect(readRequirements(outline)).toEqual([{ text: text.replaceAll("`", ""), tool, version }]);
});

test("labels, tasks and steps are no requirements, nor are the bullets of other sections", () => {
  const { outline } = readMarkdown(
    "## Dependencies\n\n- **Tools:**\n  - jq\n- [ ] VPN\n\n1. Log in\n\n## Overview\n\n- helm 3\n",
  );
  expect(readRequirements(outline).map(({ text }) => text)).toEqual(["jq"]);
});
