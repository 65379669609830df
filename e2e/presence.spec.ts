import type { Locator, Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { expectAccessible } from "./support/axe";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

/** Opens an incident as the page's person and gives its key. */
async function open(page: Page): Promise<string> {
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
  return ((await answer.json()) as { key: string }).key;
}

async function goLive(page: Page, key: string): Promise<void> {
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

const step = (page: Page, index: number): Locator => page.locator("li[data-step]").nth(index);
const people = (page: Page): Locator => page.getByRole("button", { name: /looking now/ });
/** What a screen reader is told: the one region that shows nothing. */
/** What a board says to screen readers; each sort of news has a place of its own. */
const spoken = (page: Page): Locator => page.locator(".board > p.sr-only[role='status']");

test("two browsers see each other and the step that the other is at; who leaves is gone within seconds", async ({
  visit,
}) => {
  const ana = await visit("responder", { name: "Ana Ruiz" });
  const jon = await visit("reader", { name: "Jon Okafor" });
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await expect(people(ana.page)).toHaveAccessibleName("1 looking now");
  await goLive(jon.page, key);
  await expect(people(ana.page)).toHaveAccessibleName(/2 looking now/);
  await expect(people(jon.page)).toHaveAccessibleName(/2 looking now/);

  const before = await step(jon.page, 2).boundingBox();
  await ana.page.getByRole("checkbox").nth(2).focus();
  await expect(step(jon.page, 2)).toContainText("Ana Ruiz is on this step");
  await expect(step(ana.page, 2)).not.toContainText("is on this step");
  expect(await step(jon.page, 2).boundingBox(), "nothing moves").toEqual(before);
  await ana.page.getByRole("checkbox").nth(3).focus();
  await expect(step(jon.page, 3)).toContainText("Ana Ruiz is on this step");
  await expect(step(jon.page, 2)).not.toContainText("is on this step");

  // A reader is seen like anybody else.
  await step(jon.page, 1).click({ position: { x: 200, y: 14 } });
  await expect(step(ana.page, 1)).toContainText("Jon Okafor is on this step");

  await people(jon.page).click();
  const list = jon.page.locator("#people-list");
  await expect(list).toContainText("Jon Okafor you");
  await expect(list).toContainText(/Ana Ruiz at (step \d+, )?\w+/);
  await expectAccessible(jon.page);
  await jon.page.keyboard.press("Escape");
  await expect(list).toBeHidden();

  await jon.page.goto("/runbooks");
  await expect(people(ana.page)).toHaveAccessibleName("1 looking now", { timeout: 5_000 });
  await expect(step(ana.page, 1)).not.toContainText("is on this step");
  await goLive(jon.page, key);
  await expect(people(ana.page)).toHaveAccessibleName("2 looking now");
  await jon.page.close();
  await expect(people(ana.page)).toHaveAccessibleName("1 looking now", { timeout: 5_000 });
  await expectAccessible(ana.page);
});

test("what one does is said aloud to the other only, and who has left stays as somebody of earlier", async ({
  visit,
}) => {
  const ana = await visit("responder", { name: "Ana Ruiz" });
  const jon = await visit("responder", { name: "Jon Okafor" });
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);

  await jon.page.getByRole("checkbox").nth(0).click();
  await expect(spoken(ana.page).filter({ hasText: /^Jon Okafor ticked \w+/ })).toBeAttached();
  await expect(step(jon.page, 0).getByRole("checkbox")).toHaveAttribute("aria-busy", "false");
  for (const at of [1, 2]) await ana.page.getByRole("checkbox").nth(at).click();
  await expect(spoken(jon.page).filter({ hasText: "2 changes by Ana Ruiz" })).toBeAttached();
  await expect(spoken(ana.page).filter({ hasText: "Ana Ruiz" })).toHaveCount(0);

  await jon.page.close();
  await expect(people(ana.page)).toHaveAccessibleName("1 looking now, 1 earlier", { timeout: 5_000 });
  // What was there when the page was drawn is no news.
  await ana.page.reload();
  await expect(ana.page.getByText("Live", { exact: true })).toBeVisible();
  await expect(spoken(ana.page).filter({ hasText: /\S/ })).toHaveCount(0);
});

test("on a phone the state of the link is a word at all times, and an offline device is named", async ({
  visit,
  complaints,
}) => {
  const { page } = await visit("responder", { isPhone: true });
  const key = await open(page);
  await goLive(page, key);
  const band = page.getByRole("region", { name: "Incident" });
  await expect(band.getByText("Live", { exact: true })).toBeVisible();
  await page.context().setOffline(true);
  await expect(band.getByText("Offline", { exact: true })).toBeVisible();
  await expect(page.getByText("This device is offline")).toContainText(
    /since \d\d:\d\d, last news \d+ s ago/,
  );
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(band.getByText("Live", { exact: true })).toBeVisible();
  complaints.length = 0;
});

test("a stream answers GET alone", async ({ visit }) => {
  const { page } = await visit("reader");
  const responder = await visit("responder");
  const key = await open(responder.page);
  await page.goto(`/incidents/${key}`);
  const head = await page.request.head(`/api/v1/incidents/${key}/stream`);
  expect([head.status(), head.headers().allow]).toEqual([405, "GET"]);
  const got = await page.evaluate(async (path) => {
    const abort = new AbortController();
    const answer = await fetch(path, { signal: abort.signal });
    const { value } = (await answer.body?.getReader().read()) ?? {};
    abort.abort();
    return { type: answer.headers.get("content-type"), start: new TextDecoder().decode(value) };
  }, `/api/v1/incidents/${key}/stream`);
  expect(got.type).toContain("text/event-stream");
  expect(got.start).toContain("retry:");
});

test("a presence report that is too large is refused; a small one is not", async ({ visit }) => {
  const { page } = await visit("responder");
  const key = await open(page);
  const send = (tabId: string) =>
    page.request.post(`/api/v1/incidents/${key}/presence`, {
      headers: { origin: required("E2E_BASE_URL") },
      data: { tabId, runId: null, stepId: null },
    });
  expect((await send("x".repeat(2_000))).status()).toBe(413);
  expect((await send("not-an-id")).status()).toBe(422);
  expect((await send(uuidv7())).status()).toBe(204);
});
