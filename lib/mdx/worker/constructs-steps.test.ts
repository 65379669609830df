import { expect, test, vi } from "vitest";
import type { RunbookModel, Step } from "@/lib/domain/document";
import { incidentSteps } from "@/lib/domain/incident-steps";
import { findAll, findTags, parseHtml } from "../testing/parse-html";
import { readSeed } from "../testing/seeds";
import { compile } from "./compile";

// Each test is named after the row of the list of constructs that it holds to.
vi.setConfig({ testTimeout: 30_000 });

const read = (source: string) => compile({ source, format: "md" });
const template = () => read(readSeed("runbook-template"));
const example = () => read(readSeed("api-service-example"));
const stepsIn = (model: RunbookModel, sectionId: string): Step[] =>
  model.steps.filter((step) => step.sectionId === sectionId);
const kindsOf = (model: RunbookModel) => new Map(model.sections.map((section) => [section.id, section.kind]));

test("Emoji headings: sections of both seeds map to the same kinds, and anchors have no emoji", async () => {
  const one = kindsOf((await template()).model);
  const other = kindsOf((await example()).model);
  expect([one.get("service-overview"), other.get("service-overview--ownership")]).toEqual([
    "overview",
    "overview",
  ]);
  expect([one.get("monitoring--dashboards"), other.get("dashboards-alerts--slos")]).toEqual([
    "monitoring",
    "monitoring",
  ]);
  expect([one.get("common-alerts--resolution"), other.get("alerts--common-failures")]).toEqual([
    "alerts",
    "alerts",
  ]);
  expect([one.get("escalation-path"), other.get("escalation-path")]).toEqual(["escalation", "escalation"]);
  expect([one.get("rollback"), other.get("safe-rollback-procedure")]).toEqual(["rollback", "rollback"]);
});

test("Purpose / Architecture / Key Components: all three are told to be overview", async () => {
  const kinds = kindsOf((await template()).model);
  expect(["purpose", "architecture", "key-components"].map((id) => kinds.get(id))).toEqual([
    "overview",
    "overview",
    "overview",
  ]);
});

test("Alert: [Alert Name] (repeated structure): each such heading is a section of the kind alert", async () => {
  const kinds = kindsOf((await template()).model);
  expect([kinds.get("alert-alert-name"), kinds.get("alert-alert-name-2")]).toEqual(["alert", "alert"]);
});

test("Immediate Actions (< 5 minutes) numbered 1–3: tickable, in the phase immediate", async () => {
  const { model } = await template();
  const now = model.steps.filter((step) => step.phase === "immediate");
  expect(now.map((step) => [step.kind, step.ordinal, step.text])).toEqual([
    ["numbered", 1, "[Action 1]"],
    ["numbered", 2, "[Action 2]"],
    ["numbered", 3, "[Action 3]"],
  ]);
});

test("Investigation Steps with an inline command: tickable, in their phase, with the command", async () => {
  const { model } = await template();
  const look = model.steps.filter((step) => step.phase === "investigation");
  expect(look.map((step) => [step.kind, step.ordinal, step.commandIds])).toEqual([
    ["numbered", 1, []],
    ["numbered", 2, ["i1"]],
    ["numbered", 3, []],
  ]);
});

test("Rollback Procedure fence with `# Or`: two alternatives, choose one, if needed", async () => {
  const { model } = await template();
  const ways = stepsIn(model, "alert-alert-name").filter((step) => step.kind === "option");
  expect(ways.map((step) => [step.ordinal, step.phase, step.condition?.text])).toEqual([
    [1, "resolution", "needed"],
    [2, "resolution", "needed"],
  ]);
  expect(ways[0]?.choice).not.toBeNull();
  expect(ways[1]?.choice).toBe(ways[0]?.choice);
});

test("Post-Resolution `- [ ]` ×3 incl. “if P0/P1”: phase after, the last one under its condition", async () => {
  const { model } = await template();
  const after = model.steps.filter((step) => step.phase === "after");
  expect(after.map((step) => [step.kind, step.condition])).toEqual([
    ["task", null],
    ["task", null],
    ["task", { text: "P0/P1", severities: ["SEV1", "SEV2"] }],
  ]);
});

test("Numbered comments `# 1. … # 5.`: each is a tickable sub-step of the fence", async () => {
  const { model, html } = await template();
  const hotfix = stepsIn(model, "emergency-hotfix");
  expect(hotfix.map((step) => [step.kind, step.ordinal, step.text])).toEqual([
    ["substep", 1, "Create hotfix branch"],
    ["substep", 2, "Make minimal fix, commit"],
    ["substep", 3, "Push and create PR (expedited review)"],
    ["substep", 4, "After approval, deploy directly to production"],
    ["substep", 5, "Monitor closely for 2 hours"],
  ]);
  expect(stepsIn(model, "standard-deployment-bluegreen")).toHaveLength(4);
  expect(stepsIn(model, "rotate-credentials")).toHaveLength(4);
  const page = parseHtml(html);
  for (const { id } of hotfix) {
    const step = findAll(page, (element) => element.properties.dataStep === id)[0];
    const slots = findAll(step ?? page, (element) => element.properties.dataFor === id);
    expect(slots.map((slot) => [slot.properties.dataSlot, slot.children])).toEqual([
      ["step-box", []],
      ["step-acts", []],
    ]);
  }
});

