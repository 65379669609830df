import type { Locator, Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { sql } from "./support/database";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

type Opened = { key: string };

/** Opens an incident as the page's person and goes to its board. */
async function open(page: Page, runbookSlug = "api-service-example"): Promise<Opened> {
  const answer = await page.request.post("/api/v1/incidents", {
    headers: { origin: required("E2E_BASE_URL") },
    data: { id: uuidv7(), runbookSlug, title: "Checkout is slow", severity: "SEV2", isDrill: true },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as Opened;
}

async function goLive(page: Page, key: string): Promise<void> {
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

const boxes = (page: Page): Locator => page.getByRole("checkbox");
const step = (page: Page, index: number): Locator => page.locator("li[data-step]").nth(index);

async function eventsOf(
  key: string,
): Promise<{ kind: string; data: Record<string, unknown>; actor_name: string }[]> {
  return sql(
    "SELECT kind, data, actor_name FROM events WHERE incident_id = (SELECT id FROM incidents WHERE number = $1) ORDER BY seq",
    [Number(key.slice(4))],
  );
}

test("an incident is started from a runbook, and nothing typed is lost when that is refused", async ({
  visit,
  complaints,
}) => {
  const { page } = await visit("responder");
  await page.goto("/incidents/new?runbook=api-service-example");
  await expect(page.getByLabel("What is wrong")).not.toHaveValue("");
  await page.getByLabel("What is wrong").fill("Checkout API: p95 latency above 1.2 s");
  await page.getByRole("radio", { name: /SEV1/ }).check();
  await page.getByRole("checkbox", { name: /drill/ }).check();

  const problem = { status: 409, contentType: "application/problem+json", body: '{"detail":"Not now."}' };
  await page.route("**/api/v1/incidents", (route) => route.fulfill(problem), { times: 1 });
  await page.getByRole("button", { name: "Start the drill" }).click();
  await expect(page.getByText("Not now.")).toBeVisible();

  // A request that is lost on its way: the device keeps the incident and sends it again by itself.
  await page.route("**/api/v1/incidents", (route) => route.abort(), { times: 1 });
  await page.getByRole("button", { name: "Start the drill" }).click();
  await page.waitForURL(/\/incidents\/INC-\d{4}$/, { timeout: 30_000 });
  complaints.length = 0;
  await expect(
    page.getByRole("heading", { level: 1, name: "Checkout API: p95 latency above 1.2 s" }),
  ).toBeVisible();
  await expect(page.getByText("SEV1").first()).toBeVisible();
  await expect(page.getByText("Drill", { exact: true })).toBeVisible();
});

test("two browsers run one incident: ticks, undoing, skips and notes arrive with names", async ({
  visit,
}) => {
  const [ana, jon] = [
    await visit("responder", { name: "Ana Ruiz" }),
    await visit("responder", { name: "Jon Okafor" }),
  ];
  const { key } = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  // Those for afterwards wait until it is resolved.
  const due = await ana.page.locator("li[data-step]:not([data-later])").count();
  expect(due).toBeGreaterThan(5);
  await expect(boxes(ana.page)).toHaveCount(due);

  await boxes(ana.page).nth(0).click();
  await expect(boxes(jon.page).nth(0)).toBeChecked();
  await expect(step(jon.page, 0)).toContainText("Ana Ruiz");

  await step(jon.page, 0).hover();
  // A press right after somebody else's tick does not count.
  await expect(async () => {
    const undo = step(jon.page, 0).getByRole("button", { name: "Undo" });
    if (await undo.isVisible()) await undo.click();
    await expect(boxes(jon.page).nth(0)).not.toBeChecked({ timeout: 1_000 });
  }).toPass();
  await expect(boxes(ana.page).nth(0)).not.toBeChecked();

  await step(jon.page, 1).hover();
  await step(jon.page, 1).getByRole("button", { name: "Skip" }).click();
  await jon.page.getByRole("textbox", { name: "Reason" }).fill("CPU is at 30 %");
  await jon.page.getByRole("dialog").getByRole("button", { name: "Skip" }).click();
  await expect(step(ana.page, 1)).toContainText("Skipped by Jon Okafor");
  await expect(step(ana.page, 1)).toContainText("CPU is at 30 %");

  await step(ana.page, 0).getByRole("button", { name: "Note" }).click();
  await ana.page.getByRole("textbox", { name: "Note" }).fill("412 of 500 in use, climbing");
  await ana.page.getByRole("button", { name: "Add note" }).click();
  await expect(step(jon.page, 0)).toContainText("412 of 500 in use, climbing");
  await expect(jon.page.getByLabel("Latest events")).toContainText("Ana Ruiz noted on");

  // The undone tick and its undoing both stay.
  expect((await eventsOf(key)).map((event) => `${event.actor_name} ${event.kind}`)).toEqual([
    "Ana Ruiz incident.opened",
    "Ana Ruiz run.started",
    "Ana Ruiz step.checked",
    "Jon Okafor step.unchecked",
    "Jon Okafor step.skipped",
    "Ana Ruiz step.noted",
  ]);

  await ana.page.reload();
  await expect(step(ana.page, 1)).toContainText("Skipped by Jon Okafor");
});

test("the other browser shows a tick within a second", async ({ visit }) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const { key } = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  const lags: number[] = [];
  for (let index = 0; index < 7; index += 1) {
    const seen = seesChange(jon.page, index);
    const pressed = await boxes(ana.page)
      .nth(index)
      .evaluate((box: HTMLElement) => {
        box.click();
        return Date.now();
      });
    lags.push((await seen) - pressed);
  }
  // The median: a machine that runs other journeys at the same time may hold up a single one.
  expect(lags.sort((a, b) => a - b)[3], `lags in ms: ${lags.join(", ")}`).toBeLessThan(1_000);
});

/** When the box at that place changed its state, in the clock that both browsers share. */
function seesChange(page: Page, index: number): Promise<number> {
  return page.evaluate(
    (at) =>
      new Promise<number>((resolve) => {
        const box = document.querySelectorAll<HTMLElement>("button.tick")[at];
        if (box?.dataset.state === "done") resolve(Date.now());
        if (!box) throw new Error(`There is no box ${at}.`);
        new MutationObserver(() => resolve(Date.now())).observe(box, { attributeFilter: ["data-state"] });
      }),
    index,
  );
}

test("nothing moves when somebody else ticks", async ({ visit }) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const { key } = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  const places = () =>
    ana.page
      .locator("li[data-step], .doc h2, .doc h3")
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
  const before = await places();
  await boxes(jon.page).nth(0).click();
  await boxes(jon.page).nth(4).click();
  await expect(boxes(ana.page).nth(4)).toBeChecked();
  expect(await places()).toEqual(before);
});

test("a tick that cannot be saved goes back and says why beside it; trying again saves it once", async ({
  visit,
  complaints,
}) => {
  const { page } = await visit("responder");
  const { key } = await open(page);
  await goLive(page, key);
  await page.route("**/events", (route) =>
    route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      body: '{"detail":"Somebody was faster."}',
    }),
  );
  await boxes(page).nth(0).click();
  await expect(step(page, 0)).toContainText("Not saved. Somebody was faster.");
  await expect(boxes(page).nth(0)).not.toBeChecked();
  complaints.length = 0;

  await page.unroute("**/events");
  await step(page, 0).getByRole("button", { name: "Try again" }).click();
  await expect(boxes(page).nth(0)).toBeChecked();
  await expect(step(page, 0)).not.toContainText("Not saved");
  await expect
    .poll(async () => (await eventsOf(key)).filter((event) => event.kind === "step.checked"))
    .toHaveLength(1);
});

