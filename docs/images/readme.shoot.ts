import type { Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { required } from "../../e2e/support/settings";
import { expect, test } from "../../e2e/support/test";

const squad = "platform-engineering";
const runbook = "api-service-example";

/** Two people on a half-ticked SEV2; gives its address. */
async function runIncident(ana: Page, jon: Page): Promise<string> {
  const opened = await ana.request.post("/api/v1/incidents", {
    headers: { origin: required("E2E_BASE_URL") },
    data: {
      id: uuidv7(),
      runbookSlug: runbook,
      title: "Checkout API: p95 latency above 1.2 s",
      severity: "SEV2",
      isDrill: false,
    },
  });
  const { key } = (await opened.json()) as { key: string };
  const path = `/incidents/${key}`;
  await ana.goto(path);
  await jon.goto(path);
  const step = (page: Page, text: string) => page.locator("li.step", { hasText: text }).last();
  await step(ana, "Check Grafana API Dashboard").getByRole("checkbox").first().click();
  await expect(step(jon, "Check Grafana API Dashboard")).toContainText("Ana");
  await step(jon, "Verify if DB connections").getByRole("checkbox").first().click();
  await expect(step(ana, "Verify if DB connections")).toContainText("Jon");
  return path;
}

test("pictures for the README", async ({ visit }) => {
  const ana = await visit("editor", { name: "Ana Ruiz", editorOf: [squad] });
  const jon = await visit("responder", { name: "Jon Okafor" });
  const path = await runIncident(ana.page, jon.page);
  const shoot = async (page: Page, name: string) => {
    await expect(page.locator("html.js")).toBeAttached();
    await page.screenshot({ path: `docs/images/${name}.png` });
  };

  await expect(ana.page.getByText("Live", { exact: true })).toBeVisible();
  await ana.page.getByRole("heading", { name: /Scenario A/ }).scrollIntoViewIfNeeded();
  await shoot(ana.page, "board-light");
  await ana.page.goto("/");
  await shoot(ana.page, "home-light");
  await ana.page.goto(`/runbooks/${runbook}`);
  await shoot(ana.page, "runbook-light");
  await ana.page.goto(`/runbooks/${runbook}/edit`);
  await expect(ana.page.locator(".cm-editor")).toBeVisible();
  await shoot(ana.page, "editor-light");
  await ana.page.goto(`${path}/review`);
  await shoot(ana.page, "review-light");

  const dark = await visit("responder", { name: "Mina Sato", colorScheme: "dark" });
  await dark.page.goto(`/runbooks/portal-down#investigation`);
  await shoot(dark.page, "runbook-dark");
  const phone = await visit("responder", { name: "Lea Novak", colorScheme: "dark", isPhone: true });
  await phone.page.goto(path);
  await expect(phone.page.getByText("Live", { exact: true })).toBeVisible();
  await shoot(phone.page, "board-phone-dark");
});
