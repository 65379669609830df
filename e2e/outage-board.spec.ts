import type { Locator, Page } from "@playwright/test";
import { pasted } from "./support/clipboard";
import { type OutageStage, startOutageStage } from "./support/outage-stage";
import { expect, test } from "./support/test";

// What somebody does on an open board while Postgres is away, and what is in the record afterwards.

test.describe.configure({ mode: "serial", timeout: 240_000 });

let stage: OutageStage;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  stage = await startOutageStage("outage-board");
});
test.afterAll(() => stage?.stop());

const boxes = (page: Page): Locator => page.getByRole("checkbox");
const step = (page: Page, index: number): Locator => page.locator("li[data-step]").nth(index);
const waits = (page: Page): Locator => page.getByRole("button", { name: /not yet in the record/ });
const live = (page: Page): Locator => page.locator(".link-state").getByText("Live", { exact: true });
const none = (page: Page): Locator =>
  page.getByText("No database", { exact: true }).filter({ visible: true });
const notice = (page: Page): Locator => page.getByText("The portal has no database");

type Row = { kind: string; step_id: string | null; seq: number };

/** What the record has of an incident, without the two events of its start. */
async function recorded(id: string): Promise<Row[]> {
  const rows = await stage.sql<Row>(
    "SELECT kind, step_id, seq FROM events WHERE incident_id = $1 ORDER BY seq",
    [id],
  );
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  return rows.slice(2);
}

const idsOf = (page: Page, indexes: number[]) =>
  Promise.all(indexes.map((index) => step(page, index).getAttribute("data-step")));

/** Until so much of the outage is over; the portal answers all the while. */
async function untilOver(from: number, seconds: number): Promise<void> {
  const look = async () => {
    expect((await stage.get("/health/live")).status).toBe(200);
    return performance.now() - from;
  };
  await expect.poll(look, { timeout: 90_000, intervals: [2_000] }).toBeGreaterThan(seconds * 1_000);
}

