import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { ensureNginx, startNginx } from "../scripts/lib/nginx.mjs";
import { startTestPortal } from "../scripts/testing/test-portal.mjs";
import { sql } from "./support/database";
import { createPerson, sessionToken } from "./support/session";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

/** Three processes on the journeys' database, behind nginx with docs/nginx.conf. */
async function startThree() {
  const folder = mkdtempSync(path.join(tmpdir(), "portal-nginx-"));
  const portals: Awaited<ReturnType<typeof startTestPortal>>[] = [];
  const shared = { databaseUrl: required("DATABASE_URL"), secret: required("NEXTAUTH_SECRET") };
  for (const name of ["process-1", "process-2", "process-3"]) {
    // Longer is a fault of the start, and the name of the step says of which.
    await test.step(
      `${name} starts`,
      async () => {
        portals.push(await startTestPortal({ name, ...shared, env: { PORTAL_TRUST_PROXY: "1" } }));
      },
      { timeout: 60_000 },
    );
  }
  const nginx = await startNginx({ folder, targets: portals.map(({ port }) => port) });
  const stop = async () => {
    await nginx.stop();
    await Promise.all(portals.map((portal) => portal.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  return { base: nginx.base, portals, stop };
}

/** A browser of a new responder, at that address. */
async function arrive(browser: Browser, base: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: base });
  const value = await sessionToken(await createPerson("responder"));
  await context.addCookies([{ name: "next-auth.session-token", value, url: base, httpOnly: true }]);
  return context.newPage();
}

const box = (page: Page, index: number) =>
  page.locator("li[data-step]").nth(index).getByRole("checkbox").first();

test("three processes behind nginx are one portal, and one that dies takes nothing with it", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  test.skip((await ensureNginx()) === null, "There is no nginx, and without root none can be installed.");
  const { base, portals, stop } = await startThree();
  try {
    const [ana, jon] = [await arrive(browser, base), await arrive(browser, base)];
    const opened = await ana.request.post("/api/v1/incidents", {
      headers: { origin: base },
      data: {
        id: uuidv7(),
        runbookSlug: "api-service-example",
        title: "A process dies",
        severity: "SEV4",
        isDrill: true,
      },
    });
    expect(opened.status(), await opened.text()).toBe(201);
    const { key } = (await opened.json()) as { key: string };
    for (const page of [ana, jon]) {
      await page.goto(`/incidents/${key}`);
      await expect(page.getByText("Live", { exact: true })).toBeVisible();
      // A reload would take this away.
      await page.evaluate(() => Object.assign(window, { wasNotReloaded: true }));
    }
    await box(ana, 0).click();
    await expect(box(jon, 0)).toBeChecked();
    await box(jon, 1).click();
    await expect(box(ana, 1)).toBeChecked();

    // Each process dies once while the other two serve, so that both boards lose the one that they hang on.
    for (const [index, portal] of portals.entries()) {
      await portal.crash();
      const [one, other] = index % 2 ? [ana, jon] : [jon, ana];
      await box(one, 2 + index).click();
      await expect(box(other, 2 + index)).toBeChecked({ timeout: 20_000 });
      await test.step(`process ${index + 1} starts again`, () => portal.restart(), { timeout: 60_000 });
    }
    await expect
      .poll(() => countTicks(key), { message: "every tick is in the record", timeout: 20_000 })
      .toBe(5);
    for (const page of [ana, jon]) {
      for (const index of [0, 1, 2, 3, 4]) await expect(box(page, index)).toBeChecked();
      expect(await page.evaluate(() => "wasNotReloaded" in window)).toBe(true);
    }
  } finally {
    await stop();
  }
});

async function countTicks(key: string): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM events JOIN incidents ON incidents.id = incident_id
     WHERE number = $1 AND kind = 'step.checked'`,
    [Number(key.slice(4))],
  );
  return row?.count ?? 0;
}