test("what happened while a browser was cut off is there when it comes back", async ({
  visit,
  complaints,
}) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const { key } = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  await jon.page.context().setOffline(true);
  await boxes(ana.page).nth(0).click();
  await expect(boxes(ana.page).nth(0)).toBeChecked();
  await expect(boxes(ana.page).nth(0)).toHaveAttribute("aria-busy", "false");
  await jon.page.context().setOffline(false);
  await expect(boxes(jon.page).nth(0)).toBeChecked();
  await expect(jon.page.getByText("Live", { exact: true })).toBeVisible();
  complaints.length = 0;
});

test("a copy leaves an event with its secrets masked, and values reach the other browser", async ({
  visit,
}) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const { key } = await open(ana.page, "runbook-template");
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
  await field(ana.page, "flag-name").fill("new-checkout");
  await field(ana.page, "flag-name").press("Enter");
  await expect(field(jon.page, "flag-name")).toHaveValue("new-checkout");
  await ana.page.getByLabel("api-token", { exact: true }).fill("Zq9-not-for-others");
  await ana.page.getByLabel("api-token", { exact: true }).press("Enter");

  const command = ana.page.locator("figure.cmd", { hasText: "features/" }).first();
  await command.locator("button.copy:visible").first().click();
  // It writes to a production server and two of its values are open, so it is asked about first.
  await ana.page.getByRole("alertdialog").getByRole("button", { name: "Copy anyway" }).click();
  await expect(command.getByText("Copied", { exact: true })).toBeVisible();
  const copied = async () => (await eventsOf(key)).find((event) => event.kind === "command.copied");
  await expect.poll(copied).toBeDefined();
  const text = String((await copied())?.data.text);
  expect(text).toContain("new-checkout");
  expect(JSON.stringify(await eventsOf(key))).not.toContain("Zq9");
  await expect(jon.page.getByLabel("Latest events")).toContainText("copied");
  await expect(jon.page.getByLabel("api-token", { exact: true })).toHaveValue("");
});

