import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { expectAccessible } from "./support/axe";
import { pasted } from "./support/clipboard";
import { sql } from "./support/database";
import { publish } from "./support/runbooks";
import { createPerson, sessionToken } from "./support/session";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const source = `# Queue stuck

See [the other one](OTHER.md#restore).

### Alert: QueueStuck

- [ ] Look at the queue

\`\`\`bash
kubectl get pods -l app=[service-name] --token=[api-token]
\`\`\`

1. Delete the stuck pod

   \`\`\`bash
   kubectl delete pod [pod-name] -n production
   \`\`\`
`;

/** A page of a browser that reaches no server at all; fails on whatever asks one, or complains. */
async function awayFromEverything(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; close: () => Promise<void>; complaints: string[] }> {
  const context = await browser.newContext(options);
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) complaints.push(`asked for ${request.url()}`);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  return { page, complaints, close: () => context.close() };
}

/** The file that the portal gives for a runbook, as a reader gets it. */
async function fetchOneFile(slug: string): Promise<string> {
  const cookie = `next-auth.session-token=${await sessionToken(await createPerson("reader"))}`;
  const answer = await fetch(new URL(`/runbooks/${slug}.html`, required("E2E_BASE_URL")), {
    headers: { cookie },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  return answer.text();
}

test("with everything gone the exported folder is read from a disk, without script or server", async ({
  browser,
  visit,
}, testInfo) => {
  const folder = process.env.E2E_EXPORT_DIR;
  test.skip(!folder, "the portal under test does not say where its folder is");
  const other = await publish("# The other one\n\n## Restore\n\nRestore it.\n");
  const slug = await publish(source.replace("OTHER", other));
  // Whoever reads makes the portal look; it would by itself within a minute.
  await (await visit("reader")).page.goto(`/runbooks/${slug}`);
  const file = path.join(folder ?? "", "runbooks", `${slug}.html`);
  await expect
    .poll(async () => (await readFile(file, "utf8").catch(() => "")).includes("Queue stuck"), {
      timeout: 45_000,
    })
    .toBe(true);

  const { page, complaints, close } = await awayFromEverything(browser, { javaScriptEnabled: false });
  await page.goto(pathToFileURL(path.join(folder ?? "", "index.html")).href);
  await page.getByRole("link", { name: "Search list", exact: true }).click();
  await page.locator(`a[href="runbooks/${slug}.html#alert-queuestuck"]`).click();
  await expect(page.getByRole("heading", { name: "Queue stuck" })).toBeVisible();
  await expect(page.getByText("kubectl delete pod [pod-name] -n production")).toBeVisible();
  await expect(page.getByText("Danger: Deletes objects of the cluster")).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".step .pen-box")).toHaveCount(2);
  await expect(page.locator(".step .pen-box").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "the other one" }).click();
  await expect(page).toHaveURL(new RegExp(`${other}\\.html#restore$`));
  await expect(page.getByText("Restore it.")).toBeVisible();
  expect(complaints).toEqual([]);
  await close();

  for (const colorScheme of ["light", "dark"] as const) {
    const seen = await awayFromEverything(browser, { colorScheme, viewport: { width: 390, height: 844 } });
    for (const name of ["index.html", "search.html", `runbooks/${slug}.html`]) {
      // A quiet moment: other journeys publish meanwhile.
      const kept = testInfo.outputPath(path.basename(name));
      await writeFile(kept, await readFile(path.join(folder ?? "", name)));
      await seen.page.goto(pathToFileURL(kept).href);
      expect(await seen.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      if (name.startsWith("runbooks/")) await expectAccessible(seen.page);
    }
    await seen.close();
  }
});

