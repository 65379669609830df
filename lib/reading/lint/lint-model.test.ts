import { expect, test } from "vitest";
import type { HiddenCharacter, Problem, Reference, Variable } from "@/lib/domain/document";
import { aBlock, aSection, aStatement } from "@/lib/domain/testing/document";
import { brokenReferences } from "./broken-references";
import { hiddenCharacters, sqlInShellFences, twoRoles, undefinedVariables } from "./commands";
import { dangerWithoutWarning } from "./danger-without-warning";
import { noEscalationTimes, unknownSeverities } from "./facts";
import { staleDate } from "./stale-date";

const short = (problems: Problem[]) =>
  problems.map(({ line, column, rule, severity }) => `${line}:${column} ${severity} ${rule}`);

const aVariable = (part: Partial<Variable>): Variable => ({
  key: "X",
  label: "X",
  tokens: ["$X"],
  style: "dollar",
  isSecret: false,
  input: "text",
  choices: [],
  example: null,
  isProduced: false,
  uses: 1,
  ...part,
});
const aHole = (variable: string, token: string) => ({
  start: 0,
  end: token.length,
  token,
  variable,
  context: "shell-bare" as const,
  optional: false,
});

test("broken-reference is graver for a link to a file than for an anchor or a path in code", () => {
  const reference = (part: Partial<Reference>): Reference => ({
    line: 2,
    column: 3,
    text: "words",
    target: "gone.md",
    anchor: null,
    isPath: false,
    kind: "runbook",
    isResolved: false,
    ...part,
  });
  expect(
    short(
      brokenReferences([
        reference({}),
        reference({ text: "gone.md" }),
        reference({ text: "gone.md", isPath: true }),
        reference({ kind: "section", target: "", anchor: "gone" }),
        reference({ isResolved: null }),
        reference({ isResolved: true }),
      ]),
    ),
  ).toEqual([
    "2:3 error broken-reference",
    "2:3 error broken-reference",
    "2:3 warning broken-reference",
    "2:3 warning broken-reference",
  ]);
});

test("undefined-variable stands where the variable is first read", () => {
  const lines = ["# A", "", "```bash", 'curl "$X"', "```"];
  const block = aBlock({ line: 3, holes: [aHole("X", "$X")] });
  expect(short(undefinedVariables(lines, [aVariable({})], [block]))).toEqual([
    "4:7 warning undefined-variable",
  ]);
  expect(undefinedVariables(lines, [aVariable({ isProduced: true })], [block])).toEqual([]);
  const withDefault = aBlock({ line: 3, holes: [{ ...aHole("X", "${X:-eu}"), optional: true }] });
  expect(undefinedVariables(lines, [aVariable({})], [withDefault])).toEqual([]);
  expect(undefinedVariables(lines, [aVariable({ style: "square", tokens: ["[x]"] })], [block])).toEqual([]);
});

test("two-roles-of-one-placeholder stands where the second role begins", () => {
  const roles = ["start", "end"].map((role) =>
    aVariable({ key: `t:${role}`, label: role, tokens: ["[t]"], style: "square" }),
  );
  const lines = ["x [t]", "y [t]"];
  const blocks = roles.map(({ key }, index) => aBlock({ line: index + 1, holes: [aHole(key, "[t]")] }));
  expect(short(twoRoles(lines, roles, blocks))).toEqual(["2:3 info two-roles-of-one-placeholder"]);
  expect(twoRoles(lines, roles.slice(0, 1), blocks)).toEqual([]);
  const others = ["[t]", "[u]"].map((token) => aVariable({ key: token, tokens: [token], style: "square" }));
  expect(twoRoles(lines, others, blocks)).toEqual([]);
  // The shell's own variables are asked for once, whatever they are set to.
  const dollars = roles.map((role) => ({ ...role, style: "dollar" as const }));
  expect(twoRoles(lines, dollars, blocks)).toEqual([]);
});

test("sql-in-bash-fence stands at the SQL, and leaves SQL fences alone", () => {
  const lines = ["```bash", "psql", "", "SELECT 1;", "```"];
  const statement = aStatement({ language: "sql", shown: "SELECT 1;" });
  const block = aBlock({ lang: "bash", line: 1, parts: [{ type: "statement", statement }] });
  expect(short(sqlInShellFences(lines, [block]))).toEqual(["4:1 info sql-in-bash-fence"]);
  expect(sqlInShellFences(lines, [{ ...block, lang: "sql" }])).toEqual([]);
  expect(
    sqlInShellFences(lines, [{ ...block, parts: [{ type: "statement", statement: aStatement() }] }]),
  ).toEqual([]);
});

const danger = aStatement({ risk: "danger", riskReason: "Deletes files", shown: "# Next\nrm -rf cache" });
const dangerIn = (before: string, statement = danger, heading = "Disk") => {
  const lines = [...before.split("\n"), "```bash", "# Next", "rm -rf cache", "```"];
  const line = before.split("\n").length + 1;
  const block = aBlock({ line, sectionId: "disk", parts: [{ type: "statement", statement }] });
  return short(dangerWithoutWarning(lines, [block], [aSection({ id: "disk", text: heading })]));
};

