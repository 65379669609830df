import { expect, test } from "vitest";
import { splitFrontMatter } from "../front-matter";
import { readMarkdown } from "../testing/read-markdown";
import { readAlerts } from "./read-alerts";

const alertsOf = (source: string) => {
  const { data, body } = splitFrontMatter(source);
  const { outline, sections } = readMarkdown(body);
  return readAlerts(outline, sections, data);
};
const namesOf = (source: string) => alertsOf(source).map(({ name }) => name);

test("severity, trigger and impact are read from lines with breaks", () => {
  expect(
    alertsOf(
      "## Common Alerts\n\n### Alert: High Latency\n\n**Severity**: Critical  \n**Trigger**: p95 > 1.2 s  \n**Impact**: Checkout is slow\n",
    ),
  ).toEqual([
    {
      name: "High Latency",
      slug: "high-latency",
      normalized: "highlatency",
      anchor: "alert-high-latency",
      severity: "Critical",
      level: "SEV1",
      trigger: "p95 > 1.2 s",
      impact: "Checkout is slow",
    },
  ]);
});

test("they are read from bullets, tables and sections of their own as well", () => {
  const facts = { severity: "P1", level: "SEV2", trigger: "Queue > 5000", impact: "Mail is late" };
  const bullets =
    "### Alert: Queue\n\n- **Severity:** P1\n- **Condition:** Queue > 5000\n- **User Impact:** Mail is late\n";
  const table =
    "### Alert: Queue\n\n| Field | Value |\n|---|---|\n| Severity | P1 |\n| Trigger | Queue > 5000 |\n| Impact | Mail is late |\n";
  const sections =
    "# QueueTooLong\n\nPriority: P1\n\n- Symptoms: Queue > 5000\n\n## Impact\n\nMail is late\n";
  for (const source of [bullets, table, sections]) expect(alertsOf(source)).toMatchObject([facts]);
});

test("what is not filled in is not said, and a severity of several words is kept without a level", () => {
  expect(
    alertsOf("### Alert: A\n\n**Severity**: [Critical / Warning / Info]\n**Trigger**: [Condition]\n"),
  ).toMatchObject([{ severity: null, level: null, trigger: null }]);
  expect(alertsOf("### Alert: A\n\n**Severity**: P1/P2\n")).toMatchObject([
    { severity: "P1/P2", level: null },
  ]);
});

test("a page for one alert is named after it", () => {
  const page =
    "# TargetDown\n\n## Meaning\n\nSome words. The alert fires when a target is gone. More words.\n\n## Impact\n\nNo metrics.\n\n## Diagnosis\n\nLook.\n";
  expect(alertsOf(page)).toMatchObject([
    { name: "TargetDown", trigger: "The alert fires when a target is gone.", impact: "No metrics." },
  ]);
  expect(namesOf("# KubeNodeNotReady\n\nText\n")).toEqual(["KubeNodeNotReady"]);
  expect(namesOf("# etcdMembersDown\n\nText\n")).toEqual(["etcdMembersDown"]);
});

test("a long playbook has one for each section, and each knows its own facts only", () => {
  const playbook =
    "# Playbooks\n\n## IngesterRestartsOften\n\nSeverity: critical\n\n### How to fix\n\nx\n\n## IngesterSeriesLimit\n\nSeverity: warning\n\n## MemcachedDown\n\nx\n";
  expect(alertsOf(playbook).map(({ name, level }) => [name, level])).toEqual([
    ["IngesterRestartsOften", "SEV1"],
    ["IngesterSeriesLimit", "SEV3"],
    ["MemcachedDown", null],
  ]);
});

test.each([
  "# PostgreSQL",
  "# GitLab",
  "## Alert routing",
  "## Overview",
  "### Alert: [Alert Name]",
  "# Kubernetes",
])("%s is no alert", (heading) => {
  expect(namesOf(`${heading}\n\ntext\n`)).toEqual([]);
});

test("tables of alerts and a line that names them count", () => {
  const table =
    "# Alerts\n\n## Store\n\n| Name | Summary | Severity |\n|---|---|---|\n| StoreIsDown | gone | critical |\n| Other | x | info |\n";
  expect(alertsOf(table)).toMatchObject([{ name: "StoreIsDown", anchor: "store", level: "SEV1" }]);
  expect(namesOf("# Disk\n\n- **Alerts**: `DiskFull`, `DiskSlow`\n")).toEqual(["DiskFull", "DiskSlow"]);
  expect(namesOf("# Disk\n\n- **Related alerts**: `DiskFull`\n")).toEqual([]);
});

test("the front matter names alerts, and has the last word on severity", () => {
  const source =
    "---\nalerts:\n  - name: DiskFull\n    severity: P0\n  - Disk slow\n---\n\n# Disk\n\n## Alert: Disk full\n\nSeverity: Info\n";
  expect(alertsOf(source).map(({ name, anchor, level }) => [name, anchor, level])).toEqual([
    ["Disk full", "alert-disk-full", "SEV1"],
    ["Disk slow", "disk", null],
  ]);
});

test("each alert has an address of its own", () => {
  const slugs = alertsOf("## Alert: C\n\nx\n\n## Alert: Ç\n\nx\n\n## Alert: C alert\n\nx\n").map(
    ({ slug }) => slug,
  );
  expect(slugs).toEqual(["c", "c-2"]);
});

test("the severity behind a name is read and is no part of the name", () => {
  expect(alertsOf("## Alerts\n\n### Alert: `QueueLag` - SEV2\n\ntext\n")).toMatchObject([
    { name: "QueueLag", slug: "queuelag", normalized: "queuelag", severity: "SEV2", level: "SEV2" },
  ]);
  const said = "### Alert: QueueLag (P1)\n\n**Severity**: Warning\n";
  expect(alertsOf(said)).toMatchObject([{ name: "QueueLag", level: "SEV3" }]);
});

test("below “Alerts” a name of two words, or one with a severity, is an alert", () => {
  const names =
    "# Shop\n\n## Alerts\n\n### HeapGrowing - Warning\n\nx\n\n### DiskFull\n\nx\n\n### Slow shop (P2)\n\nx\n";
  expect(alertsOf(names).map(({ name, level }) => [name, level])).toEqual([
    ["HeapGrowing", "SEV3"],
    ["DiskFull", null],
    ["Slow shop", "SEV3"],
  ]);
  expect(namesOf("# Shop\n\n## Parts\n\n### PostgreSql\n\nx\n\n### Slow shop (P2)\n\nx\n")).toEqual([]);
  expect(namesOf("# Shop\n\n## Alerts\n\n### Routing\n\nx\n")).toEqual([]);
});

test("three facts on one line are three", () => {
  for (const sign of ["|", "·", "—"]) {
    const line = `**Severity:** P1 ${sign} **Trigger:** disk is full ${sign} **Impact**: no orders`;
    expect(alertsOf(`## Alert: Disk\n\n${line}\n`)).toMatchObject([
      { severity: "P1", trigger: "disk is full", impact: "no orders" },
    ]);
  }
  expect(alertsOf("## Alert: Disk\n\n**Trigger:** see **Impact:** below\n")).toMatchObject([
    { trigger: "see Impact: below", impact: null },
  ]);
});

test("the front matter may write an alert as rules of Prometheus do", () => {
  expect(namesOf("---\nalerts:\n  - alert: DiskFull\n---\n\n# Disk\n\ntext\n")).toEqual(["DiskFull"]);
});
