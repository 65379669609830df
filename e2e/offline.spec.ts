import { rm } from "node:fs/promises";
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { startTestPortal } from "../scripts/testing/test-portal.mjs";
import { expectAccessible } from "./support/axe";
import { pasted } from "./support/clipboard";
import { sql } from "./support/database";
import { makeLaterBuild } from "./support/later-build";
import { publish } from "./support/runbooks";
import { createPerson, type Role, signIn } from "./support/session";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

// Every journey stops a portal of its own on the database that all journeys share.
test.describe.configure({ mode: "serial", timeout: 180_000 });

type Portal = Awaited<ReturnType<typeof startTestPortal>>;

let portal: Portal;
test.beforeAll(async () => {
  portal = await startTestPortal({
    name: "offline",
    databaseUrl: required("DATABASE_URL"),
    secret: required("NEXTAUTH_SECRET"),
  });
});
test.afterAll(() => portal.stop());

/** A browser of its own, with a service worker, signed in. */
async function visitor(browser: Browser, role: Role): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: portal.baseUrl,
    serviceWorkers: "allow",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  await signIn(context, await createPerson(role));
  return { context, page: await context.newPage() };
}

/** Waits until the device says that it has all. */
async function untilKept(page: Page): Promise<void> {
  await page.getByRole("button", { name: /menu of/ }).click();
  await expect(page.getByText(/^(\d+) of \1 runbooks kept on this device/)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press("Escape");
}

const text = `# Ledger is behind

## Alert: LedgerLagHigh

The ledger of [service-name] lags.

\`\`\`bash
kubectl rollout status deployment/[service-name] -n ledger
\`\`\`

## Draining the queue

1. Look at the queue
2. Drain it
`;

test("after one visit the portal can go: any runbook opens, is found, and copies with its values", async ({
  browser,
}) => {
  const slug = await publish(text);
  const { context, page } = await visitor(browser, "responder");
  await page.goto("/");
  await untilKept(page);
  await portal.crash();
  try {
    await page.goto("/");
    await expect(page.getByText(/^Offline\. This is the copy of/)).toBeVisible();

    for (const [name, title] of [
      ["portal-down", /portal/i],
      ["api-service-example", /./],
      [slug, "Ledger is behind"],
    ] as const) {
      await page.goto(`/runbooks/${name}`);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByText(/^Offline\. This is the copy of/)).toBeVisible();
    }

    await page.goto("/runbooks?q=draining");
    const search = page.getByRole("searchbox", { name: /^Search by title/ });
    await expect(page.getByRole("link", { name: "Section Draining the queue" }).first()).toBeVisible();
    await search.fill("LedgerLag");
    await expect(page.getByRole("link", { name: "Alert LedgerLagHigh" }).first()).toBeVisible();
    await page.getByRole("link", { name: "Alert LedgerLagHigh" }).first().click();
    await expect(page).toHaveURL(/#alert-ledgerlaghigh$/);

    await page.goto(`/runbooks/${slug}?service-name=checkout`);
    await page.locator(".doc figure.cmd").getByRole("button", { name: /^Copy/ }).first().click();
    await expect(page.locator(".doc figure.cmd").getByRole("button", { name: /^Copied/ })).toBeVisible();
    expect(await pasted(page)).toBe("kubectl rollout status deployment/checkout -n ledger");

    await page.goto("/r/ledger-lag-high");
    await expect(page.getByRole("heading", { level: 1, name: "Ledger is behind" })).toBeVisible();
    await page.goto("/squads");
    await expect(page.getByRole("heading", { name: "This page is not kept on this device" })).toBeVisible();
  } finally {
    await portal.restart();
  }
  // Nothing is typed here: the live page comes by itself.
  await expect(page.getByRole("heading", { level: 1, name: "Squads" })).toBeVisible({ timeout: 40_000 });
  await context.close();
});

test("signing out drops what the device kept", async ({ browser }) => {
  const { context, page } = await visitor(browser, "reader");
  await page.goto("/");
  await untilKept(page);
  await page.getByRole("button", { name: /menu of/ }).click();
  await page.getByRole("link", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await portal.crash();
  try {
    await page.goto("/runbooks/portal-down");
    await expect(page.getByRole("heading", { name: "This page is not kept on this device" })).toBeVisible();
  } finally {
    await portal.restart();
  }
  await context.close();
});

test("signing out without a portal drops the copy at once, says what is left, and is finished later", async ({
  browser,
}) => {
  const { context, page } = await visitor(browser, "reader");
  await page.goto("/");
  await untilKept(page);
  await portal.crash();
  try {
    await page.goto("/");
    await page.getByRole("button", { name: /menu of/ }).click();
    await page.getByRole("link", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "You are signed out on this device" })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/runbooks/portal-down");
    await expect(page.getByRole("heading", { name: "You are signed out on this device" })).toBeVisible();
  } finally {
    await portal.restart();
  }
  await expect(page.getByText("Now the session is ended too.")).toBeVisible({ timeout: 40_000 });
  await page.goto("/runbooks/portal-down");
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
});

/** Whether this browser keeps a copy. */
const hasCopy = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open("portal-offline");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const count = db.transaction("state").objectStore("state").count();
          count.onsuccess = () => {
            db.close();
            resolve(count.result > 0);
          };
        };
      }),
  );