test("dangerous-without-warning wants one word before the command", () => {
  expect(dangerIn("Go on with this:")).toEqual(["4:1 warning dangerous-without-warning"]);
  // A name in code and the command of another fence are no words.
  expect(dangerIn("Run `rm`:\n```\nkubectl delete x\n```")).toHaveLength(1);
  for (const before of ["**Warning:** all is gone.", "Remove the cache:", "⚠ Careful"]) {
    expect(dangerIn(before)).toEqual([]);
  }
  expect(dangerIn("Go on:", { ...danger, label: "Delete the cache" })).toEqual([]);
  expect(dangerIn("Go on:", danger, "Wiping the cache")).toEqual([]);
  expect(dangerIn("Go on:", { ...danger, risk: "change" })).toEqual([]);
});

test("hidden characters are errors, misleading ones are warnings, each at its place", () => {
  const hidden = (part: Partial<HiddenCharacter>): HiddenCharacter => ({
    start: 2,
    end: 3,
    name: "zero-width space (U+200B)",
    kind: "zero-width",
    replacement: "",
    ...part,
  });
  const notesOf = (sign: string, part: Partial<HiddenCharacter>) => {
    const shown = `ls${sign} x`;
    const statement = aStatement({ shown, hidden: [hidden(part)] });
    const block = aBlock({ line: 1, parts: [{ type: "statement", statement }] });
    return short(hiddenCharacters(["```bash", shown, "```"], [block]));
  };
  expect(notesOf("\u200b", {})).toEqual(["2:3 error hidden-characters"]);
  expect(notesOf("\u202e", { kind: "bidi" })).toEqual(["2:3 error hidden-characters"]);
  expect(notesOf("\u00a0", { kind: "space", replacement: " " })).toEqual([
    "2:3 warning misleading-characters",
  ]);
  expect(notesOf("“", { kind: "quote", replacement: '"' })).toEqual(["2:3 warning misleading-characters"]);
});

test("the same hidden character twice has two places", () => {
  const shown = "a\u200bb\u200b";
  const sign = { end: 2, name: "x", kind: "zero-width" as const, replacement: "" };
  const statement = aStatement({
    shown,
    hidden: [
      { ...sign, start: 1 },
      { ...sign, start: 3, end: 4 },
    ],
  });
  const block = aBlock({ line: 1, parts: [{ type: "statement", statement }] });
  expect(short(hiddenCharacters(["```", shown], [block]))).toEqual([
    "2:2 error hidden-characters",
    "2:4 error hidden-characters",
  ]);
});

test("no-escalation-times wants a time for one level at least", () => {
  const level = { level: "L1", contact: "Ann", time: null, seconds: null, condition: null, line: 2 };
  const lines = ["# A", "  - L1: Ann"];
  expect(short(noEscalationTimes({ levels: [level, level], triggers: [] }, lines))).toEqual([
    "2:3 warning no-escalation-times",
  ]);
  expect(noEscalationTimes({ levels: [level, { ...level, seconds: 300 }], triggers: [] }, lines)).toEqual([]);
  expect(noEscalationTimes({ levels: [], triggers: [] }, lines)).toEqual([]);
});

test("severity-unknown names the word that nobody knows", () => {
  const alert = {
    name: "Disk",
    slug: "disk",
    normalized: "disk",
    anchor: "disk",
    severity: "Bad",
    level: null,
    trigger: null,
    impact: null,
  };
  const lines = ["# Disk", "Severity: Bad"];
  const sections = [aSection({ id: "disk", line: 1 })];
  expect(short(unknownSeverities([alert], sections, lines))).toEqual(["2:11 info severity-unknown"]);
  expect(unknownSeverities([{ ...alert, level: "SEV1" }], sections, lines)).toEqual([]);
  expect(unknownSeverities([{ ...alert, severity: null }], sections, lines)).toEqual([]);
});

test("stale-date goes by the day of review, else by a year after the last update", () => {
  const meta = (part: { lastUpdated?: string | null; reviewBy?: string | null }) => ({
    meta: {
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
      ...part,
    },
    isTemplate: false,
  });
  const source = "# A\n\n- **Last Updated**: 2025-01-10\n";
  const updated = meta({ lastUpdated: "2025-01-10" });
  expect(short(staleDate(updated, source, "2026-01-11"))).toEqual(["3:1 warning stale-date"]);
  expect(staleDate(updated, source, "2026-01-10")).toEqual([]);
  expect(staleDate({ ...updated, isTemplate: true }, source, "2026-01-11")).toEqual([]);
  const reviewed = meta({ lastUpdated: "2025-01-10", reviewBy: "2025-07-10" });
  expect(staleDate(reviewed, source, "2025-07-11")).toMatchObject([
    { message: expect.stringContaining("2025-07-10") },
  ]);
  expect(staleDate(reviewed, source, "2025-07-10")).toEqual([]);
  expect(staleDate(meta({ lastUpdated: "long ago" }), source, "2030-01-01")).toEqual([]);
});
