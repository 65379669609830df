import { createHash, randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { sql } from "./support/database";
import { createPerson, signIn } from "./support/session";
import { expect, test } from "./support/test";

const password = "correct horse battery";

/** A fresh link of the first-admin kind, as a start without an admin prints it. */
async function firstAdminLink(): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await sql(
    "INSERT INTO sign_in_links (id, token_hash, purpose, expires_at) VALUES ($1, $2, 'first-admin', now() + interval '1 hour')",
    [uuidv7(), hash],
  );
  return `/sign-in/link/${token}`;
}

test.describe.configure({ mode: "serial" });

test("the first admin link makes the first admin, signs them in, and works once", async ({
  page,
  complaints,
}) => {
  // Journeys share one portal: whoever is admin already steps back for the length of this one.
  const before = await sql<{ id: string }>(
    "UPDATE users SET role = 'editor' WHERE role = 'admin' RETURNING id",
  );
  const email = `first-${uuidv7()}@example.com`;
  try {
    const link = await firstAdminLink();
    await page.goto(link);
    await page.getByLabel("Name").fill("Ana Ruiz");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page).toHaveURL("/");
    await page.goto("/settings/people");
    await expect(page.getByRole("rowheader", { name: "Ana Ruiz (you)" })).toBeVisible();

    await page.context().clearCookies();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();

    await page.goto("/settings");
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill("not this one, no");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Email or password is not right.")).toBeVisible();
    expect(complaints.splice(0)).toEqual([expect.stringContaining("401")]);
    await expect(page.getByLabel("Email")).toHaveValue(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    // Led back to the page that asked for it.
    await expect(page).toHaveURL("/settings");
  } finally {
    await sql("UPDATE users SET role = 'admin' WHERE id = ANY($1)", [before.map(({ id }) => id)]);
    await sql("UPDATE users SET disabled_at = now() WHERE email = $1", [email]);
  }
});

test("an admin invites somebody, who sets a password and is in; a role taken away counts at once", async ({
  visit,
  browser,
  complaints,
}) => {
  const admin = await visit("admin", { name: "Ada Admin" });
  await admin.page.goto("/settings/people");
  const email = `jon-${uuidv7()}@example.com`;
  await admin.page.getByLabel("Name").fill("Jon Okafor");
  await admin.page.getByLabel("Email").fill(email);
  await admin.page.getByRole("combobox", { name: "Role", exact: true }).selectOption("responder");
  await admin.page.getByRole("button", { name: "Make the invitation" }).click();
  const link = await admin.page.getByLabel("One-time link").inputValue();

  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(new URL(link).pathname);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/incidents/new");
  await expect(page.getByRole("heading", { name: "Not for your role" })).toHaveCount(0);

  await sql("UPDATE users SET role = 'reader' WHERE email = $1", [email]);
  await page.goto("/incidents/new");
  await expect(page.getByRole("heading", { name: "Not for your role" })).toBeVisible();

  await sql("UPDATE users SET disabled_at = now() WHERE email = $1", [email]);
  await page.goto("/runbooks");
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
});

test("an admin makes a squad and an editor of it in the browser", async ({ visit }) => {
  const { page } = await visit("admin");
  const person = await createPerson("responder", { name: `Mina ${uuidv7().slice(-6)}` });
  const squad = `Squad ${uuidv7().slice(-6)}`;
  await page.goto("/squads");
  await page.getByLabel("Name").fill(squad);
  await page.getByRole("button", { name: "Add the squad" }).click();
  await expect(page.getByRole("heading", { name: squad })).toBeVisible();
  await page.getByLabel(`Add somebody to ${squad}`).selectOption({ label: person.name });
  const membership = page.getByLabel(`${person.name} in ${squad}`);
  await membership.selectOption("editor");
  await expect
    .poll(
      async () => (await sql<{ role: string }>("SELECT role FROM users WHERE id = $1", [person.id]))[0]?.role,
    )
    .toBe("editor");
});

test("signing out ends the session", async ({ page, context }) => {
  await signIn(context, await createPerson("reader"));
  await page.goto("/");
  await page.getByRole("button", { name: /menu of/ }).click();
  await page.getByRole("link", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/runbooks");
  await expect(page).toHaveURL(/\/sign-in/);
});
