import { readFile } from "node:fs/promises";
import type { BrowserContext, Locator, Page, Route } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { sql } from "./support/database";
import { createPerson, signIn } from "./support/session";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

/** Opens an incident as the page's person and goes to its board. */
async function openBoard(page: Page): Promise<string> {
  const answer = await page.request.post("/api/v1/incidents", {
    headers: { origin: required("E2E_BASE_URL") },
    data: {
      id: uuidv7(),
      runbookSlug: "api-service-example",
      title: "Checkout is slow",
      severity: "SEV2",
      isDrill: true,
    },
  });
  expect(answer.status()).toBe(201);
  const { key } = (await answer.json()) as { key: string };
  await goLive(page, key);
  return key;
}

async function goLive(page: Page, key: string): Promise<void> {
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  // The header's share of the outbox comes when the page is idle: a network that is cut before never brings it.
  await expect(page.getByRole("banner").getByRole("status")).toBeAttached();
}

const boxes = (page: Page): Locator => page.getByRole("checkbox");
const step = (page: Page, index: number): Locator => page.locator("li[data-step]").nth(index);
const indicator = (page: Page): Locator => page.getByRole("button", { name: /not yet in the record/ });
const tray = (page: Page): Locator => page.getByRole("dialog", { name: "Not yet in the record" });

type Row = { kind: string; actor_id: string; data: Record<string, unknown> };

/** What the record has, without the two events of the start. */
async function recorded(key: string): Promise<Row[]> {
  const rows = await sql<Row>(
    "SELECT kind, actor_id, data FROM events WHERE incident_id = (SELECT id FROM incidents WHERE number = $1) ORDER BY seq",
    [Number(key.slice(4))],
  );
  return rows.slice(2);
}
const kindsOf = async (key: string) => (await recorded(key)).map((row) => row.kind);

/** The portal takes nothing: every write of an event fails on its way. Gives the end of it. */
async function cutWrites(where: BrowserContext | Page, how = (route: Route) => route.abort()) {
  const pattern = /\/api\/v1\/incidents\/[^/]+\/events$/;
  const cut = (route: Route) => (route.request().method() === "POST" ? how(route) : route.fallback());
  await where.route(pattern, cut);
  return () => where.unroute(pattern, cut);
}

test("a tick without a network waits, is kept over a reload and another page, and is saved once", async ({
  visit,
  complaints,
}) => {
  const { page } = await visit("responder");
  const key = await openBoard(page);
  await page.context().setOffline(true);
  await boxes(page).nth(0).click();
  await expect(boxes(page).nth(0)).toBeChecked();
  await expect(step(page, 0)).toContainText("Waiting to be sent");
  await expect(indicator(page)).toHaveText(/1 waiting/);

  const heal = await cutWrites(page);
  await page.context().setOffline(false);
  await page.reload();
  await expect(boxes(page).nth(0)).toBeChecked();
  await expect(step(page, 0)).toContainText("Waiting to be sent");

  await page.getByRole("link", { name: "Runbooks" }).first().click();
  await page.waitForURL("**/runbooks");
  await indicator(page).click();
  await expect(tray(page)).toContainText("Ticked");
  await expect(tray(page)).toContainText("You may close this tab");
  expect(await kindsOf(key)).toEqual([]);
  await tray(page).getByRole("link", { name: key }).click();
  await page.waitForURL(`**/incidents/${key}`);
  await expect(boxes(page).nth(0)).toBeChecked();

  await indicator(page).click();
  const attempt = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith("/events"),
  );
  await tray(page).getByRole("button", { name: "Send now" }).click();
  await attempt;
  await expect(tray(page)).toContainText("Ticked");
  expect(await kindsOf(key)).toEqual([]);
  await heal();
  await expect(tray(page)).toContainText("All that you did is in the record");
  await page.keyboard.press("Escape");
  await expect(indicator(page)).toHaveCount(0);
  await expect(boxes(page).nth(0)).toHaveAttribute("aria-busy", "false");
  expect(await kindsOf(key)).toEqual(["step.checked"]);
  complaints.length = 0;
});