test("the run keeps its revision while the runbook is edited", async ({ visit }) => {
  const { page } = await visit("admin");
  const slug = `pinned-${uuidv7().slice(-8)}`;
  const source = "# Pinned\n\n## Act\n\n- [ ] The first text\n";
  await publish(slug, 1, source);
  const { key } = await open(page, slug);
  await publish(slug, 2, source.replace("first", "second"));
  await goLive(page, key);
  await expect(step(page, 0)).toContainText("The first text");
  await expect(page.getByText("A newer revision exists (2)")).toBeVisible();
  await boxes(page).nth(0).click();
  await expect(boxes(page).nth(0)).toBeChecked();
});

test("resolving with open steps asks why; then the checklist is closed, and notes go on", async ({
  visit,
}) => {
  const [{ page }, other] = [await visit("responder"), await visit("responder")];
  const { key } = await open(page);
  await goLive(page, key);
  await goLive(other.page, key);
  await page.getByRole("button", { name: "Mitigated…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mitigated" }).click();
  await expect(other.page.getByLabel("Status").locator("[aria-current]")).toHaveText("Mitigated");

  await page.getByRole("button", { name: "Resolved…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("13 steps are not settled");
  await dialog.getByRole("button", { name: "Resolved" }).click();
  await expect(dialog).toContainText("needed for the record");
  await dialog.getByRole("textbox").fill("The rest waits for Monday");
  await dialog.getByRole("button", { name: "Resolved" }).click();
  await expect(other.page.getByText("The checklist is closed")).toBeVisible();
  await expect(boxes(other.page)).toHaveCount(0);

  await other.page.getByRole("button", { name: "Add a note" }).click();
  await other.page.getByRole("textbox", { name: "Note" }).fill("It was the cache");
  await other.page.getByRole("dialog").getByRole("button", { name: "Add note" }).click();
  await expect(page.getByLabel("Latest events")).toContainText("It was the cache");
  const changed = (await eventsOf(key)).findLast((event) => event.kind === "status.changed");
  expect(changed?.data).toMatchObject({ to: "resolved", reason: "The rest waits for Monday", openSteps: 13 });
});

test("single keys act on the current step, walk by j and k, stay out of fields and can be switched off", async ({
  visit,
}) => {
  const { page } = await visit("responder");
  const { key } = await open(page);
  await goLive(page, key);
  await page.keyboard.press("x");
  await expect(boxes(page).nth(0)).toBeChecked();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(boxes(page).nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(boxes(page).nth(1)).toBeFocused();
  await page.keyboard.press("x");
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(boxes(page).nth(2)).toBeFocused();
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).pressSequentially("x marks the spot");
  await page.keyboard.press("Control+Enter");
  await expect(step(page, 2)).toContainText("x marks the spot");
  await expect(boxes(page).nth(2)).not.toBeChecked();

  await page.getByRole("switch", { name: /Single keys/ }).click();
  await page.keyboard.press("x");
  await page.reload();
  await expect(page.getByRole("switch", { name: /Single keys/ })).not.toBeChecked();
  await expect(boxes(page).nth(2)).not.toBeChecked();
});

test("a reader sees the board live and cannot tick; on a phone a responder ticks with the thumb", async ({
  visit,
}) => {
  const [reader, phone] = [await visit("reader"), await visit("responder", { isPhone: true })];
  const { key } = await open(phone.page);
  await goLive(reader.page, key);
  await goLive(phone.page, key);
  await expect(boxes(reader.page)).toHaveCount(0);
  await expect(reader.page.getByRole("button", { name: /Mitigated/ })).toHaveCount(0);

  const thumb = phone.page.getByRole("region", { name: "Current step" });
  // A step out of view is gone to first.
  await expect(async () => {
    const away = thumb.getByRole("button", { name: "Go to step" });
    if (await away.isVisible()) await away.tap();
    const isOpen = (await step(phone.page, 0).getAttribute("data-state")) === "open";
    if (isOpen) await thumb.getByRole("button", { name: "Done" }).tap({ timeout: 1_000 });
    await expect(step(reader.page, 0)).toHaveAttribute("data-state", "done", { timeout: 2_000 });
  }).toPass();
  await thumb.getByRole("button", { name: "Skip" }).tap();
  await phone.page.getByRole("textbox", { name: "Reason" }).fill("Not this time");
  await phone.page.getByRole("dialog").getByRole("button", { name: "Skip" }).tap();
  await expect(step(reader.page, 1)).toContainText("Not this time");
});

test("without scripts the board shows its state", async ({ visit, browser }) => {
  const { page } = await visit("responder");
  const { key } = await open(page);
  await goLive(page, key);
  await boxes(page).nth(0).click();
  await expect(boxes(page).nth(0)).toBeChecked();
  await expect(boxes(page).nth(0)).toHaveAttribute("aria-busy", "false");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto(`/incidents/${key}`);
  await expect(still.locator(".tick").nth(0)).toHaveAttribute("data-state", "done");
  await expect(still.locator(".tick").nth(1)).toHaveAttribute("data-state", "open");
  await plain.close();
});

/** Puts a revision of a runbook into the database, as an import would. */
async function publish(slug: string, number: number, source: string): Promise<void> {
  await sql(
    `WITH book AS (
       INSERT INTO runbooks (id, slug, title, current_revision, updated_at) VALUES ($1, $2, 'Pinned', $3, now())
       ON CONFLICT (slug) DO UPDATE SET current_revision = $3 RETURNING id
     )
     INSERT INTO revisions (id, runbook_id, number, format, source, sha256, title, message, origin)
     SELECT $4, id, $3, 'md', $5, encode(sha256(convert_to($5, 'UTF8')), 'hex'), 'Pinned', 'A test', 'import' FROM book`,
    [uuidv7(), slug, number, uuidv7(), source],
  );
}
