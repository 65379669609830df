import type { Locator, Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { expectAccessible } from "./support/axe";
import { sql } from "./support/database";
import { publish } from "./support/runbooks";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

// Each journey has people and an incident of its own.
test.describe.configure({ mode: "parallel" });

const runbook = `# Checkout is slow

## Immediate actions

1. Look at the dashboard
2. Check that the health endpoint returns \`healthy\`

   \`\`\`bash
   curl -s https://checkout.example.com/health
   \`\`\`

3. Drain the slow node
4. Tell the support team
5. Watch the queue

## Rollback

\`\`\`bash
# Option 1: roll the deployment back
kubectl rollout undo deployment/checkout
# Option 2: switch the flag off
flagctl disable new-checkout
# Option 3: scale up
kubectl scale deployment/checkout --replicas=8
\`\`\`

## Post-Resolution

- [ ] Update the incident tracker
- [ ] Schedule a post-mortem if P0/P1
- [ ] Thank everybody
`;

async function open(page: Page, severity = "SEV2"): Promise<string> {
  const runbookSlug = await publish(runbook);
  const answer = await page.request.post("/api/v1/incidents", {
    headers: { origin: required("E2E_BASE_URL") },
    data: { id: uuidv7(), runbookSlug, title: "Checkout is slow", severity, isDrill: true },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { key: string }).key;
}

async function goLive(page: Page, key: string): Promise<void> {
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

const step = (page: Page, words: string): Locator =>
  page.locator("[data-step]", { has: page.locator(".step-body", { hasText: words }) }).last();
const box = (page: Page, words: string): Locator => step(page, words).locator(".tick").first();

async function choose(page: Page, words: string, act: string): Promise<void> {
  await step(page, words).hover();
  await step(page, words)
    .getByRole("button", { name: /^More for/ })
    .click();
  await page.getByRole("menuitem", { name: act }).click();
}

async function answer(page: Page, words: string | null, confirm: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  if (words) await dialog.getByRole("textbox").fill(words);
  await dialog.getByRole("button", { name: confirm, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function kindsOf(key: string): Promise<string[]> {
  const rows = await sql<{ kind: string }>(
    "SELECT kind FROM events WHERE incident_id = (SELECT id FROM incidents WHERE number = $1) ORDER BY seq",
    [Number(key.slice(4))],
  );
  return rows.map(({ kind }) => kind);
}

test("each state of a step is set in one browser, seen in words in the other, and undone there", async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const [ana, jon] = [
    await visit("responder", { name: "Ana Ruiz" }),
    await visit("responder", { name: "Jon Okafor" }),
  ];
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  const words = "Drain the slow node";
  const states = [
    { act: "I’m on it", ask: null, state: "in-progress", said: "Ana Ruiz is on it since" },
    { act: "Done", ask: null, state: "done", said: "Ana Ruiz ·" },
    { act: "Skip", ask: "Skip", state: "skipped", said: "Skipped by Ana Ruiz", isRequired: true },
    {
      act: "Not applicable",
      ask: "Not applicable",
      state: "not-applicable",
      said: "Not applicable, says Ana Ruiz",
    },
    { act: "Put off", ask: "Put off", state: "deferred", said: "Put off by Ana Ruiz" },
    { act: "Did not work", ask: "Did not work", state: "failed", said: "Did not work, says Ana Ruiz" },
  ];
  for (const { act, ask, state, said, isRequired } of states) {
    await choose(ana.page, words, act);
    if (isRequired) {
      await ana.page.getByRole("dialog").getByRole("button", { name: "Skip" }).click();
      await expect(ana.page.getByRole("dialog")).toContainText("needed for the record");
    }
    if (ask) await answer(ana.page, `Because ${state}`, ask);
    await expect(step(jon.page, words)).toHaveAttribute("data-state", state);
    await expect(step(jon.page, words)).toContainText(said);
    if (ask) await expect(step(jon.page, words)).toContainText(`Because ${state}`);
    // A press right after somebody else's act does not count.
    await expect(async () => {
      if ((await step(jon.page, words).getAttribute("data-state")) !== "open") {
        await choose(jon.page, words, "Undo");
      }
      await expect(step(ana.page, words)).toHaveAttribute("data-state", "open", { timeout: 2_000 });
    }).toPass();
  }
  // Nobody asks when somebody else is on it already; the record has both.
  await choose(ana.page, words, "I’m on it");
  await expect(step(jon.page, words)).toHaveAttribute("data-state", "in-progress");
  await choose(jon.page, words, "I’m on it");
  await expect(step(ana.page, words)).toContainText("Jon Okafor is on it since");
  expect((await kindsOf(key)).slice(-2)).toEqual(["step.claimed", "step.claimed"]);
});

test("choosing an option makes the others not applicable, and both can be taken back", async ({ visit }) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  const states = (page: Page) =>
    page
      .locator("[data-step-kind='option']")
      .evaluateAll((all: HTMLElement[]) => all.map((one) => one.dataset.state));
  const option = (page: Page, number: number) => page.locator("[data-step-kind='option']").nth(number - 1);

  await option(ana.page, 2).hover();
  await option(ana.page, 2).getByRole("button", { name: "Use this" }).click();
  await expect.poll(() => states(jon.page)).toEqual(["not-applicable", "in-progress", "not-applicable"]);
  await expect(option(jon.page, 1)).toContainText("Not applicable: Option 2 is used");

  await option(jon.page, 3).hover();
  await option(jon.page, 3).getByRole("button", { name: "Use this" }).click();
  await expect.poll(() => states(ana.page)).toEqual(["not-applicable", "not-applicable", "in-progress"]);

  // Right after the choice it would be the second half of a double press.
  await expect(async () => {
    if ((await states(jon.page))[2] === "in-progress") {
      await option(jon.page, 3)
        .getByRole("button", { name: /^More for/ })
        .click();
      await jon.page.getByRole("menuitem", { name: "Undo" }).click();
    }
    expect(await states(ana.page)).toEqual(["not-applicable", "in-progress", "not-applicable"]);
  }).toPass();
  await option(ana.page, 2)
    .getByRole("button", { name: /^More for/ })
    .click();
  await ana.page.getByRole("menuitem", { name: "Undo" }).click();
  await expect.poll(() => states(jon.page)).toEqual(["open", "open", "open"]);
});

test("a step that is added stands in its place on both screens, can be ticked, and taken back", async ({
  visit,
}) => {
  const [ana, jon] = [await visit("responder", { name: "Ana Ruiz" }), await visit("responder")];
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  await choose(ana.page, "Drain the slow node", "Add a step below");
  await answer(ana.page, "Call the network team", "Add step");
  await expect(step(jon.page, "Call the network team")).toContainText("added by Ana Ruiz");
  const order = await jon.page
    .locator("ol > [data-step]")
    .evaluateAll((all) => all.map((one) => one.textContent));
  expect(order.findIndex((text) => text?.includes("network team"))).toBe(
    order.findIndex((text) => text?.includes("Drain")) + 1,
  );
  await expect(jon.page.getByText("0 of 9 steps settled")).toBeVisible();

  await box(jon.page, "Call the network team").click();
  await expect(step(ana.page, "Call the network team")).toHaveAttribute("data-state", "done");
  await goLive(ana.page, key);
  await expect(box(ana.page, "Call the network team")).toBeChecked();

  await ana.page.getByRole("button", { name: "Add a step at the end" }).click();
  await answer(ana.page, "Write it down", "Add step");
  await expect(step(jon.page, "Write it down")).toBeVisible();
  await choose(jon.page, "Call the network team", "Take this step back");
  await expect(ana.page.locator("[data-step-kind='added']")).toHaveCount(1);
});

test("pasted output is masked, kept, and held against what the runbook expects", async ({ visit }) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  const words = "Check that the health endpoint";
  await choose(ana.page, words, "Paste output");
  await ana.page
    .getByRole("textbox", { name: "Output" })
    .fill('{"status":"down"}\nAuthorization: Bearer abc123secret');
  await expect(ana.page.getByRole("dialog")).toContainText("Not as expected: wanted healthy");
  await expectAccessible(ana.page);
  await answer(ana.page, null, "Keep output");
  await expect(step(jon.page, words)).toContainText("Not as expected");
  await step(jon.page, words).getByText("Output", { exact: true }).first().click();
  await expect(step(jon.page, words)).toContainText('{"status":"down"}');
  await expect(step(jon.page, words)).not.toContainText("abc123secret");
  await expectAccessible(jon.page);
  await step(jon.page, words).getByRole("button", { name: "Mark as failed" }).click();
  await expect(step(ana.page, words)).toHaveAttribute("data-state", "failed");

  await choose(ana.page, words, "Paste output");
  await answer(ana.page, "healthy", "Keep output");
  await expect(step(jon.page, words)).toContainText("As expected: healthy");
});

test("resolving lists what is left and leads there; then the steps for afterwards are the checklist", async ({
  visit,
}) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const key = await open(ana.page, "SEV3");
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  await expect(ana.page.getByText("After the incident: 3 steps, shown when it is resolved")).toBeVisible();
  await expect(step(ana.page, "Thank everybody")).toBeHidden();
  await ana.page.getByRole("button", { name: "Show now" }).click();
  await expect(step(ana.page, "Thank everybody")).toBeVisible();

  await choose(ana.page, "Drain the slow node", "Put off");
  await answer(ana.page, null, "Put off");
  await ana.page.getByRole("button", { name: "Resolved…" }).click();
  const dialog = ana.page.getByRole("dialog");
  await expect(dialog.getByRole("listitem").filter({ hasText: "Drain the slow node" })).toContainText(
    "Put off",
  );
  await expect(dialog).toContainText("2 steps follow for afterwards");
  await expectAccessible(ana.page);
  await dialog.getByRole("button", { name: "Drain the slow node" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(box(ana.page, "Drain the slow node")).toBeFocused();

  await ana.page.getByRole("button", { name: "Resolved…" }).click();
  await dialog.getByRole("button", { name: "Resolved", exact: true }).click();
  await expect(dialog).toContainText("needed for the record");
  await dialog.getByRole("textbox").fill("The flag was enough");
  await dialog.getByRole("button", { name: "Resolved", exact: true }).click();

  await expect(jon.page.getByText("2 steps remain for afterwards")).toBeVisible();
  await expect(step(jon.page, "Schedule a post-mortem")).toContainText("Optional: only if P0/P1");
  await expect(step(jon.page, "Update the incident tracker")).toHaveAttribute("aria-current", "step");
  await box(jon.page, "Update the incident tracker").click();
  await expect(ana.page.getByText("1 step remains for afterwards")).toBeVisible();
  await expect(step(ana.page, "Thank everybody")).toHaveAttribute("aria-current", "step");
  await expect(box(ana.page, "Look at the dashboard")).toHaveRole("img");
});

test("after Done or Undo by its button the focus goes on with the work, and the way is said", async ({
  visit,
}) => {
  const { page } = await visit("responder");
  const key = await open(page);
  await goLive(page, key);
  const done = (words: string) => step(page, words).getByRole("button", { name: /^Done/ });
  await done("Look at the dashboard").focus();
  await page.keyboard.press("Enter");
  await expect(done("Check that the health endpoint")).toBeFocused();
  await expect(page.getByText("Done. Next: Check that the health endpoint")).toBeAttached();

  // The second half of a double press does not count.
  await expect(async () => {
    const undo = step(page, "Look at the dashboard").getByRole("button", { name: "Undo" });
    if (await undo.isVisible()) await undo.press("Enter");
    await expect(done("Look at the dashboard")).toBeFocused({ timeout: 1_000 });
  }).toPass();

  // By the menu and its dialog, without a mouse.
  await step(page, "Look at the dashboard")
    .getByRole("button", { name: /^More for/ })
    .focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("p");
  await expect(page.getByRole("menuitem", { name: "Put off" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("textbox").press("Control+Enter");
  await expect(step(page, "Look at the dashboard")).toHaveAttribute("data-state", "deferred");
  await expect(done("Check that the health endpoint")).toBeFocused();

  await step(page, "Watch the queue")
    .getByRole("button", { name: /^More for/ })
    .focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(step(page, "Watch the queue").getByRole("button", { name: /^More for/ })).toBeFocused();
});

test("single keys take up, put off, fail, undo and paste", async ({ visit }) => {
  const { page } = await visit("responder");
  const key = await open(page);
  await goLive(page, key);
  const first = step(page, "Look at the dashboard");
  await page.keyboard.press("i");
  await expect(first).toContainText("You are on it since");
  await page.keyboard.press("i");
  await expect(first).toHaveAttribute("data-state", "open");
  await page.keyboard.press("d");
  await answer(page, null, "Put off");
  await expect(first).toHaveAttribute("data-state", "deferred");
  await page.keyboard.press("u");
  await expect(first).toHaveAttribute("data-state", "open");
  await page.keyboard.press("f");
  await answer(page, "No access", "Did not work");
  await expect(first).toHaveAttribute("data-state", "failed");
  await page.keyboard.press("o");
  await expect(page.getByRole("dialog", { name: "Keep output with this step" })).toBeVisible();
  await page.keyboard.press("Escape");
});

test("a board opens where its person was interrupted, and leads back when they have scrolled away", async ({
  visit,
}) => {
  const { page } = await visit("responder", { isPhone: true });
  const key = await open(page);
  await goLive(page, key);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await step(page, "Watch the queue")
    .getByRole("button", { name: /^More for/ })
    .tap();
  await page.getByRole("menuitem", { name: "I’m on it" }).tap();
  await expect(step(page, "Watch the queue")).toHaveAttribute("aria-current", "step");
  await expect(box(page, "Watch the queue")).toHaveAttribute("aria-busy", "false");

  const again = await page.context().newPage();
  await goLive(again, key);
  await expect(step(again, "Watch the queue")).toBeInViewport();
  await expect(again.locator("body")).toBeFocused();
  await again.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await again.getByRole("button", { name: "Go to step" }).tap();
  await expect(step(again, "Watch the queue")).toBeInViewport();
  await again.close();
});

test("a device whose clock is wrong leaves a mark, and the time shown is the portal's", async ({ visit }) => {
  const { page } = await visit("responder");
  const key = await open(page);
  await goLive(page, key);
  await box(page, "Look at the dashboard").click();
  await expect.poll(() => kindsOf(key)).toContain("step.checked");
  const [tick] = await sql<{ run_id: string; step_id: string }>(
    "SELECT run_id, step_id FROM events WHERE kind = 'step.checked' AND incident_id = (SELECT id FROM incidents WHERE number = $1)",
    [Number(key.slice(4))],
  );
  const ahead = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString();
  const sent = await page.request.post(`/api/v1/incidents/${key}/events`, {
    headers: { origin: required("E2E_BASE_URL") },
    data: {
      ...{ id: uuidv7(), kind: "step.failed", runId: tick?.run_id, stepId: tick?.step_id },
      ...{ data: {}, occurredAt: ahead, sentAt: ahead },
    },
  });
  expect(sent.status()).toBe(201);
  const time = step(page, "Look at the dashboard").locator("time");
  await expect(time).toContainText("device clock");
  await expect(time).toHaveAttribute("title", /device clock (3 d|2 d 23).* ahead/);
  expect(Date.parse((await time.getAttribute("datetime")) ?? "")).toBeLessThan(Date.now() + 60_000);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const isPhone of [false, true]) {
    test(`all states can be told apart and read, ${colorScheme}, ${isPhone ? "390" : "1440"} px`, async ({
      visit,
    }, info) => {
      const { page, person } = await visit("responder", { colorScheme, isPhone });
      const key = await open(page);
      await goLive(page, key);
      const acts = ["Done", "Did not work", "Put off", "I’m on it"];
      const steps = ["Look at the dashboard", "Check that the health", "Drain the slow", "Tell the support"];
      for (const [index, words] of steps.entries()) {
        await choose(page, words, acts[index] ?? "");
        if (index === 1 || index === 2) await answer(page, "The node is gone already", acts[index] ?? "");
      }
      await page
        .locator("[data-step-kind='option']")
        .nth(1)
        .getByRole("button", { name: /^More for/ })
        .click();
      await page.getByRole("menuitem", { name: "Use this" }).click();
      await expect(page.getByText("Not applicable: Option 2 is used").first()).toBeVisible();
      await choose(page, "Tell the support", "Add a step below");
      await answer(page, "Call the network team", "Add step");
      await expect(step(page, "Call the network team")).toContainText(`added by ${person.name}`);
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, "nothing sticks out").toBeLessThanOrEqual(0);
      const name = `${colorScheme}-${isPhone ? 390 : 1440}`;
      await page.screenshot({ path: info.outputPath(`board-${name}.png`), fullPage: true });
      await step(page, "Tell the support")
        .getByRole("button", { name: /^More for/ })
        .click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath(`menu-${name}.png`) });
      await page.getByRole("menuitem", { name: "Paste output" }).click();
      await page.getByRole("dialog").getByRole("textbox").fill("412 in use");
      await page.screenshot({ path: info.outputPath(`output-${name}.png`) });
      await answer(page, null, "Keep output");
      await page.getByRole("button", { name: "Resolved…" }).click();
      await expect(page.getByRole("dialog")).toContainText("not settled");
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath(`resolve-${name}.png`) });
      await page.keyboard.press("Escape");
      await page.goto(`/incidents/${key}/review`);
      await page.screenshot({ path: info.outputPath(`review-${name}.png`), fullPage: true });
    });
  }
}
