import { uuidv7 } from "uuidv7";
import { pasted } from "./support/clipboard";
import { type OutageStage, startOutageStage } from "./support/outage-stage";
import { expect, test } from "./support/test";

// A portal and a Postgres of their own, and everything that can happen to the second. Each test leaves both well.

test.describe.configure({ mode: "serial", timeout: 120_000 });

const runbook = "/runbooks/portal-down";
const reading = ["/", "/runbooks", runbook, "/runbooks?q=PortalDown", "/incidents"];

let stage: OutageStage;
let postgres: OutageStage["postgres"];
let portal: OutageStage["portal"];
let incident: { key: string; id: string; runId: string; stepId: string };

test.beforeAll(async () => {
  test.setTimeout(300_000);
  stage = await startOutageStage("outage");
  ({ postgres, portal } = stage);
  const opened = await stage.openIncident();
  const board = (await timed(`/incidents/${opened.key}`)).text;
  incident = { ...opened, stepId: /data-step="([^"]+)"/.exec(board)?.[1] ?? "" };
  expect((await tick()).status).toBe(201);
  await stage.untilOnDisk(incident.key);
});

test.afterAll(() => stage?.stop());

test("stopped while it runs: runbooks, search and the board go on, and all recovers by itself", async ({
  browser,
  complaints,
}) => {
  const stream = await follow();
  await postgres.stop();
  const page = await stage.visit(browser, complaints);

  await page.goto(`${portal.baseUrl}${runbook}`);
  await expect(page.getByText("The database cannot be reached")).toBeVisible();
  const block = page.locator(".doc figure.cmd", { hasText: "health/live" }).first();
  await block.getByRole("button", { name: /^Copy/ }).first().click();
  await page.getByRole("textbox", { name: "portal-host" }).fill("portal.example.com");
  await page.getByRole("button", { name: "Fill and copy" }).click();
  await expect(block.getByRole("button", { name: /^Copied/ })).toBeVisible();
  expect(await pasted(page)).toContain("http://portal.example.com:3000/health/live");

  await page.goto(`${portal.baseUrl}/runbooks?q=PortalDown`);
  await expect(page.getByRole("link", { name: /down/i }).first()).toBeVisible();
  await page.goto(portal.baseUrl);
  await expect(page.getByText("Checkout is slow")).toBeVisible();

  await page.goto(`${portal.baseUrl}/incidents/${incident.key}`);
  const notice = page.getByText("Ticks are kept in this browser");
  await expect(notice).toBeVisible();
  await expect(page.getByText(/This is the copy of \d+ \w+ \d{4}, \d\d:\d\d UTC/)).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeEnabled();
  await expect(page.getByRole("checkbox").first()).toHaveAttribute("aria-checked", "true");

  expect((await tick()).status).toBe(503);
  expect((await stage.get("/health/live")).status).toBe(200);
  const ready = await stage.get("/health/ready");
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({
    status: "degraded",
    canRead: true,
    parts: { database: { status: "failed" }, snapshot: { status: "ok" } },
  });

  await postgres.start();
  const seconds = await secondsUntil(async () => (await tick()).status === 201);
  expect(seconds).toBeLessThan(5);
  // Nobody reloads: the open board finds back, and so does a stream that stood open all the while.
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(notice).toBeHidden();
  await expect.poll(() => stream.text()).toContain("step.checked");
  stream.end();
  await page.context().close();
  complaints.length = 0;
});

test("started without a database: the portal answers from its snapshot within seconds", async ({
  browser,
  complaints,
}) => {
  await portal.crash();
  await postgres.stop();
  expect(await secondsFor(() => portal.restart())).toBeLessThan(15);
  await expectReading();
  expect(await (await stage.get("/health/ready")).json()).toMatchObject({
    status: "degraded",
    parts: {
      content: { detail: expect.stringContaining("read from the snapshot") },
      database: { status: "failed" },
    },
  });
  const page = await stage.visit(browser, complaints);
  await page.goto(`${portal.baseUrl}/incidents/${incident.key}`);
  await expect(page.getByText("Ticks are kept in this browser")).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toHaveAttribute("aria-checked", "true");
  await page.context().close();
  complaints.length = 0;

  await postgres.start();
  await recovered();
});

