import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createRunbook, createSquad } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { type PublishInput, publishRevision, publishSchema } from "./publish-revision";

let squadId: string;
let editor: Actor;
beforeAll(async () => {
  squadId = (await createSquad()).id;
  editor = await createActor({ role: "editor", editorOf: [squadId] });
});

const base = "# Outbox\n\n- [ ] Look\n";
const setUp = () => createRunbook({ squadId, source: base });
const publish = (actor: Actor, slug: string, input: Partial<PublishInput> = {}) =>
  publishRevision(actor, {
    slug,
    source: `${base}\nMore.\n`,
    message: "More words",
    parentNumber: 1,
    ...input,
  });

test("a publish makes the next revision, the current one, with author, message, parent and an audit entry", async () => {
  const { slug, id } = await setUp();
  const source = "# New title\n\n### Alert: QueueStuck\n\n- [ ] Look\n";
  expect(await publish(editor, slug, { source })).toEqual({ number: 2, title: "New title", isRepeat: false });
  expect(await db().runbook.findUnique({ where: { slug }, include: { alerts: true } })).toMatchObject({
    currentRevision: 2,
    title: "New title",
    alerts: [{ name: "QueueStuck" }],
  });
  const revision = await db().revision.findUnique({
    where: { runbookId_number: { runbookId: id, number: 2 } },
  });
  expect(revision).toMatchObject({
    source,
    format: "md",
    message: "More words",
    origin: "portal",
    authorId: editor.id,
    parentNumber: 1,
  });
  expect(await db().auditEntry.findMany({ where: { target: id } })).toMatchObject([
    { action: "revision.published", actorId: editor.id, data: { slug, number: 2 } },
  ]);
});

test("a publish on top of somebody else's newer revision is refused with all three texts; on top of it, it passes", async () => {
  const other = await createActor({ role: "editor", editorOf: [squadId], user: { name: "Mina" } });
  const { slug } = await setUp();
  await publish(other, slug, { source: "# Theirs\n", message: "Their words" });
  await expect(publish(editor, slug, { source: "# Mine\n" })).rejects.toMatchObject({
    code: "conflict",
    status: 409,
    message: expect.stringContaining("Mina published revision 2"),
    details: { currentNumber: 2, currentSource: "# Theirs\n", currentAuthor: "Mina", baseSource: base },
  });
  expect(await db().revision.count({ where: { runbook: { slug } } })).toBe(2);
  expect(await publish(editor, slug, { source: "# Mine\n", parentNumber: 2 })).toMatchObject({ number: 3 });
});

test("of ten publishes on the same parent exactly one wins", async () => {
  const { slug } = await setUp();
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => publish(editor, slug, { source: `# Text ${index}\n` })),
  );
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  }
  expect(await db().revision.count({ where: { runbook: { slug } } })).toBe(2);
});

test("the same request again gets the first answer, from somebody else it is a conflict", async () => {
  const { slug } = await setUp();
  await publish(editor, slug);
  expect(await publish(editor, slug)).toMatchObject({ number: 2, isRepeat: true });
  const other = await createActor({ role: "editor", editorOf: [squadId] });
  await expect(publish(other, slug)).rejects.toMatchObject({ code: "conflict" });
  expect(await db().revision.count({ where: { runbook: { slug } } })).toBe(2);
});

test("an unchanged text is refused, the same text in another format is a change", async () => {
  const { slug } = await setUp();
  await expect(publish(editor, slug, { source: base })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("Nothing changed"),
  });
  expect(await publish(editor, slug, { source: base, format: "mdx" })).toMatchObject({ number: 2 });
});

test("only editors of the owning squad and admins publish", async () => {
  const elsewhere = await createSquad();
  const refused = [
    await createActor({ role: "reader", memberOf: [squadId] }),
    await createActor({ role: "responder", memberOf: [squadId] }),
    // The mark of the membership alone is not enough, nor is the role alone.
    await createActor({ role: "responder", editorOf: [squadId] }),
    await createActor({ role: "editor", memberOf: [squadId] }),
    await createActor({ role: "editor", editorOf: [elsewhere.id] }),
  ];
  const { slug } = await setUp();
  for (const actor of refused)
    await expect(publish(actor, slug)).rejects.toMatchObject({ code: "forbidden" });
  expect(await db().revision.count({ where: { runbook: { slug } } })).toBe(1);
  for (const actor of [editor, await createActor({ role: "admin" })]) {
    expect(await publish(actor, (await setUp()).slug)).toMatchObject({ number: 2 });
  }
});

test("a text that does not render is kept all the same", async () => {
  const { slug } = await setUp();
  expect(await publish(editor, slug, { source: "# Open\n\n<Unclosed {\n", format: "mdx" })).toMatchObject({
    number: 2,
  });
});

test("a revision cannot be changed or taken away", async () => {
  const { slug, id } = await setUp();
  await publish(editor, slug);
  await expect(
    db().revision.updateMany({ where: { runbookId: id }, data: { source: "# Other\n" } }),
  ).rejects.toThrow();
  await expect(db().revision.deleteMany({ where: { runbookId: id } })).rejects.toThrow();
  expect(await db().revision.count({ where: { runbookId: id, source: base } })).toBe(1);
});

test("a runbook that is not there is not found", async () => {
  await expect(publish(editor, "missing")).rejects.toMatchObject({ code: "not-found" });
});

test.each([
  ["no message", { message: " " }],
  ["a long message", { message: "x".repeat(201) }],
  ["an empty text", { source: "\n" }],
  ["a text that is too large", { source: "x".repeat(256 * 1024 + 1) }],
  ["a NUL", { source: "# A\0" }],
  ["a parent that is no number", { parentNumber: "1" }],
  ["an unknown format", { format: "html" }],
])("%s is refused at the edge", (_name, input) => {
  const fine = { source: "# A\n", message: "Words", parentNumber: 1 };
  expect(publishSchema.safeParse(fine).success).toBe(true);
  expect(publishSchema.safeParse({ ...fine, ...input }).success).toBe(false);
});
