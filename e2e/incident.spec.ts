import type { Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { expectAccessible } from "./support/axe";
import { sql } from "./support/database";
import { publish } from "./support/runbooks";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

const source = `# Orders

## Alerts

### Alert: Orders are slow

**Immediate Actions (< 5 minutes)**:
1. Look at the error rate
2. Restart one pod (wait 15 minutes)

**Resolution**:
- **Pool is full** → Raise the limit
- **Bad release** → Roll back

## Escalation

| Level | Contact | Response Time SLA |
|-------|---------|-------------------|
| **L1** | On-call engineer | 5 minutes |
| **L2** | leads@example.com | 15 minutes |
| **L3** | VP Engineering | 1 hour (P0 only) |
`;

type Options = { slug?: string; isDrill?: boolean; minutesAgo?: number; title?: string };

/** Opens an incident as the page's person, some time ago if need be, and gives its key. */
async function open(page: Page, options: Options = {}): Promise<string> {
  const {
    slug = await publish(source),
    isDrill = false,
    minutesAgo = 0,
    title = "Orders are slow",
  } = options;
  const now = Date.now();
  const answer = await page.request.post("/api/v1/incidents", {
    headers: { origin: required("E2E_BASE_URL") },
    data: {
      id: uuidv7(),
      runbookSlug: slug,
      title,
      severity: "SEV2",
      isDrill,
      occurredAt: new Date(now - minutesAgo * 60_000).toISOString(),
      sentAt: new Date(now).toISOString(),
    },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { key: string }).key;
}

async function goLive(page: Page, key: string): Promise<void> {
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const dialog = (page: Page) => page.getByRole("dialog");

test("a wait of the text runs on both screens, over a reload, and is stopped by the other", async ({
  visit,
}) => {
  const [ana, jon] = [
    await visit("responder", { name: "Ana Ruiz" }),
    await visit("responder", { name: "Jon Okafor" }),
  ];
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  await ana.page.getByRole("button", { name: /Start 15:00/ }).click();
  await expect(panel(jon.page, "Timers")).toContainText(/14:\d\d/);
  await expect(panel(jon.page, "Timers")).toContainText("wait 15 minutes");
  await expect(jon.page.locator(".step-wait")).toContainText(/14:\d\d left/);
  await expect(jon.page.locator(".band .urgent")).toBeVisible();

  await ana.page.reload();
  await expect(panel(ana.page, "Timers")).toContainText(/14:\d\d/);
  await expectAccessible(ana.page);
  await panel(jon.page, "Timers").getByRole("button", { name: /Stop/ }).click();
  await expect(ana.page.locator(".step-wait")).toContainText("stopped by Jon Okafor");
  await expect(panel(ana.page, "Timers")).toHaveCount(0);
});

test("a reminder that ends is said, marked in the title and counts up until it is stopped", async ({
  visit,
}) => {
  const { page } = await visit("responder");
  const key = await open(page);
  await goLive(page, key);
  await page.getByRole("button", { name: "Add to this incident" }).click();
  await page.getByRole("button", { name: "Timer…" }).click();
  await dialog(page).getByLabel("In how many minutes").fill("0");
  await dialog(page).getByLabel("Of what").fill("Look again");
  await dialog(page).getByRole("button", { name: "Start the timer" }).click();
  await expect(dialog(page)).toContainText("Say in how many minutes");
  await expectAccessible(page);
  await dialog(page).getByLabel("In how many minutes").fill("0.05");
  await dialog(page).getByRole("button", { name: "Start the timer" }).click();

  await expect(panel(page, "Timers")).toContainText(/0:\d\d over/);
  await expect(page.getByRole("status").filter({ hasText: "Timer ended: Look again" })).toHaveCount(1);
  await expect(page).toHaveTitle(/^\(!\) SEV2 /);
  await panel(page, "Timers").getByRole("button", { name: /Stop/ }).click();
  await expect(page).toHaveTitle(/^SEV2 /);
});

test("first minutes count from the opening until their steps are settled", async ({ visit }) => {
  const { page } = await visit("responder");
  const key = await open(page, { minutesAgo: 2 });
  await goLive(page, key);
  await expect(page.locator(".limit-mark")).toContainText(/2:\d\d left/);
  await page.getByRole("checkbox").nth(0).click();
  await page.getByRole("checkbox").nth(1).click();
  await expect(page.locator(".limit-mark .countdown")).toHaveCount(0);
});

test("the escalation clock is due by the runbook's table, and follows the severity", async ({ visit }) => {
  const [ana, jon] = [await visit("responder", { name: "Ana Ruiz" }), await visit("responder")];
  const key = await open(ana.page, { minutesAgo: 61 });
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  const levels = (page: Page) => panel(page, "Escalation").getByRole("listitem");
  await expect(levels(ana.page).nth(0)).toContainText("due now");
  await expect(levels(ana.page).nth(1)).toContainText("due now");
  await expect(levels(ana.page).nth(2)).toContainText("1 hour (P0 only)");
  await expect(levels(ana.page).nth(1).getByRole("link")).toHaveAttribute("href", "mailto:leads@example.com");

  await ana.page.getByRole("checkbox").nth(0).click();
  await expect(levels(jon.page).nth(0)).toContainText("answered");
  await panel(ana.page, "Escalation").getByRole("button", { name: "Escalate to L2" }).click();
  await expectAccessible(ana.page);
  await dialog(ana.page).getByRole("button", { name: "Escalated to L2" }).click();
  await expect(levels(jon.page).nth(1)).toContainText("by Ana Ruiz");

  await ana.page.getByRole("button", { name: /SEV2.*change it/ }).click();
  await dialog(ana.page).getByRole("radio", { name: /SEV1/ }).check();
  await dialog(ana.page)
    .getByLabel(/Reason/)
    .fill("All regions");
  await dialog(ana.page).getByRole("button", { name: "Change to SEV1" }).click();
  await expect(levels(jon.page).nth(2)).toContainText("due now");
  await expect(jon.page.getByRole("button", { name: /SEV1.*change it/ })).toBeVisible();
  await expect(jon.page).toHaveTitle(/SEV1 /);
});

test("command is taken and handed over with a summary that stays until it is read", async ({ visit }) => {
  const [ana, jon] = [
    await visit("responder", { name: "Ana Ruiz" }),
    await visit("responder", { name: `Jon ${uuidv7().slice(-6)}` }),
  ];
  const key = await open(ana.page);
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  await ana.page.getByRole("button", { name: "Take the role of commander" }).click();
  await expect(panel(jon.page, "Roles")).toContainText("Ana Ruiz");
  await ana.page.getByRole("checkbox").nth(0).click();
  await expect(ana.page.getByRole("checkbox").nth(0)).toBeChecked();

  await panel(ana.page, "Roles").getByRole("button", { name: "Hand over" }).click();
  const summary = dialog(ana.page).getByLabel("Summary");
  await expect(summary).toHaveValue(/Look at the error rate \(Ana Ruiz/);
  await summary.press("Control+End");
  await summary.pressSequentially("\nThe vendor calls back at four.");
  await expectAccessible(ana.page);
  await dialog(ana.page).getByLabel("Who takes over").selectOption({ label: jon.person.name });
  await dialog(ana.page).getByRole("button", { name: "Hand over" }).click();

  const card = panel(jon.page, "Handed over to you");
  await expect(card).toContainText("The vendor calls back at four.");
  await expect(panel(ana.page, "Roles")).toContainText(jon.person.name);
  await expect(panel(ana.page, "Handed over to you")).toHaveCount(0);
  await jon.page.reload();
  await card.getByRole("button", { name: "I have read it" }).click();
  await expect(card).toHaveCount(0);
  await jon.page.reload();
  await expect(panel(jon.page, "Roles")).toContainText(jon.person.name);
  await expect(card).toHaveCount(0);

  await ana.page.getByRole("button", { name: "Give the role of scribe to somebody" }).click();
  await dialog(ana.page).getByLabel("Person").selectOption({ label: jon.person.name });
  await dialog(ana.page).getByRole("button", { name: "Give the role" }).click();
  await expect(jon.page.getByRole("button", { name: "Lay down the role of scribe" })).toBeVisible();
});

test("a reference of the text opens the other runbook in the same incident, on all screens", async ({
  visit,
}) => {
  const other = await publish("# Database rollback\n\n- [ ] Stop the writers\n- [ ] Restore\n");
  const slug = await publish(`# Orders\n\n- [ ] Look at [the rollback](${other}.md) first\n`);
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const key = await open(ana.page, { slug });
  await goLive(ana.page, key);
  await goLive(jon.page, key);
  await ana.page.locator(".doc").getByRole("link", { name: "the rollback" }).click();
  await expect(dialog(ana.page).getByRole("link", { name: "Only read it" })).toHaveAttribute(
    "href",
    `/runbooks/${other}`,
  );
  await expectAccessible(ana.page);
  await dialog(ana.page).getByRole("button", { name: "Open in this incident" }).click();
  await expect(ana.page.getByRole("heading", { level: 2, name: "Database rollback" })).toBeVisible();
  await ana.page.getByRole("checkbox").nth(0).click();

  const runs = panel(jon.page, "Runbooks here").getByRole("listitem");
  await expect(runs).toHaveCount(2);
  await expect(runs.nth(1)).toContainText("1/2");
  await runs.nth(1).getByRole("link").click();
  await expect(jon.page.getByRole("checkbox").nth(0)).toBeChecked();

  await jon.page.getByRole("button", { name: "Open another runbook here" }).click();
  await dialog(jon.page).getByRole("searchbox").fill("restore backup");
  await dialog(jon.page).getByRole("listitem").first().getByRole("button").click();
  await expect(panel(ana.page, "Runbooks here").getByRole("listitem")).toHaveCount(3);

  await ana.page.getByRole("button", { name: "Resolved…" }).click();
  const left = dialog(ana.page).getByRole("region", { name: "Orders" });
  await expect(left.getByRole("listitem")).toContainText("Look at the rollback first");
  await expectAccessible(ana.page);
  await dialog(ana.page).getByRole("button", { name: "Resolved" }).click();
  await expect(dialog(ana.page)).toContainText("needed for the record");
  await dialog(ana.page).getByRole("textbox").fill("Went on elsewhere");
  await dialog(ana.page).getByRole("button", { name: "Resolved" }).click();
  // By the record, so the portal took it.
  await expect(jon.page.getByLabel("Status").locator("[aria-current]")).toHaveText("Resolved");
});

test("links and the cause are kept for the review and the export", async ({ visit }) => {
  const { page } = await visit("responder", { name: "Ana Ruiz" });
  const key = await open(page);
  await goLive(page, key);
  await page.getByRole("button", { name: "Add to this incident" }).click();
  await page.getByRole("button", { name: "Link…" }).click();
  await dialog(page).getByLabel("Web address").fill("javascript:alert(1)");
  await dialog(page).getByLabel("Name").fill("Error rate");
  await dialog(page).getByRole("button", { name: "Add the link" }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByLabel("Web address").fill("https://grafana.example.com/d/orders");
  await expect(dialog(page).getByLabel("What it is")).toHaveValue("dashboard");
  await dialog(page).getByRole("button", { name: "Add the link" }).click();
  await expect(panel(page, "Links").getByRole("link", { name: /Error rate/ })).toBeVisible();

  await page.getByText("Which of 2 was it?").click();
  await page.getByRole("button", { name: "It was: Pool is full" }).click();
  await expect(panel(page, "Cause")).toContainText("says Ana Ruiz");
  await expect(page.getByText("Saving")).toHaveCount(0);
  await expect
    .poll(async () => {
      const rows = await sql<{ kind: string }>(
        "SELECT kind FROM events WHERE incident_id = (SELECT id FROM incidents WHERE number = $1)",
        [Number(key.slice(4))],
      );
      return rows.map(({ kind }) => kind);
    })
    .toEqual(expect.arrayContaining(["link.added", "cause.chosen"]));

  await page.goto(`/incidents/${key}/review`);
  await expect(panel(page, "What it was")).toContainText("Pool is full");
  await expect(panel(page, "Links")).toContainText("Error rate");
  await expectAccessible(page);
});

test("a duplicate is merged: its board closes and points on, the other says where it came from", async ({
  visit,
}) => {
  const [ana, jon] = [await visit("responder"), await visit("responder")];
  const slug = await publish(source);
  const title = `The real one ${uuidv7().slice(-6)}`;
  const goesOn = await open(ana.page, { slug, title });
  const duplicate = await open(ana.page, { slug });
  await goLive(ana.page, duplicate);
  await goLive(jon.page, goesOn);
  await ana.page.getByRole("button", { name: "More acts on this incident" }).click();
  await ana.page.getByRole("button", { name: "Merge into another incident…" }).click();
  await dialog(ana.page)
    .getByRole("radio", { name: new RegExp(title) })
    .check();
  await expectAccessible(ana.page);
  await dialog(ana.page)
    .getByRole("button", { name: `Merge into ${goesOn}` })
    .click();
  await expect(ana.page.getByText(`Merged into ${goesOn} by`)).toBeVisible();
  await expect(ana.page.getByRole("checkbox")).toHaveCount(0);
  await expect(ana.page.getByRole("button", { name: "Open again…" })).toHaveCount(0);
  await expect(jon.page.getByText("was merged into this one")).toContainText(duplicate);
});

test("a resolved incident is opened again with a reason", async ({ visit }) => {
  const { page } = await visit("responder");
  const key = await open(page, { slug: await publish("# Orders\n\n- [ ] Look\n") });
  await goLive(page, key);
  await page.getByRole("checkbox").click();
  await page.getByRole("button", { name: "Resolved…" }).click();
  await dialog(page).getByRole("button", { name: "Resolved" }).click();
  await page.getByRole("button", { name: "Open again…" }).click();
  await dialog(page).getByRole("textbox").fill("It came back");
  await dialog(page).getByRole("button", { name: "Open again" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(1);
  await expect(page.getByLabel("Latest events")).toContainText("It came back");
});

test("a drill is framed on the board, in the review and on paper, and stands apart in the lists", async ({
  visit,
}) => {
  const { page } = await visit("responder");
  const title = `Practice ${uuidv7().slice(-6)}`;
  const key = await open(page, { isDrill: true, title });
  await goLive(page, key);
  await expectAccessible(page);
  const mark = page.getByText("DRILL", { exact: true });
  await page.mouse.wheel(0, 4_000);
  await expect(mark).toBeInViewport();
  await page.emulateMedia({ media: "print" });
  await expect(mark).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(mark).toBeInViewport();
  await page.goto(`/incidents/${key}/review`);
  await expect(mark).toBeInViewport();
  await page.goto("/incidents?status=drills");
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await page.goto("/incidents?status=open");
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Drills going on" })).toContainText(title);
});

test("on a phone what surrounds the checklist is a sheet, by touch and by keyboard", async ({ visit }) => {
  const { page } = await visit("responder", { isPhone: true });
  const key = await open(page);
  await goLive(page, key);
  const rail = page.getByRole("complementary", { name: "What is happening" });
  await expect(rail).toBeHidden();
  await page.getByRole("button", { name: /^Incident/ }).tap();
  await expect(rail).toBeVisible();
  await rail.getByRole("button", { name: "Take the role of scribe" }).tap();
  await expect(rail.getByRole("button", { name: "Lay down the role of scribe" })).toBeVisible();
  await expectAccessible(page);
  await rail.getByRole("button", { name: "Hand over" }).tap();
  await expect(rail).toBeHidden();
  await expect(dialog(page)).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).tap();
  await page.getByRole("button", { name: /^Incident/ }).press("Enter");
  await expect(rail).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(rail).toBeHidden();
});

test("a reader sees all of it and can change none of it", async ({ visit }) => {
  const [reader, ana] = [await visit("reader"), await visit("responder", { name: "Ana Ruiz" })];
  const key = await open(ana.page);
  await goLive(reader.page, key);
  await goLive(ana.page, key);
  await ana.page.getByRole("button", { name: "Take the role of commander" }).click();
  await expect(panel(reader.page, "Roles")).toContainText("Ana Ruiz");
  await expect(panel(reader.page, "Escalation")).toContainText("L2");
  await expect(
    reader.page.getByRole("button", { name: /role of|Escalate|Start 15:00|Merge|Add to/ }),
  ).toHaveCount(0);
});
