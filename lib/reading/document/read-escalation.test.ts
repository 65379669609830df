import { expect, test } from "vitest";
import { readMarkdown } from "../testing/read-markdown";
import { readEscalation } from "./read-escalation";

const escalationOf = (source: string, squad: string | null = null) =>
  readEscalation(readMarkdown(source).outline, squad);
const levelsOf = (source: string) =>
  escalationOf(source).levels.map(({ level, contact, seconds }) => [level, contact, seconds]);

test("a table has levels, contacts, times and conditions", () => {
  const source =
    "## Escalation Path\n\n| Level | Contact | Response Time SLA |\n|---|---|---|\n| **L1** | On-call | 5 minutes |\n| L4 | CTO | 1 hour (P0 only) |\n";
  expect(escalationOf(source).levels).toEqual([
    { level: "L1", contact: "On-call", time: "5 minutes", seconds: 300, condition: null, line: 5 },
    {
      level: "L4",
      contact: "CTO",
      time: "1 hour (P0 only)",
      seconds: 3600,
      condition: { text: "P0", severities: ["SEV1"] },
      line: 6,
    },
  ]);
});

test("a table without a column of levels counts its people", () => {
  expect(levelsOf("## Contacts\n\n| Name | Role | Phone |\n|---|---|---|\n| Ann | Lead | 123 |\n")).toEqual([
    ["Lead", "Ann", null],
  ]);
});

test("bullets and numbered lists are levels", () => {
  expect(
    levelsOf("## Escalation\n\n- **L1**: `#checkout` (15 minutes)\n- **Second level**: ann@example.com\n"),
  ).toEqual([
    ["L1", "#checkout", 900],
    ["Second level", "ann@example.com", null],
  ]);
  expect(levelsOf("## Escalation\n\n1. On-call engineer, immediately\n2. Squad lead after 30 min\n")).toEqual(
    [
      ["1", "On-call engineer", 0],
      ["2", "Squad lead", 1800],
    ],
  );
  expect(levelsOf("## Escalation\n\n- **Platform Lead**: escalation within 15 minutes\n")).toEqual([
    ["Platform Lead", null, 900],
  ]);
});

test("a labelled list below an alert counts wherever it stands, other lists there do not", () => {
  expect(levelsOf("## Alert: A\n\n**Escalation**:\n- L1: Ann\n\n**Actions**:\n- L1: cache\n")).toEqual([
    ["L1", "Ann", null],
  ]);
});

test("triggers are a list of their own", () => {
  const source =
    "## Escalation\n\n- L1: Ann\n\n**Escalation Triggers**:\n- P1 not resolved in 1 hour\n- Data loss\n";
  expect(escalationOf(source).triggers).toEqual(["P1 not resolved in 1 hour", "Data loss"]);
  expect(escalationOf(source).levels).toHaveLength(1);
});

test("the squad's channel is filled in once the squad is known", () => {
  const source = "## Escalation\n\n| Level | Contact |\n|---|---|\n| L2 | Lead (#[squad]-alerts) |\n";
  expect(escalationOf(source).levels[0]?.contact).toBe("Lead (#[squad]-alerts)");
  expect(escalationOf(source, "Pay Ments").levels[0]?.contact).toBe("Lead (#pay-ments-alerts)");
});

test("without a section about it there is no escalation", () => {
  expect(escalationOf("## Overview\n\n- **L1**: cache\n")).toEqual({ levels: [], triggers: [] });
});

test.each(["When", "Within", "Respond", "Responds in"])("a column “%s” holds the times", (head) => {
  const source = `## Escalation\n\n| Level | Contact | ${head} |\n|---|---|---|\n| L1 | Ann | 30m |\n`;
  expect(levelsOf(source)).toEqual([["L1", "Ann", 1800]]);
});

test("a column “When” may hold cases instead", () => {
  const source = "## Escalation\n\n| Who | When |\n|---|---|\n| Ann | P0/P1 |\n";
  expect(escalationOf(source).levels).toMatchObject([
    { level: "Ann", time: null, seconds: null, condition: { text: "P0/P1", severities: ["SEV1", "SEV2"] } },
  ]);
});

test("what is to be done in time is no part of the contact", () => {
  const source =
    "## Escalation\n\n- Primary: Ann, respond within 10 min\n- Secondary: Bea (responds in 1 hour)\n- Third: Response team within 2 hours\n";
  expect(levelsOf(source)).toEqual([
    ["Primary", "Ann", 600],
    ["Secondary", "Bea", 3600],
    ["Third", "Response team", 7200],
  ]);
});
