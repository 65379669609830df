import { uuidv7 } from "uuidv7";
import { expectAccessible } from "./support/axe";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

// Each journey has people and a browser of its own: nothing keeps them from running side by side.
test.describe.configure({ mode: "parallel" });

/** Pages that axe looks at in both themes; the path of the board and its review come from a fresh incident. */
const pages = [
  ["home", () => "/"],
  ["runbooks", () => "/runbooks"],
  ["runbook", () => "/runbooks/runbook-template"],
  ["runbook with scenarios", () => "/runbooks/api-service-example"],
  ["board", (key: string) => `/incidents/${key}`],
  ["review", (key: string) => `/incidents/${key}/review`],
  ["editor", () => "/runbooks/api-service-example/edit"],
  ["history", () => "/runbooks/api-service-example/history"],
  ["new incident", () => "/incidents/new?runbook=api-service-example"],
  ["incidents", () => "/incidents"],
  ["people", () => "/settings/people"],
  ["squads", () => "/squads"],
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  for (const isPhone of [false, true]) {
    const size = isPhone ? "390 px" : "1440 px";
    test(`nothing of WCAG is broken, ${colorScheme}, ${size}`, async ({ visit }) => {
      test.setTimeout(300_000);
      const { page } = await visit("admin", { colorScheme, isPhone });
      const opened = await page.request.post("/api/v1/incidents", {
        headers: {
          origin: required("E2E_BASE_URL"),
        },
        data: {
          id: uuidv7(),
          runbookSlug: "api-service-example",
          title: "Checkout is slow",
          severity: "SEV2",
          isDrill: true,
        },
      });
      const { key } = (await opened.json()) as { key: string };
      for (const [name, pathOf] of pages) {
        await test.step(name, async () => {
          await page.goto(pathOf(key));
          await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
          // The editor takes the place of a plain field; axe must not look while it does.
          if (name === "editor") await expect(page.locator(".cm-content")).toBeVisible();
          await expectAccessible(page);
          if (isPhone) {
            const overflow = await page.evaluate(
              () => document.documentElement.scrollWidth - window.innerWidth,
            );
            expect(overflow, `${name} does not scroll sideways`).toBeLessThanOrEqual(0);
          }
        });
      }
    });
  }

  test(`sign-in: nothing of WCAG is broken, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/sign-in");
    await expectAccessible(page);
  });
}

test("the theme can be chosen and stays", async ({ visit }) => {
  const { page } = await visit("reader", { colorScheme: "light" });
  await page.goto("/");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: /menu of/ }).click();
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect.poll(background).not.toBe(light);
  await page.reload();
  expect(await background()).not.toBe(light);
});
