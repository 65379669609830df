import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { pasted } from "./support/clipboard";
import { fencesOf } from "./support/seed-fences";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

// Each journey has people and a browser of its own: nothing keeps them from running side by side.
test.describe.configure({ mode: "parallel" });

const seeds = [
  { slug: "runbook-template", headings: 37, tables: 4, fences: 17, alternatives: 2, tasks: 10, ordered: 2 },
  { slug: "api-service-example", headings: 13, tables: 0, fences: 9, alternatives: 0, tasks: 4, ordered: 3 },
] as const;

for (const seed of seeds) {
  test(`${seed.slug}: everything that its author wrote is on the page`, async ({ visit }) => {
    const { page } = await visit("reader");
    await page.goto(`/runbooks/${seed.slug}`);
    const main = page.getByRole("main");
    const inDocument = page.locator(".doc");
    await expect(main.locator(".doc :is(h1,h2,h3,h4,h5,h6), h1")).toHaveCount(seed.headings);
    await expect(inDocument.locator("table")).toHaveCount(seed.tables);
    await expect(inDocument.locator("figure.cmd")).toHaveCount(seed.fences);
    await expect(inDocument.locator('[data-step-kind="task"]')).toHaveCount(seed.tasks);
    await expect(inDocument.locator("ol")).toHaveCount(seed.ordered);
    await expect(inDocument.locator("figure.cmd button.copy").first()).toBeVisible();
  });

  test(`${seed.slug}: each block copies what should run, with the values filled in`, async ({ visit }) => {
    const { page } = await visit("reader");
    await page.goto(`/runbooks/${seed.slug}`);
    const given = await fillAll(page);
    const fences = fencesOf(`content/${seed.slug}.md`);
    const blocks = page.locator(".doc figure.cmd");
    let copied = 0;
    for (const [index, { expected }] of fences.entries()) {
      const whole = blocks.nth(index).locator("figcaption button.copy:not([data-scope=harmless])");
      // Alternatives exclude one another: nobody wants all of them at once.
      const options = blocks.nth(index).locator('[data-step-kind="option"]');
      if ((await options.count()) > 0) {
        await expect(whole).toBeHidden();
        continue;
      }
      copied += 1;
      await copy(page, whole);
      expect(await pasted(page), `block ${index + 1}`).toBe(fillPlainly(expected, given));
    }
    expect(copied).toBe(seed.fences - seed.alternatives);
  });
}

test("inline commands copy as they stand in the text", async ({ visit }) => {
  const { page } = await visit("reader");
  await page.goto("/runbooks/api-service-example");
  const expected = [
    "kubectl scale deployment api-deployment --replicas=5 -n production",
    "curl -s https://api.example.com/health | jq '.status'",
  ];
  const buttons = page.locator(".doc button.copy-inline");
  await expect(buttons).toHaveCount(expected.length);
  for (const [index, text] of expected.entries()) {
    await copy(page, buttons.nth(index));
    expect(await pasted(page)).toBe(text);
  }
});

test("copying the SELECT never brings the UPDATE, and the UPDATE asks first", async ({ visit }) => {
  const { page } = await visit("reader");
  await page.goto("/runbooks/runbook-template?your-name=Ana");
  const block = page.locator(".doc figure.cmd", { hasText: "FROM outbox_messages" });
  const select = block.locator(".stmt", { hasText: "SELECT destination" });
  await select.getByRole("button").click();
  await expect(select.getByRole("button")).toHaveText("Copied");
  const text = await pasted(page);
  expect(text).toMatch(/^SELECT destination/);
  expect(text).not.toContain("UPDATE");

  const update = block.locator(".stmt", { hasText: "UPDATE outbox_messages" });
  await update.getByRole("button").click();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await pasted(page)).toBe(text);
});

test("an open placeholder is asked for, a value is quoted for its place", async ({ visit }) => {
  const { page } = await visit("reader");
  await page.goto("/runbooks/runbook-template");
  const restart = page.locator(".doc .stmt", { hasText: "kubectl rollout restart deployment/" }).first();
  await restart.getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("still needs values");
  await dialog.getByLabel("service-name").fill("check out's");
  await dialog.getByRole("button", { name: "Fill and copy" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await pasted(page)).toBe("kubectl rollout restart deployment/'check out'\\''s'");
  await expect(page.locator('.doc mark[data-hole="service-name"]').first()).toHaveText(/check out's/);
});

test("the same token with two roles is two values; jq's path is none", async ({ visit }) => {
  const { page } = await visit("reader");
  await page.goto("/runbooks/runbook-template");
  const bar = page.getByRole("region", { name: "Values" });
  await expect(bar.getByLabel("start")).toHaveCount(1);
  await expect(bar.getByLabel("end")).toHaveCount(1);
  await page.goto("/runbooks/api-service-example");
  await expect(page.locator(".doc mark.hole", { hasText: /^\.?\[0\]/ })).toHaveCount(0);
});

test("expected output stands apart and is never copied", async ({ visit }) => {
  const { page } = await visit("reader");
  await page.goto("/runbooks/api-service-example");
  const block = page.locator(".doc figure.cmd", { hasText: "gh run list --limit 1 --json conclusion" });
  await expect(block.locator(".expect")).toContainText("success");
  await copy(page, block.locator("figcaption button.copy"));
  expect(await pasted(page)).not.toContain("Expected");
});

test("copying works on plain http under another name than localhost", async ({ visit }) => {
  const { page } = await visit("reader");
  const url = new URL(required("E2E_BASE_URL"));
  const cookies = await page.context().cookies();
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, domain: "portal.test" })));
  await page.goto(`http://portal.test:${url.port}/runbooks/api-service-example`);
  expect(await page.evaluate(() => typeof navigator.clipboard)).toBe("undefined");
  const button = page.locator(".doc button.copy-inline").first();
  await button.click();
  await expect(button).toHaveText("Copied");
  expect(await pasted(page)).toBe("kubectl scale deployment api-deployment --replicas=5 -n production");
});

