import type { Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { expectAccessible } from "./support/axe";
import { sql } from "./support/database";
import { signIn } from "./support/session";
import { required } from "./support/settings";
import { expect, test } from "./support/test";

const source = `# Order outbox

## Diagnosis

1. Look at the queue

   \`\`\`bash
   kubectl get pods -n [namespace]
   \`\`\`

## Mitigation

- [ ] Say that you are on it
- [ ] Restart the worker

## Escalation

Call the squad lead.
`;

const field = (page: Page) => page.getByRole("textbox", { name: "Text of Order outbox" });
const preview = (page: Page) => page.getByRole("region", { name: "Preview" });
const message = (page: Page) => page.getByRole("textbox", { name: "What changed" });
const publish = (page: Page, number: number) =>
  page.getByRole("button", { name: `Publish revision ${number}` });

/** A runbook of a squad of its own, with its first revision. */
async function createRunbook(): Promise<{ slug: string; squad: string }> {
  const squad = `squad-${uuidv7().slice(-8)}`;
  const slug = `outbox-${uuidv7()}`;
  await sql("INSERT INTO squads (id, slug, name) VALUES ($1, $2, $2)", [uuidv7(), squad]);
  // One statement: at its end the runbook must name a revision that is there.
  await sql(
    `WITH book AS (
       INSERT INTO runbooks (id, slug, title, squad_id, current_revision, updated_at)
       SELECT $1, $2, 'Order outbox', id, 1, now() FROM squads WHERE slug = $3 RETURNING id)
     INSERT INTO revisions (id, runbook_id, number, format, source, sha256, title, message, origin)
     SELECT $4, id, 1, 'md', $5, encode(sha256(convert_to($5, 'UTF8')), 'hex'), 'Order outbox', 'Imported', 'import'
     FROM book`,
    [uuidv7(), slug, squad, uuidv7(), source],
  );
  return { slug, squad };
}

/** Opens the editor and waits until CodeMirror has taken the place of the plain field. */
async function open(page: Page, slug: string): Promise<void> {
  await page.goto(`/runbooks/${slug}/edit`);
  await expect(page.locator(".cm-content")).toBeVisible();
}

/** Types at the end of the text, as a person does. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await field(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

test("a text is edited beside its preview, published, and stands in the history", async ({ visit }) => {
  const { slug, squad } = await createRunbook();
  const { page, person } = await visit("editor", { editorOf: [squad], name: "Ana Ruiz" });
  await page.goto(`/runbooks/${slug}`);
  await page.getByRole("link", { name: "Edit" }).first().click();
  await expect(preview(page).getByRole("heading", { name: "Escalation" })).toBeVisible();
  await expect(page.getByText("Nothing changed yet.")).toBeVisible();
  await expect(page.locator(".cm-content")).toBeVisible();

  await typeAtEnd(page, "\n## Verification\n\n- [ ] The queue is empty\n");
  await expect(preview(page).getByRole("heading", { name: "Verification" })).toBeVisible();
  await expect(page.getByText("Say in a few words what changed.")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(message(page)).toBeFocused();
  await page.keyboard.type("Say how to verify");
  await publish(page, 2).click();
  await expect(page.getByText("Revision 2 is published.")).toBeVisible();

  await page.getByRole("link", { name: "Open the runbook" }).click();
  await expect(page.getByRole("heading", { name: "Verification" })).toBeVisible();
  await page.goto(`/runbooks/${slug}/history`);
  const newest = page.getByRole("listitem").filter({ hasText: "Say how to verify" });
  await expect(newest).toContainText(`Revision 2 · ${person.name}`);
  await newest.getByRole("link", { name: "Changes of revision 2" }).click();
  const diff = page.getByRole("region", { name: "Changes from revision 1 to revision 2" });
  await expect(diff.getByText("- [ ] The queue is empty")).toBeVisible();
  await expectAccessible(page);
});

test("problems have a place, and lead to it", async ({ visit }) => {
  const { slug, squad } = await createRunbook();
  const { page } = await visit("editor", { editorOf: [squad] });
  await open(page, slug);
  await page.getByLabel("Format").selectOption("mdx");
  await typeAtEnd(page, "\n<Unknown>text</Unknown>\n");
  const problem = page.getByRole("region", { name: "Problems" }).getByRole("button").first();
  await expect(problem).toBeVisible();
  const place = /(\d+):\d+/.exec((await problem.textContent()) ?? "");
  await problem.click();
  await expect(field(page)).toBeFocused();
  await expect(page.locator(".cm-activeLineGutter").filter({ hasText: /\d/ })).toHaveText(place?.[1] ?? "");
  await expectAccessible(page);
});

test("what was typed is there after a reload, and goes when it is discarded", async ({ visit }) => {
  const { slug, squad } = await createRunbook();
  const { page } = await visit("editor", { editorOf: [squad] });
  await open(page, slug);
  await typeAtEnd(page, "\nTyped and not published.\n");
  await message(page).fill("Half a message");
  await page.reload();
  await expect(page.getByText(/Your unsaved text from .* was put back/)).toBeVisible();
  await expect(field(page)).toContainText("Typed and not published.");
  await expect(message(page)).toHaveValue("Half a message");
  await expect(preview(page)).toContainText("Typed and not published.");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(field(page)).not.toContainText("Typed and not published.");
  await page.reload();
  await expect(page.locator(".cm-content")).toBeVisible();
  await expect(field(page)).not.toContainText("Typed and not published.");
});

test("two tabs on one runbook keep their own texts", async ({ visit }) => {
  const { slug, squad } = await createRunbook();
  const { page: one } = await visit("editor", { editorOf: [squad] });
  const two = await one.context().newPage();
  await open(one, slug);
  await open(two, slug);
  await typeAtEnd(one, "\nFrom the first tab.\n");
  await typeAtEnd(two, "\nFrom the second tab.\n");
  await one.reload();
  await two.reload();
  await expect(field(one)).toContainText("From the first tab.");
  await expect(field(two)).toContainText("From the second tab.");
});

test("a publish that fails keeps the text: no network, a broken portal, an ended session", async ({
  visit,
  complaints,
}) => {
  const { slug, squad } = await createRunbook();
  const { page, person } = await visit("editor", { editorOf: [squad] });
  await open(page, slug);
  await typeAtEnd(page, "\nMust not be lost.\n");
  await message(page).fill("Words");
  const alert = page.getByRole("alert").filter({ hasText: "Not published" });

  const route = `**/api/v1/runbooks/${slug}/revisions`;
  await page.route(route, (call) => call.abort());
  await publish(page, 2).click();
  await expect(alert).toContainText("cannot be reached");
  await page.unroute(route);

  await page.route(route, (call) => call.fulfill({ status: 502, body: "<html>Bad gateway</html>" }));
  await publish(page, 2).click();
  await expect(alert).toContainText("502");
  await page.unroute(route);

  await page.context().clearCookies();
  await publish(page, 2).click();
  await expect(alert).toContainText("Your session has ended");
  await expect(field(page)).toContainText("Must not be lost.");

  await signIn(page.context(), person);
  await page.reload();
  await expect(field(page)).toContainText("Must not be lost.");
  await publish(page, 2).click();
  await expect(page.getByText("Revision 2 is published.")).toBeVisible();
  complaints.length = 0; // The failures above were provoked.
});

test("a publish whose answer was lost is no conflict with oneself", async ({ visit, complaints }) => {
  const { slug, squad } = await createRunbook();
  const { page } = await visit("editor", { editorOf: [squad] });
  await open(page, slug);
  await typeAtEnd(page, "\nArrived, but nobody heard.\n");
  await message(page).fill("Words");
  const route = `**/api/v1/runbooks/${slug}/revisions`;
  await page.route(route, async (call) => {
    await call.fetch();
    await call.abort();
  });
  await publish(page, 2).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not published" })).toBeVisible();
  await page.unroute(route);
  await publish(page, 2).click();
  await expect(page.getByText("Revision 2 is published.")).toBeVisible();
  complaints.length = 0;
});

test("of two who edit the same revision the second is shown both texts and loses neither", async ({
  visit,
  complaints,
}) => {
  const { slug, squad } = await createRunbook();
  const { page: mina } = await visit("editor", { editorOf: [squad], name: "Mina Sato" });
  const { page: jon } = await visit("editor", { editorOf: [squad], name: "Jon Okafor" });
  await open(mina, slug);
  await open(jon, slug);
  await typeAtEnd(mina, "\nWords of Mina.\n");
  await message(mina).fill("Mina was faster");
  await publish(mina, 2).click();
  await expect(mina.getByText("Revision 2 is published.")).toBeVisible();

  await field(jon).click();
  await jon.keyboard.press("Control+Home");
  await jon.keyboard.press("End");
  await jon.keyboard.insertText("\n\nWords of Jon.");
  await message(jon).fill("Jon too");
  await publish(jon, 2).click();
  await expect(
    jon.getByRole("heading", { name: "Mina Sato published revision 2 while you were writing" }),
  ).toBeVisible();
  const both = jon.getByRole("region", { name: "Theirs, revision 2 and Yours, not published" });
  await expect(both).toContainText("Words of Mina.");
  await expect(both).toContainText("Words of Jon.");
  await expectAccessible(jon);

  await jon.reload();
  await expect(field(jon)).toContainText("Words of Jon.");
  await expect(jon.getByText("revision 2 is current now")).toBeVisible();
  await publish(jon, 3).click();
  await jon.getByRole("button", { name: "Take theirs" }).click();
  await expect(field(jon)).toContainText("Words of Mina.");
  await jon.getByText("One more unpublished text of yours").click();
  await jon.getByRole("button", { name: "Open it here" }).click();
  await expect(field(jon)).toContainText("Words of Jon.");

  await message(jon).fill("Both of us");
  await publish(jon, 3).click();
  await jon.getByRole("button", { name: "Put my changes into theirs" }).click();
  await expect(field(jon)).toContainText("Words of Jon.");
  await expect(field(jon)).toContainText("Words of Mina.");
  await publish(jon, 3).click();
  await expect(jon.getByText("Revision 3 is published.")).toBeVisible();
  complaints.length = 0; // The browser notes each 409.
});

test("mine can be kept on top of theirs, knowingly", async ({ visit, complaints }) => {
  const { slug, squad } = await createRunbook();
  const { page: mina } = await visit("editor", { editorOf: [squad], name: "Mina Sato" });
  const { page: jon } = await visit("editor", { editorOf: [squad], name: "Jon Okafor" });
  await open(jon, slug);
  await open(mina, slug);
  for (const [page, words] of [
    [mina, "Words of Mina."],
    [jon, "Words of Jon."],
  ] as const) {
    await typeAtEnd(page, `\n${words}\n`);
    await message(page).fill(words);
    await publish(page, 2).click();
  }
  await jon.getByRole("button", { name: "Keep mine on top of theirs" }).click();
  await publish(jon, 3).click();
  await expect(jon.getByText("Revision 3 is published.")).toBeVisible();
  const rows = await sql<{ number: number; parent_number: number; source: string }>(
    "SELECT number, parent_number, source FROM revisions r JOIN runbooks b ON b.id = r.runbook_id WHERE slug = $1 ORDER BY number",
    [slug],
  );
  expect(rows.map((row) => row.parent_number)).toEqual([null, 1, 2]);
  expect(rows[1]?.source).toContain("Words of Mina.");
  expect(rows[2]?.source).toContain("Words of Jon.");
  complaints.length = 0;
});

test("an old revision says that it is old, and can be restored by an editor", async ({ visit }) => {
  const { slug, squad } = await createRunbook();
  const { page } = await visit("editor", { editorOf: [squad] });
  await open(page, slug);
  await typeAtEnd(page, "\nA mistake.\n");
  await message(page).fill("Added a mistake");
  await publish(page, 2).click();
  await expect(page.getByText("Revision 2 is published.")).toBeVisible();

  await page.goto(`/runbooks/${slug}/revisions/1`);
  await expect(page.getByText("Revision 1 of 2, not the current one")).toBeVisible();
  await expect(page.locator(".doc")).not.toContainText("A mistake.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await page.getByRole("button", { name: "Restore it" }).click();
  await expect(page.getByRole("link", { name: "Restored revision 1" })).toBeVisible();
  await page.goto(`/runbooks/${slug}`);
  await expect(page.locator(".doc")).not.toContainText("A mistake.");
});

test("any two revisions can be chosen and compared, also without a script", async ({ browser, visit }) => {
  const { slug, squad } = await createRunbook();
  const { page, person } = await visit("editor", { editorOf: [squad] });
  await open(page, slug);
  await typeAtEnd(page, "\nSecond.\n");
  await message(page).fill("Second");
  await publish(page, 2).click();
  await expect(page.getByText("Revision 2 is published.")).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, person);
  const plain = await context.newPage();
  await plain.goto(new URL(`/runbooks/${slug}/history`, required("E2E_BASE_URL")).href);
  await plain.getByRole("radio", { name: "Compare from revision 2" }).check();
  await plain.getByRole("radio", { name: "Compare to revision 1" }).check();
  await plain.getByRole("button", { name: "Compare" }).click();
  await expect(plain.getByRole("heading", { name: "Changes from revision 2 to revision 1" })).toBeVisible();
  await plain.goto(new URL(`/runbooks/${slug}/edit`, required("E2E_BASE_URL")).href);
  await expect(field(plain)).toHaveValue(/Second\./);
  await context.close();
});

test("a runbook is made from the template and edited", async ({ visit }) => {
  const { squad } = await createRunbook();
  const { page } = await visit("editor", { editorOf: [squad] });
  const title = `Mail queue ${uuidv7().slice(-6)}`;
  await page.goto("/runbooks/new");
  await expectAccessible(page);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Create and edit" }).click();
  await expect(page).toHaveURL(/\/runbooks\/mail-queue-.*\/edit$/);
  await expect(page.getByRole("textbox", { name: `Text of ${title}` })).toContainText(`# ${title}`);
});

