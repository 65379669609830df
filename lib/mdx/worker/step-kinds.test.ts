import { expect, test } from "vitest";
import { textOf } from "@/lib/reading/hast";
import { findAll, parseHtml } from "../testing/parse-html";
import { compile } from "./compile";

const read = (source: string) => compile({ source, format: "md" });
const listed = async (source: string) =>
  (await read(source)).model.steps.map(({ kind, ordinal, text }) => [kind, ordinal, text]);
const fence = (text: string) => `\`\`\`bash\n${text}\n\`\`\`\n`;

test("a “Step N” heading is a step with its whole section", async () => {
  const source = `## Restore\n\n### Step 1: Stop the writers\n\nWait 5 minutes.\n\n${fence("systemctl stop web")}\n### Step 2\n\nLook.\n\n## Notes\n\n${fence("uptime")}`;
  const { model, html } = await read(source);
  expect(
    model.steps.map(({ kind, ordinal, text, commandIds, sectionId }) => [
      kind,
      ordinal,
      text,
      commandIds,
      sectionId,
    ]),
  ).toEqual([
    ["heading", 1, "Stop the writers", ["c1"], "step-1-stop-the-writers"],
    ["heading", 2, "Step 2", [], "step-2"],
  ]);
  expect(model.steps[0]?.waits).toEqual([{ text: "Wait 5 minutes", seconds: 300 }]);
  expect(model.commands.map((block) => block.stepId)).toEqual([model.steps[0]?.id, null]);
  const box = findAll(parseHtml(html), (element) => element.properties.dataStep === model.steps[0]?.id)[0];
  expect(textOf(box ?? parseHtml(""))).toContain("systemctl stop web");
});

test("a “Step N” heading over an ordered list leaves the ticking to the list", async () => {
  expect(await listed("## Step 1: Stop\n\n1. Drain\n2. Stop\n")).toEqual([
    ["numbered", 1, "Drain"],
    ["numbered", 2, "Stop"],
  ]);
});

test("tasks below a “Step N” heading are steps inside it", async () => {
  const { model } = await read("## Step 1: Stop\n\n- [ ] Drain\n");
  expect(model.steps.map((step) => [step.kind, step.depth, step.parentId])).toEqual([
    ["heading", 1, null],
    ["task", 2, model.steps[0]?.id],
  ]);
});

test("a numbered heading is a step when it tells to do something", async () => {
  expect(await listed("## 1. Check the queue\n\nLook.\n\n## 2. Queue limits\n\nNone.\n")).toEqual([
    ["heading", 1, "Check the queue"],
  ]);
});

test("any numbered heading is a step below one that says steps", async () => {
  expect(await listed("## Steps\n\n### 1. Traffic away\n\n### 2. Traffic back\n")).toEqual([
    ["heading", 1, "Traffic away"],
    ["heading", 2, "Traffic back"],
  ]);
});

test("a bold “Step N” line is a step up to the next one, a rule or a heading", async () => {
  const source = `**Step 1:** Stop it\n\n${fence("a stop")}\n**Step 2: Start it**\n\n${fence("a start")}\n---\n\n${fence("uptime")}`;
  const { model } = await read(source);
  expect(model.steps.map(({ kind, ordinal, text, commandIds }) => [kind, ordinal, text, commandIds])).toEqual(
    [
      ["heading", 1, "Stop it", ["c1"]],
      ["heading", 2, "Start it", ["c2"]],
    ],
  );
});

test("a bold number with neither code nor a verb is no step", async () => {
  expect(await listed("**1. Background**\n\nLong ago.\n")).toEqual([]);
});

test("a bullet is a step under a heading that says so and with a command", async () => {
  const source =
    "## Mitigation\n\n- Restart it: `kubectl rollout restart deployment/web`\n- Think twice\n\n## Useful commands\n\n- `kubectl get pods`\n";
  expect(await listed(source)).toEqual([
    ["bullet", null, "Restart it: kubectl rollout restart deployment/web"],
  ]);
});

test("a bullet is a step under a bold label that says so, up to the next label", async () => {
  const source =
    "## Cache\n\n**Actions**:\n- Flush it: `redis-cli flushall`\n\n**See also**:\n- `redis-cli info`\n";
  expect(await listed(source)).toEqual([["bullet", null, "Flush it: redis-cli flushall"]]);
});

test("a bullet inside a numbered step belongs to that step", async () => {
  const { model } = await read(
    "## Procedure\n\n1. Look:\n   - `kubectl get pods`\n   - `kubectl get nodes`\n",
  );
  expect(model.steps.map((step) => [step.kind, step.commandIds])).toEqual([["numbered", ["i1", "i2"]]]);
});

test("task items in ordered lists are tasks with their number", async () => {
  expect(await listed("1. [ ] Stop\n2. [x] Start\n")).toEqual([
    ["task", 1, "Stop"],
    ["task", 2, "Start"],
  ]);
});