test("the copy of somebody who was disabled goes with the first page that the portal refuses", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: portal.baseUrl, serviceWorkers: "allow" });
  const person = await createPerson("reader");
  await signIn(context, person);
  const page = await context.newPage();
  await page.goto("/");
  await untilKept(page);
  expect(await hasCopy(page)).toBe(true);
  await sql("UPDATE users SET disabled_at = now() WHERE id = $1", [person.id]);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect.poll(() => hasCopy(page)).toBe(false);
  await portal.crash();
  try {
    await page.goto("/runbooks/portal-down");
    await expect(page.getByRole("heading", { name: "This page is not kept on this device" })).toBeVisible();
  } finally {
    await portal.restart();
  }
  await context.close();
});

test("the shell can be used by everybody, in both themes", async ({ browser }) => {
  const slug = await publish(text);
  const { context, page } = await visitor(browser, "responder");
  const key = await open(page, slug);
  await page.goto("/");
  await untilKept(page);
  await portal.crash();
  try {
    for (const theme of ["light", "dark"]) {
      await context.addCookies([{ name: "theme", value: theme, url: portal.baseUrl }]);
      for (const [name, path] of [
        ["home", "/"],
        ["runbooks", "/runbooks"],
        ["runbook", `/runbooks/${slug}`],
        ["board", `/incidents/${key}`],
        ["start", `/incidents/new?runbook=${slug}`],
        ["not-kept", "/squads"],
      ] as const) {
        await page.goto(path);
        await expect(page.getByText(/^Offline\./)).toBeVisible();
        await expectAccessible(page);
        await page.screenshot({ path: test.info().outputPath(`${name}-${theme}.png`) });
      }
    }
  } finally {
    await portal.restart();
  }
  await context.close();
});

/** Opens an incident on the runbook, by the page's own person, and gives its key. */
async function open(page: Page, runbookSlug: string): Promise<string> {
  const answer = await page.request.post("/api/v1/incidents", {
    headers: { origin: portal.baseUrl },
    data: { id: uuidv7(), runbookSlug, title: "Many steps", severity: "SEV4", isDrill: true },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { key: string }).key;
}

type Row = { seq: number; kind: string; step_id: string | null; occurred_at: Date; recorded_at: Date };

const eventsOf = (key: string, kind = "step.%") =>
  sql<Row>(
    `SELECT seq, kind, step_id, occurred_at, recorded_at FROM events
     WHERE incident_id = (SELECT id FROM incidents WHERE number = $1) AND kind LIKE $2 ORDER BY seq`,
    [Number(key.slice(4)), kind],
  );

const boxes = (page: Page): Locator => page.locator(".doc").getByRole("checkbox");

async function tick(page: Page, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 1) {
    await boxes(page).nth(index).click();
    await expect(boxes(page).nth(index)).toHaveAttribute("aria-checked", "true");
  }
}

const manySteps = `# Many steps\n\n${Array.from({ length: 30 }, (_, index) => `${index + 1}. Look at thing ${index + 1}`).join("\n")}\n`;

test("25 ticks made without a portal, over a closed page, reach the record in their order and with their times", async ({
  browser,
}) => {
  const slug = await publish(manySteps);
  const { context, page } = await visitor(browser, "responder");
  const key = await open(page, slug);
  await page.goto("/");
  await untilKept(page);
  await portal.crash();
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText(/ticks are kept here and sent when the network is back/)).toBeVisible();
  const before = Date.now();
  await tick(page, 0, 20);
  await page.close();

  const again = await context.newPage();
  await again.goto(`/incidents/${key}`);
  await expect(boxes(again).nth(19)).toHaveAttribute("aria-checked", "true");
  await tick(again, 20, 25);
  const after = Date.now();
  await portal.restart();

  await expect.poll(async () => (await eventsOf(key)).length, { timeout: 60_000 }).toBe(25);
  const rows = await eventsOf(key);
  expect(rows.map(({ kind }) => kind)).toEqual(Array(25).fill("step.checked"));
  expect(new Set(rows.map(({ step_id }) => step_id)).size).toBe(25);
  const times = rows.map(({ occurred_at }) => occurred_at.getTime());
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(times[0]).toBeGreaterThanOrEqual(before);
  expect(times.at(-1)).toBeLessThanOrEqual(after);
  expect(rows.every((row) => row.recorded_at.getTime() > after)).toBe(true);
  await context.close();
});

