import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createRunbook, createSquad } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { type CreateRunbookInput, createRunbook as create, createRunbookSchema } from "./create-runbook";

let squadId: string;
let editor: Actor;
beforeAll(async () => {
  squadId = (await createSquad()).id;
  editor = await createActor({ role: "editor", editorOf: [squadId] });
});

const blank = (title: string, own: Partial<CreateRunbookInput> = {}): CreateRunbookInput => ({
  title,
  squadId,
  from: { kind: "blank" },
  ...own,
});

test("a blank runbook gets its address from the title, and a number when it is taken", async () => {
  expect(await create(editor, blank("Order outbox"))).toEqual({ slug: "order-outbox" });
  expect(await create(editor, blank("Order  Outbox!"))).toEqual({ slug: "order-outbox-2" });
  const row = await db().runbook.findUnique({
    where: { slug: "order-outbox" },
    include: { revisions: true },
  });
  expect(row).toMatchObject({
    title: "Order outbox",
    squadId,
    currentRevision: 1,
    isTemplate: false,
    revisions: [{ number: 1, origin: "portal", authorId: editor.id, parentNumber: null }],
  });
  expect(await db().auditEntry.count({ where: { action: "runbook.created", target: row?.id ?? "" } })).toBe(
    1,
  );
});

test("the address of the portal's own page is never taken", async () => {
  expect(await create(editor, blank("New"))).toEqual({ slug: "new-2" });
});

test("two that create the same title at once get two addresses", async () => {
  const made = await Promise.all([1, 2, 3].map(() => create(editor, blank("Same title"))));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(3);
});

test("a runbook from a template has its text under the new title", async () => {
  await createRunbook({
    slug: "the-template",
    title: "Template",
    isTemplate: true,
    source: "# Runbook: [Name]\n\n## Part\n",
  });
  const { slug } = await create(
    editor,
    blank("Mail queue", { from: { kind: "template", slug: "the-template" } }),
  );
  const row = await db().runbook.findUnique({ where: { slug }, include: { revisions: true } });
  expect(row).toMatchObject({ title: "Mail queue", isTemplate: false });
  expect(row?.revisions[0]?.source).toBe("# Mail queue\n\n## Part\n");
  await expect(
    create(editor, blank("X", { from: { kind: "template", slug: "missing" } })),
  ).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a pasted text is kept as it is", async () => {
  const from = { kind: "text", source: "# Pasted words\r\n\r\n- [ ] Look\r\n", format: "md" } as const;
  const { slug } = await create(editor, blank("From the wiki", { from }));
  const row = await db().runbook.findUnique({ where: { slug }, include: { revisions: true } });
  expect(row).toMatchObject({
    slug: "from-the-wiki",
    title: "Pasted words",
    revisions: [{ source: from.source }],
  });
});

test("only editors create, in their own squads; admins in any and in none", async () => {
  const other = await createSquad();
  const responder = await createActor({ role: "responder", editorOf: [squadId] });
  const reader = await createActor({ role: "reader" });
  for (const actor of [responder, reader]) {
    await expect(create(actor, blank("Not for me"))).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(create(editor, blank("Theirs", { squadId: other.id }))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(create(editor, blank("Nobody's", { squadId: null }))).rejects.toMatchObject({
    code: "invalid",
  });
  const admin = await createActor({ role: "admin" });
  expect(await create(admin, blank("Theirs", { squadId: other.id }))).toEqual({ slug: "theirs" });
  expect(await create(admin, blank("Nobody's", { squadId: null }))).toEqual({ slug: "nobody-s" });
});

test("a squad that is not there is said", async () => {
  const gone = "01890a5d-ac96-774b-bcce-b302099a8057";
  await expect(create(editor, blank("Lost", { squadId: gone }))).rejects.toMatchObject({ code: "not-found" });
});

test("a title without a letter or digit is refused", () => {
  expect(createRunbookSchema.safeParse(blank("Fine")).success).toBe(true);
  for (const title of ["", "!!!", "a\nb", "x".repeat(121)]) {
    expect(createRunbookSchema.safeParse(blank(title)).success).toBe(false);
  }
});