test("a runbook kept as one file fills values and copies with the portal unreachable", async ({
  browser,
  visit,
}, testInfo) => {
  const slug = await publish(source);
  const reader = await visit("reader");
  await reader.page.goto(`/runbooks/${slug}`);
  const coming = reader.page.waitForEvent("download");
  await reader.page.getByRole("link", { name: "Download as one file" }).last().click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${slug}.html`);
  const file = testInfo.outputPath("runbook.html");
  await download.saveAs(file);

  for (const hasClipboard of [true, false]) {
    const { page, complaints, close } = await awayFromEverything(browser);
    if (!hasClipboard) {
      await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    }
    await page.goto(pathToFileURL(file).href);
    const values = page.getByRole("region", { name: "Values" });
    const harmless = page.locator('[data-command="c1"]').getByRole("button", { name: /^Copy/ });

    await values.getByLabel("service-name").fill("check out; reboot");
    await values.getByLabel("api-token", { exact: true }).fill("hunter2");
    await expect(page.locator('[data-command="c1"] mark').first()).toHaveText("check out; reboot");
    await expect(page.locator('[data-command="c1"]')).not.toContainText("hunter2");
    await harmless.click();
    await expect(page.getByRole("button", { name: /^Copied/ })).toBeVisible();
    expect(await pasted(page)).toBe("kubectl get pods -l app='check out; reboot' --token=hunter2");
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      "hunter2",
    );

    // A dangerous command asks, names what it does and to what, and copies nothing until it is told to.
    const guarded = page.locator('[data-command="c2"] button.copy');
    await guarded.click();
    const dialog = page.getByRole("alertdialog", { name: "Danger: Deletes objects of the cluster" });
    await expect(dialog.getByRole("button", { name: "Fill and copy" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await dialog.getByLabel("pod-name").fill("-A");
    await expect(dialog.getByRole("alert")).toContainText("begins with a hyphen");
    await dialog.getByLabel("pod-name").fill("checkout-7d");
    await expect(dialog.getByRole("definition").first()).toHaveText(
      "pod checkout-7d in namespace production",
    );
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    expect(await pasted(page)).toContain("kubectl get pods");
    await guarded.click();
    await page.getByRole("button", { name: "Copy this command" }).click();
    await expect(page.locator('[data-command="c2"] button.copy')).toHaveText("Copied");
    expect(await pasted(page)).toBe("kubectl delete pod checkout-7d -n production");

    // What cannot stand there is refused beside the button; the same button copies what can.
    await values.getByLabel("pod-name").fill("-A");
    await guarded.click();
    await expect(page.locator(".copy-note")).toContainText("Not copied. pod-name:");
    expect(await pasted(page)).toBe("kubectl delete pod checkout-7d -n production");

    // The tab remembers the values over a reload, and no secret.
    await page.reload();
    await expect(values.getByLabel("service-name")).toHaveValue("check out; reboot");
    await expect(values.getByLabel("api-token", { exact: true })).toHaveValue("");
    await harmless.click();
    await expect(page.getByRole("dialog", { name: "This command still needs values" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  }
});

test("what is not what it looks like is not copied at one press, and no fallback means by hand", async ({
  browser,
}, testInfo) => {
  const slug = await publish("# Doubtful\n\n```bash\nkill -9 1\u200d0\n```\n\n```bash\nuptime\n```\n");
  const file = testInfo.outputPath("doubtful.html");
  await writeFile(file, await fetchOneFile(slug));
  const { page, close } = await awayFromEverything(browser);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto(pathToFileURL(file).href);
  await page.locator('[data-command="c2"]').getByRole("button", { name: /^Copy/ }).click();
  const byHand = page.getByRole("dialog", { name: "Not copied: this browser gives no clipboard" });
  await expect(byHand.getByLabel("Command to copy")).toHaveValue("uptime");
  await byHand.getByRole("button", { name: "Close" }).click();
  await page.locator('[data-command="c1"] button.copy').click();
  await expect(page.getByText("zero-width joiner")).not.toHaveCount(0);
  await page.getByRole("button", { name: "Copy as it looks" }).click();
  await expect(byHand.getByLabel("Command to copy")).toHaveValue("kill -9 10");
  await close();
});

const hostile = [
  "<script>window.pwned = 1</script>",
  '<img src=x onerror="window.pwned=1">',
  "</script><script>window.pwned=1</script>",
  "<svg><script>window.pwned=1</script></svg>",
  "[x](javascript:window.pwned=1)",
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  "<style>@import 'https://evil.example/x.css'</style>",
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  "```bash\necho '</script><script>window.pwned=1</script>' [<!--] [</script>]\n```",
  "`</script><img src=x onerror=window.pwned=1>`",
  "![x](https://evil.example/x.png)",
  "# </title><script>window.pwned=1</script>",
  "### Alert: </script><script>window.pwned=1</script>",
  "<form action=https://evil.example><button>Copy</button></form>",
  "<details open ontoggle=window.pwned=1>x</details>",
  '<a href="data:text/html,<script>opener.pwned=1</script>">x</a>',
];

test("nothing that an author writes runs or asks in the one-file page; its policy holds by itself", async ({
  browser,
}, testInfo) => {
  const slug = await publish(`# Hostile\n\n${hostile.join("\n\n")}\n`);
  const text = await fetchOneFile(slug);
  const file = testInfo.outputPath("hostile.html");
  await writeFile(file, text);
  const honest = await awayFromEverything(browser);
  await honest.page.goto(pathToFileURL(file).href);
  // Our own script did run.
  await expect(honest.page.locator("html.js")).toHaveCount(1);
  for (const link of await honest.page.locator(".doc a").all()) {
    expect((await link.getAttribute("href")) ?? "").not.toMatch(/^(?:javascript|data):/i);
  }
  expect(await honest.page.evaluate(() => "pwned" in window)).toBe(false);
  expect(
    await honest.page.evaluate(() => document.querySelectorAll("script, iframe, base, form").length),
  ).toBe(2);
  expect(honest.complaints).toEqual([]);
  await honest.close();

  // Even if a sanitiser failed: what is put into the finished page is stopped by the page's own policy.
  const planted = `<script>window.pwned=1</script><img src="https://evil.example/x.png" onerror="window.pwned=1"><button id="b" onclick="window.pwned=1">x</button>`;
  await writeFile(
    file,
    text.replace('<div class="doc">', () => `<div class="doc">${planted}`),
  );
  const broken = await awayFromEverything(browser);
  const stopped: (string | undefined)[] = [];
  broken.page.on("requestfailed", (request) => stopped.push(request.failure()?.errorText));
  await broken.page.goto(pathToFileURL(file).href);
  await broken.page.locator("#b").click();
  await expect(broken.page.locator("html.js")).toHaveCount(1);
  expect(await broken.page.evaluate(() => "pwned" in window)).toBe(false);
  // Stopped by the policy, not by the missing network.
  expect(stopped).toEqual(["csp"]);
  expect(broken.complaints.join("\n")).toContain("Content Security Policy");
  await broken.close();
});