test("ticks, notes and a status change that waited arrive in their order", async ({ visit, complaints }) => {
  const { page } = await visit("responder");
  const key = await openBoard(page);
  const heal = await cutWrites(page);
  await boxes(page).nth(0).click();
  await boxes(page).nth(1).click();
  await page.getByRole("button", { name: "Add a note" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("In the tunnel");
  await page.getByRole("dialog").getByRole("button", { name: "Add note" }).click();
  await page.getByRole("button", { name: "Mitigated…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mitigated" }).click();
  await expect(page.getByLabel("Status").locator("[aria-current]")).toHaveText("Mitigated");
  await step(page, 0).hover();
  await step(page, 0).getByRole("button", { name: "Undo" }).click();
  await expect(indicator(page)).toHaveText(/5 waiting/);
  await page.reload();
  await expect(page.getByLabel("Status").locator("[aria-current]")).toHaveText("Mitigated");
  await expect(boxes(page).nth(0)).not.toBeChecked();
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(indicator(page)).toHaveText(/5 waiting/);
  expect(await kindsOf(key)).toEqual([]);

  await heal();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(indicator(page)).toHaveCount(0);
  expect(await kindsOf(key)).toEqual([
    "step.checked",
    "step.checked",
    "incident.noted",
    "status.changed",
    "step.unchecked",
  ]);
  complaints.length = 0;
});

test("two tabs show the same tick, one sends it, and the other takes over when that one dies", async ({
  visit,
  complaints,
}) => {
  const { page } = await visit("responder");
  const key = await openBoard(page);
  const other = await page.context().newPage();
  await goLive(other, key);
  const answers: number[] = [];
  page.context().on("response", (response) => {
    if (response.request().method() === "POST" && response.url().endsWith("/events")) {
      answers.push(response.status());
    }
  });

  const heal = await cutWrites(page.context());
  await boxes(page).nth(0).click();
  await expect(boxes(other).nth(0)).toBeChecked();
  await expect(step(other, 0)).toContainText("Waiting to be sent");
  await heal();
  await other.evaluate(() => window.dispatchEvent(new Event("online")));
  for (const tab of [page, other]) {
    await expect(boxes(tab).nth(0)).toHaveAttribute("aria-busy", "false");
    await expect(boxes(tab).nth(0)).toBeChecked();
  }
  expect(answers).toEqual([201]);

  // One tab hangs in the middle of sending, and is closed. Which of them sends is for them to say.
  const hanging: Page[] = [];
  const ends = new Map<Page, () => Promise<void>>();
  for (const tab of [page, other]) ends.set(tab, await cutWrites(tab, async () => void hanging.push(tab)));
  await boxes(page).nth(1).click();
  for (const tab of [page, other]) await expect(boxes(tab).nth(1)).toBeChecked();
  await expect.poll(() => hanging.length).toBe(1);
  const survivor = hanging[0] === page ? other : page;
  await ends.get(survivor)?.();
  expect(await kindsOf(key)).toEqual(["step.checked"]);
  await hanging[0]?.close();
  await expect(boxes(survivor).nth(1)).toHaveAttribute("aria-busy", "false");
  expect(await kindsOf(key)).toEqual(["step.checked", "step.checked"]);
  complaints.length = 0;
});

test("a session that ended keeps a tick for the same person: nobody else sends it, and a sign-in does", async ({
  visit,
  complaints,
}) => {
  const { page, person } = await visit("responder", { name: "Ana Ruiz" });
  const key = await openBoard(page);
  await page.context().clearCookies();
  await boxes(page).nth(0).click();
  await expect(indicator(page)).toHaveText(/1 waiting/);
  await indicator(page).click();
  await expect(tray(page)).toContainText("Your session has ended");

  // Somebody else signs in in this browser; the open tab is still Ana's.
  await signIn(page.context(), await createPerson("responder", { name: "Jon Okafor" }));
  const refused = page.waitForResponse((answer) => answer.request().method() === "POST");
  await tray(page).getByRole("button", { name: "Send now" }).click();
  expect((await refused).status()).toBe(401);
  await expect(tray(page)).toContainText("Waits for a sign-in");
  await page.goto("/runbooks");
  await expect(indicator(page)).toHaveText(/1 of somebody else/);
  await indicator(page).click();
  await expect(tray(page)).toContainText("Sent when that person signs in");
  await expect(tray(page).getByRole("listitem")).toHaveCount(0);
  expect(await kindsOf(key)).toEqual([]);

  await signIn(page.context(), person);
  await page.goto("/runbooks");
  await expect.poll(() => kindsOf(key)).toEqual(["step.checked"]);
  expect((await recorded(key))[0]?.actor_id).toBe(person.id);
  await expect(indicator(page)).toHaveCount(0);
  complaints.length = 0;
});

test("a tick of somebody whose role was taken away stays with its reason, can be exported and tried again", async ({
  visit,
  complaints,
}) => {
  const { page, person } = await visit("responder");
  const key = await openBoard(page);
  await sql("UPDATE users SET role = 'reader' WHERE id = $1", [person.id]);
  await boxes(page).nth(0).click();
  const reason = "Only responders can tick steps and write notes. Ask an admin for the responder role.";
  await expect(step(page, 0)).toContainText(`Not saved. ${reason}`);
  await expect(boxes(page).nth(0)).not.toBeChecked();

  await page.goto("/runbooks");
  await expect(indicator(page)).toHaveText(/1 refused/);
  await indicator(page).click();
  await expect(tray(page)).toContainText(reason);
  const waiting = page.waitForEvent("download");
  await tray(page).getByRole("button", { name: "Export as a file" }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^not-in-the-record-.*\.json$/);
  const content: unknown = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(content).toMatchObject({
    entries: [
      { incidentKey: key, state: "refused", refusal: { status: 403, message: reason }, personId: person.id },
    ],
  });

  await sql("UPDATE users SET role = 'responder' WHERE id = $1", [person.id]);
  await tray(page).getByRole("button", { name: "Try again" }).click();
  await expect(tray(page)).toContainText("All that you did is in the record");
  expect(await kindsOf(key)).toEqual(["step.checked"]);
  complaints.length = 0;
});

test("a tick that comes after the incident was closed is refused, stays, and goes when it is given up", async ({
  visit,
  complaints,
}) => {
  const [{ page }, other] = [await visit("responder"), await visit("responder")];
  const key = await openBoard(page);
  const heal = await cutWrites(page);
  await boxes(page).nth(0).click();
  await expect(indicator(page)).toHaveText(/1 waiting/);
  const closed = await other.page.request.post(`/api/v1/incidents/${key}/events`, {
    headers: { origin: required("E2E_BASE_URL") },
    data: {
      id: uuidv7(),
      kind: "status.changed",
      runId: null,
      stepId: null,
      data: { to: "resolved", reason: "Over" },
      occurredAt: new Date().toISOString(),
    },
  });
  expect(closed.status()).toBe(201);
  await heal();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(step(page, 0)).toContainText("The incident is resolved, so its checklist is closed.");

  await page.reload();
  await expect(step(page, 0)).toContainText("Not saved. The incident is resolved");
  await step(page, 0).getByRole("button", { name: "Discard" }).click();
  const question = page.getByRole("alertdialog", { name: "Discard this?" });
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(indicator(page)).toHaveText(/1 refused/);
  await step(page, 0).getByRole("button", { name: "Discard" }).click();
  await question.getByRole("button", { name: "Discard for good" }).click();
  await expect(step(page, 0)).not.toContainText("Not saved");
  await expect(indicator(page)).toHaveCount(0);
  expect(await kindsOf(key)).toEqual(["status.changed"]);
  complaints.length = 0;
});

test("a browser that stores nothing says so at once and still sends", async ({ visit, complaints }) => {
  const { page } = await visit("responder");
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  const key = await openBoard(page);
  const heal = await cutWrites(page);
  await boxes(page).nth(0).click();
  await expect(step(page, 0)).toContainText("Not saved. This browser stores nothing.");
  await expect(boxes(page).nth(0)).not.toBeChecked();
  await expect(indicator(page)).toHaveText(/1 not kept/);

  // It would go with the tab, from whatever page.
  await page.getByRole("link", { name: "Runbooks" }).first().click();
  await page.waitForURL("**/runbooks");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await page.goBack();

  // By itself: nobody has to try again what only the network held up.
  await heal();
  await expect(boxes(page).nth(0)).toBeChecked();
  await expect(indicator(page)).toHaveCount(0);
  expect(await kindsOf(key)).toEqual(["step.checked"]);
  complaints.length = 0;
});

test("signing out with something left asks first", async ({ visit, complaints }) => {
  const { page } = await visit("responder");
  await openBoard(page);
  await cutWrites(page);
  await boxes(page).nth(0).click();
  await expect(indicator(page)).toHaveText(/1 waiting/);
  const leave = async () => {
    await page.getByRole("button", { name: /menu of/ }).click();
    await page.getByRole("link", { name: "Sign out" }).click();
  };
  await leave();
  const question = page.getByRole("alertdialog", { name: "Sign out before all is sent?" });
  await expect(question).toContainText("1 waiting");
  await question.getByRole("button", { name: "Stay signed in" }).click();
  await expect(indicator(page)).toHaveText(/1 waiting/);
  await leave();
  await question.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL("**/sign-in");
  complaints.length = 0;
});

test("on plain http, where browsers have no locks, two tabs send a tick once", async ({
  visit,
  complaints,
}) => {
  const { page } = await visit("responder");
  const key = await openBoard(page);
  const context = page.context();
  const cookies = await context.cookies();
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, domain: "portal.test" })));
  const address = `http://portal.test:${new URL(required("E2E_BASE_URL")).port}/incidents/${key}`;
  await page.goto(address);
  expect(await page.evaluate(() => "locks" in navigator)).toBe(false);
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByText("Live", { exact: true })).toBeVisible();
  await boxes(page).nth(0).click();
  for (const tab of [page, other]) {
    await expect(boxes(tab).nth(0)).toBeChecked();
    await expect(boxes(tab).nth(0)).toHaveAttribute("aria-busy", "false");
  }
  expect(await kindsOf(key)).toEqual(["step.checked"]);
  complaints.length = 0;
});
