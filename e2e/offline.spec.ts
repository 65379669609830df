import type { Browser, BrowserContext, Page } from "@playwright/test";
import { startTestPortal } from "../scripts/testing/test-portal.mjs";
import { pasted } from "./support/clipboard";
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