test("a minute without Postgres: reading, copying, ticking and noting go on, and then all is in the record", async ({
  browser,
  complaints,
}) => {
  const { key, id } = await stage.openIncident();
  const watching = await stage.visit(browser, complaints);
  await watching.goto(`/incidents/${key}`);
  await expect(live(watching)).toBeVisible();
  await watching.evaluate(() => Object.assign(window, { isFirstLoad: true }));
  const page = await watching.context().newPage();
  await page.goto(`/incidents/${key}`);
  await expect(live(page)).toBeVisible();
  await boxes(page).nth(0).click();
  await stage.untilOnDisk(key);

  await stage.postgres.stop();
  const from = performance.now();
  // Both were open before: nobody loads a page to learn of it.
  for (const tab of [page, watching]) {
    await expect(none(tab).first()).toBeVisible({ timeout: 15_000 });
    await expect(notice(tab)).toContainText("kept on this device");
  }
  await boxes(page).nth(1).click();
  await expect(step(page, 1)).toContainText("Waiting to be sent");
  await expect(boxes(watching).nth(1)).toBeChecked();

  const reading = await page.context().newPage();
  await reading.goto("/runbooks/portal-database-unreachable");
  await expect(reading.getByText("The database cannot be reached")).toBeVisible();
  await reading.getByRole("link", { name: "Runbooks" }).first().click();
  await reading.goto("/runbooks?q=PortalDown");
  await reading.getByRole("link", { name: /down/i }).first().click();
  await expect(reading).toHaveURL(/portal-down/);

  const block = page.locator(".doc figure.cmd", { hasText: "health/live" }).first();
  await block.getByRole("button", { name: /^Copy/ }).first().click();
  await page.getByRole("textbox", { name: "portal-host" }).fill("portal.example.com");
  await page.getByRole("button", { name: "Fill and copy" }).click();
  await expect(block.getByRole("button", { name: /^Copied/ })).toBeVisible();
  expect(await pasted(page)).toContain("http://portal.example.com:3000/health/live");

  await boxes(page).nth(2).click();
  await boxes(page).nth(3).click();
  await page.getByRole("button", { name: "Add a note" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("The database host is gone");
  await page.getByRole("dialog").getByRole("button", { name: "Add note" }).click();
  await expect(page.getByLabel("Latest events")).toContainText("The database host is gone");
  await expect(waits(page)).toHaveText(/6 waiting/);

  await page.reload();
  await expect(page.getByText("The database cannot be reached")).toBeVisible();
  await expect(none(page).first()).toBeVisible({ timeout: 15_000 });
  for (const index of [0, 1, 2, 3]) await expect(boxes(page).nth(index)).toBeChecked();
  for (const index of [1, 2, 3]) await expect(step(page, index)).toContainText("Waiting to be sent");
  await expect(page.getByLabel("Latest events")).toContainText("The database host is gone");

  await untilOver(from, 60);
  await boxes(page).nth(4).click();
  await stage.postgres.start();

  for (const tab of [page, watching]) {
    await expect(live(tab)).toBeVisible({ timeout: 30_000 });
    await expect(waits(tab)).toHaveCount(0, { timeout: 30_000 });
    for (const index of [0, 1, 2, 3, 4]) await expect(boxes(tab).nth(index)).toBeChecked();
    await expect(notice(tab)).toHaveCount(0);
  }
  await expect(page.getByText("The database cannot be reached")).toHaveCount(0);
  expect(await watching.evaluate(() => "isFirstLoad" in window)).toBe(true);
  await reading.reload();
  await expect(reading.getByText("The database cannot be reached")).toHaveCount(0);

  const rows = await recorded(id);
  expect(rows.map(({ kind }) => kind)).toEqual([
    "step.checked",
    "step.checked",
    "variable.set",
    "command.copied",
    "step.checked",
    "step.checked",
    "incident.noted",
    "step.checked",
  ]);
  const ticked = rows.filter(({ kind }) => kind === "step.checked").map((row) => row.step_id);
  expect(ticked).toEqual(await idsOf(page, [0, 1, 2, 3, 4]));
  await page.context().close();
  complaints.length = 0;
});

test("frozen for twenty seconds: a tick on a phone waits, says so, and is recorded once", async ({
  browser,
  complaints,
}) => {
  const { key, id } = await stage.openIncident();
  const page = await stage.visit(browser, complaints, 390);
  await page.goto(`/incidents/${key}`);
  await expect(page.locator(".link-state[data-link=live]")).toHaveCount(1);
  stage.postgres.freeze();
  const from = performance.now();
  try {
    await boxes(page).nth(0).click();
    await expect(boxes(page).nth(0)).toBeChecked();
    await expect(step(page, 0)).toContainText("Waiting to be sent");
    // Also where the band of the incident is scrolled away.
    await expect(page.locator(".thumb").getByText("No database")).toBeInViewport({ timeout: 15_000 });
    await expect(notice(page)).toBeInViewport();
    await untilOver(from, 20);
    expect(await boxes(page).nth(0).getAttribute("aria-busy")).toBe("true");
  } finally {
    stage.postgres.thaw();
  }
  await expect(boxes(page).nth(0)).toHaveAttribute("aria-busy", "false", { timeout: 30_000 });
  await expect(none(page)).toHaveCount(0, { timeout: 15_000 });
  await expect(notice(page)).toHaveCount(0);
  expect((await recorded(id)).map(({ kind }) => kind)).toEqual(["step.checked"]);
  await page.context().close();
  complaints.length = 0;
});

test("an incident that is started while Postgres is away has its board at once, and its number later", async ({
  browser,
  complaints,
}) => {
  const page = await stage.visit(browser, complaints);
  await page.goto("/");
  await stage.postgres.stop();
  try {
    await page.goto("/runbooks/portal-down");
    await page.getByRole("link", { name: "Start an incident" }).first().click();
    await page.getByRole("textbox", { name: "What is wrong" }).fill("Nobody can log in");
    await page.getByRole("button", { name: "Start the incident" }).click();
    await page.waitForURL(/\/incidents\/[\da-f-]{36}$/);
    await expect(page.getByText("No number yet")).toBeVisible();
    await boxes(page).nth(0).click();
    await expect(step(page, 0)).toContainText("Waiting to be sent");
    await expect(waits(page)).toHaveText(/2 waiting/);
  } finally {
    await stage.postgres.start();
  }
  await page.waitForURL(/\/incidents\/INC-\d+$/, { timeout: 40_000 });
  await expect(live(page)).toBeVisible();
  await expect(boxes(page).nth(0)).toBeChecked();
  await expect(waits(page)).toHaveCount(0, { timeout: 30_000 });
  const found = await stage.sql<{ id: string }>("SELECT id FROM incidents WHERE title = $1", [
    "Nobody can log in",
  ]);
  expect(found).toHaveLength(1);
  expect((await recorded(found[0]?.id ?? "")).map(({ kind }) => kind)).toEqual(["step.checked"]);
  await page.context().close();
  complaints.length = 0;
});