test("when the browser gives no clipboard at all, nothing claims to be copied", async ({ visit }) => {
  const { page } = await visit("reader");
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto("/runbooks/api-service-example");
  await page.locator(".doc button.copy-inline").first().click();
  await expect(page.getByRole("dialog")).toContainText("Not copied");
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveValue(/^kubectl scale/);
  await expect(page.getByText("Copied", { exact: true })).toHaveCount(0);
});

test("without any script the page can be read whole", async ({ browser, visit }) => {
  const { page } = await visit("reader");
  const cookies = await page.context().cookies();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(cookies);
  const plain = await context.newPage();
  await plain.goto("/runbooks/runbook-template");
  await expect(plain.locator(".doc figure.cmd")).toHaveCount(17);
  await expect(plain.getByText("kubectl rollout restart deployment/").first()).toBeVisible();
  await expect(plain.locator(".doc button.copy").first()).toBeHidden();
  await context.close();
});

test("the source is served byte for byte as plain text", async ({ visit }) => {
  const { page } = await visit("reader");
  for (const { slug } of seeds) {
    const answer = await page.request.get(`/runbooks/${slug}.md`);
    expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
    expect(Buffer.compare(await answer.body(), readFileSync(`content/${slug}.md`))).toBe(0);
  }
});

test("every page comes with a strict policy", async ({ visit }) => {
  const { page } = await visit("reader");
  const answer = await page.goto("/runbooks/api-service-example");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect(scripts).toContain("'nonce-");
  expect(scripts).not.toContain("unsafe");
  const second = await page.goto("/runbooks/api-service-example");
  expect(second?.headers()["content-security-policy"]).not.toBe(policy);
});

test("search finds a runbook by a command and leads to its place", async ({ visit }) => {
  const { page } = await visit("reader");
  await page.goto("/");
  await page.getByRole("searchbox").first().fill("helm rollback");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/runbooks\?q=helm/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /helm rollback|Example/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/runbooks\/api-service-example/);
});

/** Types a plain value into every field of the variables bar; gives them by token as written. */
async function fillAll(page: Page): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  const holes = await page
    .locator(".doc mark[data-hole]")
    .evaluateAll((marks) =>
      marks.map(
        (mark) => [mark.getAttribute("data-hole") ?? "", mark.getAttribute("data-token") ?? ""] as const,
      ),
    );
  const bar = page.getByRole("region", { name: "Values" });
  for (const [key, token] of new Map(holes)) {
    const label = key.split(":").at(-1) ?? key;
    const field = bar.getByLabel(label, { exact: true });
    const isChoice = (await field.evaluate((element) => element.tagName)) === "SELECT";
    const value = isChoice ? "staging" : `v-${key.replace(/[^a-zA-Z0-9]+/g, "-")}`;
    if (isChoice) await field.selectOption(value);
    else await field.fill(value);
    given.set(key.startsWith("timestamp:") ? `${label}=[timestamp]` : token, value);
  }
  return given;
}

/** Replaces the tokens in the source by the plain values, without any quoting: the values need none. */
function fillPlainly(text: string, given: ReadonlyMap<string, string>): string {
  let filled = text;
  for (const [token, value] of given) {
    if (token.endsWith("=[timestamp]"))
      filled = filled.replaceAll(token, token.replace("[timestamp]", value));
    // A block that sets a variable itself is copied with it as it stands.
    else if (token.startsWith("$") && text.includes(`export ${token.slice(1)}=`)) continue;
    else if (!token.startsWith("$")) filled = filled.replaceAll(token, value);
    else filled = filled.replaceAll(new RegExp(`${token.replace("$", "\\$")}(?![\\w])`, "g"), value);
  }
  return filled;
}

/** Copies by the button, saying yes when it asks. */
async function copy(page: Page, button: Locator): Promise<void> {
  await button.click();
  const confirm = page.getByRole("button", { name: "Copy this command" });
  await expect(button.filter({ hasText: "Copied" }).or(confirm)).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(button).toHaveText("Copied");
}