test("on a phone the text, the preview and the problems take turns", async ({ visit }) => {
  const { slug, squad } = await createRunbook();
  const { page } = await visit("editor", { editorOf: [squad], isPhone: true });
  await open(page, slug);
  await expect(preview(page)).toBeHidden();
  const choice = page.getByRole("group", { name: "Show" });
  await choice.getByRole("button", { name: "Preview" }).click();
  await expect(preview(page)).toBeVisible();
  await expect(page.locator(".cm-content")).toBeHidden();
  await choice.getByRole("button", { name: "Problems" }).click();
  await expect(page.getByRole("region", { name: "Problems" })).toBeVisible();
  await expectAccessible(page);
});

test("Tab indents, and Escape before Tab leaves the field", async ({ visit }) => {
  const { slug, squad } = await createRunbook();
  const { page } = await visit("editor", { editorOf: [squad] });
  await open(page, slug);
  await field(page).click();
  await page.keyboard.press("Tab");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(field(page)).not.toBeFocused();
});

test("a reader and an editor of another squad are refused, an editor of the squad is let through", async ({
  visit,
}) => {
  const { slug, squad } = await createRunbook();
  for (const [role, editorOf] of [
    ["reader", []],
    ["responder", []],
    ["editor", [`${squad}-other`]],
  ] as const) {
    const { page } = await visit(role, { editorOf: [...editorOf] });
    await page.goto(`/runbooks/${slug}/edit`);
    await expect(page.getByRole("heading", { name: "Not for your role" })).toBeVisible();
    await page.goto(`/runbooks/${slug}/history`);
    await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
    await expect(page.getByRole("button", { name: /Restore/ })).toHaveCount(0);
  }
  const { page } = await visit("editor", { editorOf: [squad] });
  await page.goto(`/runbooks/${slug}/edit`);
  await expect(field(page)).toContainText("Order outbox");
});