test("labels give the phase up to the next label, headings the rest", async () => {
  const source =
    "## Mitigation\n\n1. One\n\n**Immediate actions**:\n1. Two\n\n**Notes**:\n1. Three\n\n## Overview\n\n1. Four\n";
  const { model } = await read(source);
  expect(model.steps.map((step) => step.phase)).toEqual(["resolution", "immediate", "resolution", null]);
});

test("the condition of a label or a heading holds for the steps below it", async () => {
  const source = "## Rollback (if needed)\n\n1. One\n\n**If CPU bound:**\n\n1. Two\n2. Three (P0 only)\n";
  const { model } = await read(source);
  expect(model.steps.map((step) => step.condition?.text)).toEqual(["needed", "CPU bound", "P0"]);
});

test("sub-steps of a fence inside a step belong to it", async () => {
  const { model } = await read(
    "1. Deploy:\n\n   ```bash\n   # 1. Build\n   make\n   # 2. Ship\n   make ship\n   ```\n",
  );
  const [deploy, build, ship] = model.steps;
  expect(model.steps.map((step) => [step.kind, step.text, step.depth])).toEqual([
    ["numbered", "Deploy:", 1],
    ["substep", "Build", 2],
    ["substep", "Ship", 2],
  ]);
  expect([build?.parentId, ship?.parentId]).toEqual([deploy?.id, deploy?.id]);
  expect([deploy?.commandIds, build?.commandIds, ship?.commandIds]).toEqual([["c1"], ["c1.1"], ["c1.2"]]);
});

test("the ids of list items do not move when other kinds of steps come", async () => {
  const { model } = await read(`## Do\n\n${fence("# 1. Restart it\nmake")}\n- [ ] Restart it\n`);
  expect(model.steps.map((step) => step.id)).toEqual([
    expect.stringMatching(/^do\.[0-9a-f]{8}$/),
    "do.44609c38",
  ]);
  expect(model.steps[0]?.id).not.toBe("do.44609c38");
});

test("ids stay apart even from one that an author wrote", async () => {
  const source =
    '<Steps>\n<Step id="a">\n\nOne\n\n</Step>\n<Step id="a-2">\n\nTwo\n\n</Step>\n<Step id="a">\n\nThree\n\n</Step>\n</Steps>\n';
  const { model } = await compile({ source, format: "mdx" });
  expect(model.steps.map((step) => step.id)).toEqual(["a", "a-2", "a-3"]);
});

test("headings inside <Steps> are steps", async () => {
  const { model } = await compile({
    source: "<Steps>\n\n### Stop it\n\nNow.\n\n### Start it\n\n</Steps>\n",
    format: "mdx",
  });
  expect(model.steps.map(({ kind, ordinal, text }) => [kind, ordinal, text])).toEqual([
    ["heading", 1, "Stop it"],
    ["heading", 2, "Start it"],
  ]);
});

test("thousands of steps of every kind are read in linear time, each with its own id", async () => {
  const part = (n: number) =>
    `## Step ${n}: Look\n\n**Actions**:\n\n- Run \`kubectl get pods\`\n- [ ] Look\n\n`;
  const timeOf = async (count: number) => {
    const source = Array.from({ length: count }, (_, n) => part(n)).join("");
    const start = performance.now();
    const { model } = await read(source);
    expect(new Set(model.steps.map((step) => step.id)).size).toBe(model.steps.length);
    expect(model.steps).toHaveLength(count * 2);
    return performance.now() - start;
  };
  await timeOf(100);
  const small = await timeOf(250);
  expect(await timeOf(1000)).toBeLessThan(Math.max(small * 12, 3000));
}, 60_000);

test("a table holds commands and no steps", async () => {
  const { model } = await read(
    "## Steps\n\n1. Look:\n\n   | what | how |\n   | --- | --- |\n   | pods | `kubectl get pods` |\n",
  );
  expect(model.steps.map((step) => [step.text, step.commandIds])).toEqual([["Look:", ["i1"]]]);
  const raw = await read("<table><tr><td><ol><li>One</li></ol></td></tr></table>\n");
  expect(raw.model.steps).toEqual([]);
});

test("a step is its first paragraph: what is told below it does not move it", async () => {
  const stepOf = async (source: string) => (await compile({ source, format: "md" })).model.steps[0];
  const plain = await stepOf("1. Restart it\n");
  const told = await stepOf(
    "1. Restart it\n\n   It takes a while. Wait 5 minutes.\n\n   > Note: ask first.\n",
  );
  expect(told).toMatchObject({ id: plain?.id, text: "Restart it", waits: [{ seconds: 300 }] });
  expect((await stepOf("1. Restart them\n"))?.id).not.toBe(plain?.id);
});