test("two devices without a portal that contradict each other agree afterwards, and both acts are in the record", async ({
  browser,
}) => {
  const slug = await publish(manySteps);
  const ana = await visitor(browser, "responder");
  const jon = await visitor(browser, "responder");
  const key = await open(ana.page, slug);
  for (const { page } of [ana, jon]) {
    await page.goto("/");
    await untilKept(page);
  }
  await portal.crash();
  for (const { page } of [ana, jon]) {
    await page.goto(`/incidents/${key}`);
    await tick(page, 0, 1);
  }
  // The second half of a double click does not count.
  await expect(async () => {
    const box = boxes(jon.page).nth(0);
    if (await box.isChecked()) await box.click();
    await expect(box).toHaveAttribute("aria-checked", "false", { timeout: 1_000 });
  }).toPass();
  await portal.restart();

  await expect.poll(async () => (await eventsOf(key)).length, { timeout: 60_000 }).toBe(3);
  const kinds = (await eventsOf(key)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(["step.checked", "step.checked", "step.unchecked"]);
  const checked = String(kinds.at(-1) === "step.checked");
  for (const { page } of [ana, jon]) {
    await expect(page.getByText(/^Offline\./)).toHaveCount(0, { timeout: 40_000 });
    await expect(boxes(page).nth(0)).toHaveAttribute("aria-checked", checked);
  }
  await ana.context.close();
  await jon.context.close();
});

test("an incident is started without a portal, ticked, and gets its number when it is back", async ({
  browser,
}) => {
  const slug = await publish(manySteps);
  const { context, page } = await visitor(browser, "responder");
  await page.goto("/");
  await untilKept(page);
  await portal.crash();
  await page.goto(`/incidents/new?runbook=${slug}`);
  await page.getByLabel("What is wrong").fill("Started in a tunnel");
  await page.getByRole("button", { name: "Start the incident" }).click();
  await expect(page.getByText("No number yet")).toBeVisible();
  await tick(page, 0, 3);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Started in a tunnel" })).toBeVisible();
  await page.getByRole("link", { name: "Started in a tunnel" }).click();
  await expect(boxes(page).nth(2)).toHaveAttribute("aria-checked", "true");
  await portal.restart();

  await page.waitForURL(/\/incidents\/INC-\d{4}$/, { timeout: 60_000 });
  const key = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect.poll(async () => (await eventsOf(key)).length, { timeout: 60_000 }).toBe(3);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await expect(boxes(page).nth(2)).toHaveAttribute("aria-checked", "true");
  await context.close();
});

test("a tab and a worker of an earlier build go on over a deployment, and leave when they are done", async ({
  browser,
}) => {
  const slug = await publish(manySteps);
  const { context, page: old } = await visitor(browser, "responder");
  const key = await open(old, slug);
  await old.goto("/");
  await untilKept(old);
  await old.goto(`/incidents/${key}`);
  const shells = (page: Page) =>
    page.evaluate(async () =>
      (await caches.keys()).filter((name) => name.startsWith("portal-shell-")).sort(),
    );
  const [oldShell] = await shells(old);
  expect(oldShell).toBeDefined();

  await portal.crash();
  const before = process.env.PORTAL_TEST_DIST;
  const { distDir, build } = await makeLaterBuild(before ?? ".next");
  process.env.PORTAL_TEST_DIST = distDir;
  const later = await startTestPortal({
    name: "offline-later",
    port: portal.port,
    databaseUrl: required("DATABASE_URL"),
    secret: required("NEXTAUTH_SECRET"),
  });
  try {
    const fresh = await context.newPage();
    await fresh.goto("/");
    const both = [oldShell ?? "", `portal-shell-${build}`].sort();
    await expect.poll(() => shells(fresh), { timeout: 30_000 }).toEqual(both);

    await tick(old, 0, 2);
    await expect.poll(async () => (await eventsOf(key)).length, { timeout: 30_000 }).toBe(2);
    // Its code comes when it is wanted, and the server of today does not have it.
    await old.getByRole("button", { name: /menu of/ }).click();
    await old.getByRole("link", { name: "Sign out" }).click();
    await expect(old).toHaveURL(/\/sign-in/);

    await old.close();
    await fresh.goto("/sign-in");
    await expect
      .poll(async () => {
        await fresh.goto("/");
        return shells(fresh);
      })
      .toEqual([`portal-shell-${build}`]);
  } finally {
    process.env.PORTAL_TEST_DIST = before;
    await later.stop();
    await rm(distDir, { recursive: true, force: true });
    await portal.restart();
  }
  await context.close();
});