test("Numbered comments: `# Option 1/2/3` are one exclusive choice", async () => {
  const { model } = await template();
  const ways = stepsIn(model, "rollback");
  expect(ways.map((step) => [step.kind, step.ordinal, step.text])).toEqual([
    ["option", 1, "Kubernetes rollback (last deployment)"],
    ["option", 2, "Deploy specific version"],
    ["option", 3, "Feature flag disable (if feature-gated)"],
  ]);
  expect(new Set(ways.map((step) => step.choice)).size).toBe(1);
  expect(ways[2]?.condition?.text).toBe("feature-gated");
});

test("“(wait 15 minutes)”, “Monitor for 1 hour”, “Monitor closely for 2 hours”: waits in seconds", async () => {
  const { model } = await template();
  const waits = model.steps.flatMap((step) => step.waits);
  expect(waits).toEqual([
    { text: "wait 15 minutes", seconds: 900 },
    { text: "Monitor for 1 hour", seconds: 3600 },
    { text: "Monitor closely for 2 hours", seconds: 7200 },
  ]);
});

test("Comment-only parts of a fence: instructions to tick, with no command of the part below", async () => {
  const { model } = await template();
  expect(stepsIn(model, "enabledisable-feature-flag").map((step) => [step.ordinal, step.commandIds])).toEqual(
    [
      [1, []],
      [2, []],
      [3, []],
    ],
  );
});

test("Deployment procedures, DB operations, security operations: all are operations", async () => {
  const kinds = kindsOf((await template()).model);
  const ids = ["common-operations", "deployment-procedures", "database-operations", "security-operations"];
  expect(ids.map((id) => kinds.get(id))).toEqual(ids.map(() => "operations"));
});

test("Runbook Validation Checklist 7 × `- [ ]`: no part of an incident", async () => {
  const { model, html } = await template();
  expect(model.validationStepIds).toEqual(
    stepsIn(model, "runbook-validation-checklist").map((step) => step.id),
  );
  expect(model.validationStepIds).toHaveLength(7);
  expect(incidentSteps(model)).toHaveLength(model.steps.length - 7);
  expect(incidentSteps(model).some((step) => step.sectionId === "runbook-validation-checklist")).toBe(false);
  expect(findAll(parseHtml(html), (element) => element.properties.dataCheck === "runbook")).toHaveLength(7);
});

test("H1 “Example: …” then an empty H2: the empty section holds nothing and is noted", async () => {
  const { model, problems } = await example();
  expect(model.title).toBe("Example: Runbook / Standard Operating Procedure");
  expect(stepsIn(model, "runbook--standard-operating-procedure")).toEqual([]);
  expect(problems.some((problem) => problem.rule === "empty-section" && problem.line === 7)).toBe(true);
});

test("`## 1.` … numbered headings, duplicate `## 5.`: anchors from the words, the numbered form as alias", async () => {
  const { model } = await example();
  const fives = model.sections.filter((section) => section.number === "5");
  expect(fives.map((section) => [section.id, section.aliases])).toEqual([
    ["validation", ["5-validation"]],
    ["safe-rollback-procedure", ["5-safe-rollback-procedure"]],
  ]);
  expect(model.steps.every((step) => step.kind !== "heading")).toBe(true);
});

test("duplicate `## 5.`: a step keeps its identity when the number changes", async () => {
  const ids = async (number: number) =>
    (await read(`## ${number}. Safe rollback\n\n1. Roll back\n`)).model.steps.map((step) => step.id);
  expect(await ids(5)).toEqual(await ids(6));
});

test("Scenario A: the numbered list and the tasks inside a bullet are tickable, with the bullet's phase", async () => {
  const { model, html } = await example();
  const steps = stepsIn(model, "scenario-a-high-latency-alert");
  expect(steps.map((step) => [step.kind, step.phase])).toEqual([
    ["numbered", "investigation"],
    ["numbered", "investigation"],
    ["task", "resolution"],
    ["task", "resolution"],
  ]);
  const nested = findTags(parseHtml(html), "li").filter((item) => item.properties.dataStep === undefined);
  const inside = nested.flatMap((item) =>
    findAll(item, (element) => element.properties.dataStep !== undefined),
  );
  expect(inside.map((element) => element.properties.dataStep)).toEqual(steps.map((step) => step.id));
});

test("“Action 2: …” inside a task: “if CPU bound” is its condition, the command its own", async () => {
  const { model } = await example();
  const scale = model.steps.find((step) => step.text.startsWith("Action 2"));
  expect(scale?.condition).toEqual({ text: "CPU bound", severities: [] });
  expect(scale?.commandIds).toEqual(["i1"]);
});

test("Scenario B: numbered steps, each with its indented fence", async () => {
  const { model } = await example();
  const steps = stepsIn(model, "scenario-b-deployment-pipeline-execution");
  expect(steps.map((step) => [step.ordinal, step.commandIds])).toEqual([
    [1, ["c1"]],
    [2, ["c2"]],
    [3, ["c3"]],
    [4, ["c4"]],
  ]);
});

test("Rollback section: its kind and phase say so, verification steps included", async () => {
  const { model } = await example();
  const section = model.sections.find(({ id }) => id === "safe-rollback-procedure");
  expect([section?.kind, section?.phase]).toEqual(["rollback", "resolution"]);
  expect(stepsIn(model, "safe-rollback-procedure").map((step) => step.phase)).toEqual([
    "resolution",
    "resolution",
    "resolution",
  ]);
});

test("Verification Steps: tasks with the value that they expect, asked for before the end", async () => {
  const { model } = await example();
  expect(stepsIn(model, "verification-steps-post-fix").map((step) => [step.phase, step.expected])).toEqual([
    ["resolution", "healthy"],
    ["resolution", "below 1%"],
  ]);
});