test("with the identity provider gone a break-glass link lets read, and nothing else, until it is revoked", async ({
  browser,
  visit,
}) => {
  const slug = await publish(source);
  const admin = await visit("admin", { name: "Ada Admin" });
  const reason = `Single sign-on is down ${uuidv7().slice(-6)}`;
  await admin.page.goto("/settings");
  await admin.page.getByRole("link", { name: "Break-glass links" }).click();
  await admin.page.getByLabel("Why it is needed").fill(reason);
  await admin.page.getByLabel("Works for").selectOption("8 hours");
  await admin.page.getByRole("button", { name: "Make a link" }).click();
  const link = await admin.page.getByLabel("Break-glass link", { exact: true }).inputValue();
  await expectAccessible(admin.page);
  await admin.page.reload();
  await expect(admin.page.getByLabel("Break-glass link", { exact: true })).toHaveCount(0);
  const row = admin.page.getByRole("row", { name: reason });
  await expect(row).toContainText("never");

  const address = new URL(link).pathname;
  const uses = async () =>
    (
      await sql(
        "SELECT 1 FROM audit_entries a JOIN read_links l ON l.id::text = a.target WHERE l.reason = $1 AND a.action = 'read-link.used'",
        [reason],
      )
    ).length;
  const context = await browser.newContext();
  const page = await context.newPage();
  // A program that looks for a preview changes nothing and gets nothing.
  const preview = await page.request.get(address);
  expect(preview.status()).toBe(200);
  expect(preview.headers()["set-cookie"]).toBeUndefined();
  await page.goto("/runbooks");
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await uses()).toBe(0);

  await page.goto(address);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start reading" }).click();
  await expect(page.getByText("Break-glass: reading until")).toBeVisible();
  await expectAccessible(page);
  expect(await uses()).toBe(1);
  const cookie = (await context.cookies()).find(({ name }) => name === "portal-break-glass");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await page.goto(`/runbooks/${slug}`);
  await expect(page.getByRole("heading", { name: "Queue stuck" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Start an incident" })).toHaveCount(0);
  for (const closed of [
    "/settings",
    "/settings/people",
    "/squads",
    "/incidents/new",
    "/settings/read-links",
  ]) {
    await page.goto(closed);
    await expect(page.getByRole("heading", { name: "Not for your role" })).toBeVisible();
  }
  await page.goto("/sign-in");
  await expect(page.getByLabel("Password")).toBeVisible();

  const opened = { id: uuidv7(), runbookSlug: slug, title: "Tried", severity: "SEV4", isDrill: true };
  const origin = new URL(required("E2E_BASE_URL")).origin;
  const refused = await page.request.post("/api/v1/incidents", { data: opened, headers: { origin } });
  expect(refused.status()).toBe(403);
  expect((await refused.json()).detail).toContain("break-glass link");

  await page.goto("/runbooks");
  await admin.page.reload();
  await expect(row).toContainText("just now");
  await row.getByRole("button", { name: /^Revoke/ }).click();
  await expect(row).toContainText("revoked");
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await context.close();
});

test("an act with a break-glass pass is refused; a responder's is taken", async ({ visit }) => {
  const slug = await publish(source);
  const { page, person } = await visit("responder");
  const origin = new URL(required("E2E_BASE_URL")).origin;
  const incident = await page.request.post("/api/v1/incidents", {
    data: { id: uuidv7(), runbookSlug: slug, title: "Stuck", severity: "SEV4", isDrill: true },
    headers: { origin },
  });
  const { key } = await incident.json();
  const link = await createLink(await createPerson("admin"));
  const pass = await enter(link.address);
  const act = async (cookie: string) =>
    fetch(new URL(`/api/v1/incidents/${key}/events`, origin), {
      method: "POST",
      headers: { cookie, origin, "content-type": "application/json" },
      body: JSON.stringify({
        id: uuidv7(),
        kind: "incident.noted",
        runId: null,
        stepId: null,
        data: { note: "Seen" },
        occurredAt: new Date().toISOString(),
      }),
    });
  expect((await act(pass)).status).toBe(403);
  const taken = await act(`next-auth.session-token=${await sessionToken(person)}`);
  expect(taken.status, await taken.text()).toBe(201);

  // Reading goes on, also by the stream.
  const stream = await fetch(new URL(`/api/v1/incidents/${key}/stream`, origin), {
    headers: { cookie: pass },
  });
  expect(stream.status).toBe(200);
  await stream.body?.cancel();
});

test("another site cannot press the button; without a script it can be pressed here", async ({ browser }) => {
  const link = await createLink(await createPerson("admin"));
  const foreign = await press(link.address, "https://evil.example");
  expect(foreign.headers.get("set-cookie") ?? "").not.toContain("portal-break-glass");
  const used = () =>
    sql("SELECT 1 FROM audit_entries WHERE target = $1 AND action = 'read-link.used'", [link.id]);
  expect(await used()).toHaveLength(0);
  expect(await enter(link.address)).toContain("portal-break-glass=");
  expect(await used()).toHaveLength(1);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link.address);
  await page.getByRole("button", { name: "Start reading" }).click();
  await expect(page.getByText("Break-glass: reading until")).toBeVisible();
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/runbooks");
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
});

/** A link in the database, as the page for admins makes them. */
async function createLink(admin: { id: string }): Promise<{ id: string; address: string }> {
  const token = `journey-${uuidv7()}`;
  const id = uuidv7();
  await sql(
    "INSERT INTO read_links (id, token_hash, reason, created_by_id, expires_at) VALUES ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'), 'Journey', $3, now() + interval '1 hour')",
    [id, token, admin.id],
  );
  return { id, address: `/break-glass/${token}` };
}

/** Sends the form of a link's page as a browser without script would, from a page of `origin`. */
async function press(address: string, origin: string): Promise<Response> {
  const url = new URL(address, required("E2E_BASE_URL"));
  const html = await (await fetch(url)).text();
  const body = new FormData();
  for (const [tag] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    body.append(/name="([^"]*)"/.exec(tag)?.[1] ?? "", /value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  return fetch(url, { method: "POST", body, headers: { origin }, redirect: "manual" });
}

/** Enters by a link; gives the pass as a header holds it. */
async function enter(address: string): Promise<string> {
  const answer = await press(address, new URL(required("E2E_BASE_URL")).origin);
  const cookie = /portal-break-glass=[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0];
  if (!cookie) throw new Error(`the link let nobody in: ${answer.status}`);
  return cookie;
}
