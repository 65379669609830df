import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { sql } from "./support/database";
import { expect, test } from "./support/test";

const reason = "already in the bridge # not a heading ``` <b>";

/** An incident that was run: two ticks, one taken back, one step skipped, a note, a copied command, resolved. */
async function runIncident(page: Page): Promise<string> {
  const post = (path: string, data: object) => page.request.post(path, { data });
  const opened = await post("/api/v1/incidents", {
    id: uuidv7(),
    runbookSlug: "api-service-example",
    title: "Checkout API: p95 latency above 1.2 s",
    severity: "SEV1",
    isDrill: false,
  });
  const { key } = await opened.json();
  const [run] = await sql<{ id: string }>(
    "SELECT r.id FROM runs r JOIN incidents i ON i.id = r.incident_id WHERE i.number = $1",
    [Number(key.slice(4))],
  );
  await page.goto(`/incidents/${key}`);
  const steps = await page
    .locator("[data-step]")
    .evaluateAll((elements) => elements.map((element) => element.getAttribute("data-step")));
  const say = async (kind: string, data: object, stepId: string | null = null) => {
    const runId = kind === "incident.noted" || kind === "status.changed" ? null : run?.id;
    const event = { id: uuidv7(), kind, runId, stepId, data, occurredAt: new Date().toISOString() };
    expect((await post(`/api/v1/incidents/${key}/events`, event)).status()).toBe(201);
  };
  await say("step.checked", {}, steps[0] ?? null);
  await say("step.checked", {}, steps[1] ?? null);
  await say("step.unchecked", {}, steps[1] ?? null);
  await say("step.skipped", { reason }, steps[2] ?? null);
  await say("command.copied", { commandId: "c1", text: "gh run list --token=hunter2" });
  await say("incident.noted", { note: "412 of 500 in use" });
  await say("status.changed", { to: "resolved", reason: "rolled back" });
  return key;
}

test("an incident is reviewed and taken along as Markdown and JSON", async ({ visit }) => {
  const { page, person } = await visit("responder");
  const key = await runIncident(page);
  await page.goto(`/incidents/${key}/review`);
  await expect(page.getByRole("heading", { name: "Checkout API: p95 latency above 1.2 s" })).toBeVisible();
  await expect(page.locator(".deviations")).toContainText(reason);
  await expect(page.locator(".review-timeline")).toContainText(`${person.name} opened the incident as SEV1`);
  await expect(page.locator(".review-timeline")).toContainText("noted: 412 of 500 in use");
  await expect(page.locator(".ended > [data-end]")).toHaveCount(13);
  await expect(page.getByRole("link", { name: /Example/ }).first()).toHaveAttribute(
    "href",
    "/runbooks/api-service-example/revisions/1",
  );

  const files: Record<string, string> = {};
  for (const format of ["Markdown", "JSON"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: `Export ${format}` }).click();
    const file = await download;
    files[file.suggestedFilename()] = readFileSync(await file.path(), "utf8");
  }
  expect(Object.keys(files)).toEqual([`${key}.md`, `${key}.json`]);
  expect(files[`${key}.md`]).toContain(`# ${key}: Checkout API: p95 latency above 1.2 s`);
  expect(files[`${key}.md`]).toContain("already in the bridge \\# not a heading \\`\\`\\` \\<b\\>");
  const json = JSON.parse(files[`${key}.json`] ?? "");
  expect(json.events.map((event: { seq: number }) => event.seq)).toEqual(
    json.events.map((_: unknown, index: number) => index + 1),
  );
  for (const text of Object.values(files)) expect(text).not.toContain("hunter2");
});

test("on paper the review stands alone, black on white, with nothing cut off", async ({ visit }) => {
  const { page } = await visit("reader", { colorScheme: "dark" });
  const responder = await visit("responder");
  const key = await runIncident(responder.page);
  await page.goto(`/incidents/${key}/review`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 700, height: 1_000 });
  for (const name of [".top", ".toc", ".review-acts"]) await expect(page.locator(name).first()).toBeHidden();
  const colours = await page
    .locator(".review-facts dd")
    .first()
    .evaluate((element) => {
      const { color } = getComputedStyle(element);
      return { color, background: getComputedStyle(document.body).backgroundColor };
    });
  expect(colours.background).toBe("rgba(0, 0, 0, 0)");
  expect(colours.color).toBe("rgb(23, 24, 28)");
  const cut = await page
    .locator(".review :is(li, dd, p)")
    .evaluateAll((all) =>
      all
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent),
    );
  expect(cut).toEqual([]);
});
