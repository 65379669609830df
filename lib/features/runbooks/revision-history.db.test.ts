import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createRevision, createRunbook, createSquad } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { diffRevisions } from "./diff-revisions";
import { getRevision, getRevisionToEdit } from "./get-revision";
import { listRevisions } from "./list-revisions";
import { restoreRevision } from "./restore-revision";

let squadId: string;
let editor: Actor;
let reader: Actor;
beforeAll(async () => {
  squadId = (await createSquad()).id;
  editor = await createActor({ role: "editor", editorOf: [squadId], user: { name: "Ana" } });
  reader = await createActor({ role: "reader" });
});

async function setUp() {
  const runbook = await createRunbook({ squadId, source: "# One\n\na\nb\n" });
  await createRevision(runbook, { source: "# Two\n\na\nB\n", message: "Second", authorId: editor.id });
  return createRevision(runbook, { source: "# Three\n\na\nB\nc\n", message: "Third", authorId: editor.id });
}

test("the history lists revisions newest first with author and message, for readers too", async () => {
  const { slug } = await setUp();
  const list = await listRevisions(reader, slug);
  expect(list.revisions.map(({ number, message, authorName }) => [number, message, authorName])).toEqual([
    [3, "Third", "Ana"],
    [2, "Second", "Ana"],
    [1, "Written by a test", null],
  ]);
  expect(list).toMatchObject({ before: null, runbook: { currentRevision: 3, canEdit: false } });
  expect((await listRevisions(editor, slug)).runbook.canEdit).toBe(true);
  expect((await listRevisions(reader, slug, 3)).revisions.map(({ number }) => number)).toEqual([2, 1]);
  await expect(listRevisions(reader, "missing")).rejects.toMatchObject({ code: "not-found" });
});

test("an old revision is rendered from its own text", async () => {
  const { slug } = await setUp();
  const page = await getRevision(reader, slug, 2);
  expect(page).toMatchObject({
    runbook: { currentRevision: 3 },
    revision: { number: 2, source: "# Two\n\na\nB\n" },
    compiled: { model: { title: "Two" } },
  });
  await expect(getRevision(reader, slug, 4)).rejects.toMatchObject({ code: "not-found" });
});

test("the text to edit is given to editors of the squad alone", async () => {
  const { slug } = await setUp();
  expect((await getRevisionToEdit(editor, slug)).revision.number).toBe(3);
  const elsewhere = await createActor({ role: "editor", editorOf: [(await createSquad()).id] });
  for (const actor of [reader, elsewhere]) {
    await expect(getRevisionToEdit(actor, slug)).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("any two revisions can be compared, in both directions", async () => {
  const { slug } = await setUp();
  const forth = await diffRevisions(reader, slug, 1, 3);
  expect(forth).toMatchObject({ from: { number: 1 }, to: { number: 3 }, diff: { added: 3, removed: 2 } });
  expect((await diffRevisions(reader, slug, 3, 1)).diff).toMatchObject({ added: 2, removed: 3 });
  await expect(diffRevisions(reader, slug, 1, 9)).rejects.toMatchObject({ code: "not-found" });
});

test("a difference in line ends alone is said", async () => {
  const runbook = await createRunbook({ squadId, source: "# A\n\nb\n" });
  await createRevision(runbook, { source: "# A\r\n\r\nb\r\n" });
  expect(await diffRevisions(reader, runbook.slug, 1, 2)).toMatchObject({
    isLineEndsOnly: true,
    diff: { hunks: [] },
  });
  expect(await diffRevisions(reader, runbook.slug, 1, 1)).toMatchObject({ isLineEndsOnly: false });
});

test("restoring makes a new revision with the old text and keeps the ones between", async () => {
  const { slug, id } = await setUp();
  expect(await restoreRevision(editor, { slug, number: 1, parentNumber: 3 })).toMatchObject({
    number: 4,
    title: "One",
  });
  const rows = await db().revision.findMany({ where: { runbookId: id }, orderBy: { number: "asc" } });
  expect(rows).toHaveLength(4);
  expect(rows[3]).toMatchObject({ source: rows[0]?.source, message: "Restored revision 1", parentNumber: 3 });
});

test("restoring is refused to others, on an old view, and for the current text", async () => {
  const { slug } = await setUp();
  const elsewhere = await createActor({ role: "editor", editorOf: [(await createSquad()).id] });
  for (const actor of [reader, elsewhere]) {
    await expect(restoreRevision(actor, { slug, number: 1, parentNumber: 3 })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(restoreRevision(editor, { slug, number: 1, parentNumber: 2 })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(restoreRevision(editor, { slug, number: 3, parentNumber: 3 })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(restoreRevision(editor, { slug, number: 9, parentNumber: 3 })).rejects.toMatchObject({
    code: "not-found",
  });
});