test("frozen: nobody waits for more than five seconds, and from then on nobody waits", async () => {
  postgres.freeze();
  try {
    const first = await Promise.all(
      [...reading, `/incidents/${incident.key}`, runbook, "/settings"].map((address) => timed(address)),
    );
    expect(Math.max(...first.map(({ ms }) => ms))).toBeLessThan(5_000);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1)
      for (const address of reading) {
        const { status, ms } = await timed(address);
        expect(status, address).toBe(200);
        times.push(ms);
      }
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(1_000);
    const from = performance.now();
    expect((await tick()).status).toBe(503);
    expect(performance.now() - from).toBeLessThan(5_000);

    // And one that starts meanwhile.
    await portal.crash();
    expect(await secondsFor(() => portal.restart())).toBeLessThan(15);
    await expectReading();
  } finally {
    postgres.thaw();
  }
  await recovered();
});

test("a database that lets nobody in: reading goes on, and a mended password is enough", async () => {
  const word = new URL(postgres.url).password;
  const admin = await stage.connect();
  try {
    await admin.query("ALTER ROLE portal PASSWORD 'another'");
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL",
    );
    await expect.poll(async () => (await tick()).status, { timeout: 10_000 }).toBe(503);
    await expectReading();
  } finally {
    await admin.query(`ALTER ROLE portal PASSWORD '${word}'`);
    await admin.end();
  }
  await recovered();
});

test("a database that only reads: reading is as ever, and a tick is asked to come again", async () => {
  const terminate =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL";
  const admin = await stage.connect();
  try {
    await admin.query("ALTER DATABASE postgres SET default_transaction_read_only = on");
    await admin.query(terminate);
    await expect.poll(async () => (await tick()).status, { timeout: 10_000 }).toBe(503);
    for (const address of reading) {
      const { status, text } = await timed(address);
      expect(status).toBe(200);
      expect(text).not.toContain("The database cannot be reached");
    }
    for (let again = 0; again < 3; again += 1) expect((await tick()).status).toBe(503);
  } finally {
    await admin.query("SET default_transaction_read_only = off");
    await admin.query("ALTER DATABASE postgres RESET default_transaction_read_only");
    await admin.query(terminate);
    await admin.end();
  }
  await recovered();
});

test("a name that leads nowhere: the portal starts and reads from its snapshot", async () => {
  const lost = Object.assign(new URL(postgres.url), { hostname: "no-such-host.invalid" }).href;
  await portal.crash();
  expect(await secondsFor(() => portal.restart({ DATABASE_URL: lost }))).toBeLessThan(15);
  await expectReading();
  await portal.crash();
  await portal.restart();
  await recovered();
});

/** Every page for reading answers at once, with the notice where it shows a copy. */
async function expectReading(): Promise<void> {
  for (const address of [...reading, `/incidents/${incident.key}`]) {
    const { status, text, ms } = await timed(address);
    expect(status, address).toBe(200);
    expect(text, address).toContain("The database cannot be reached");
    expect(ms, address).toBeLessThan(5_000);
  }
}

/** Ticks are taken again within seconds, and pages come from the database. */
async function recovered(): Promise<void> {
  expect(await secondsUntil(async () => (await tick()).status === 201)).toBeLessThan(5);
  await expect
    .poll(async () => (await timed(runbook)).text.includes("The database cannot be reached"))
    .toBe(false);
  await expect.poll(async () => (await (await stage.get("/health/ready")).json()).status).toBe("ok");
}

function tick(): Promise<Response> {
  return stage.post(`/api/v1/incidents/${incident.key}/events`, {
    id: uuidv7(),
    runId: incident.runId,
    stepId: incident.stepId,
    kind: "step.checked",
    data: {},
    occurredAt: new Date().toISOString(),
  });
}

async function timed(address: string): Promise<{ status: number; text: string; ms: number }> {
  const from = performance.now();
  const answer = await stage.get(address);
  return { status: answer.status, text: await answer.text(), ms: performance.now() - from };
}

async function secondsFor(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
}

function secondsUntil(isSo: () => Promise<boolean>): Promise<number> {
  return secondsFor(() => expect.poll(isSo, { timeout: 30_000, intervals: [100] }).toBe(true));
}

/** What arrives on an event stream from now on. */
async function follow(): Promise<{ text: () => string; end: () => void }> {
  const stop = new AbortController();
  const answer = await stage.get(`/api/v1/incidents/${incident.key}/stream?after=3`, stop.signal);
  expect(answer.status).toBe(200);
  let text = "";
  const read = async () => {
    const decoder = new TextDecoder();
    const reader = answer.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      text += decoder.decode(part.value, { stream: true });
  };
  read().catch(() => undefined);
  return { text: () => text, end: () => stop.abort() };
}
