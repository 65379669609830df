import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createRunbook, createSquad } from "@/lib/db/testing";
import { changeRunbook } from "./change-runbook";

async function setUp() {
  const [from, to] = [await createSquad(), await createSquad()];
  const runbook = await createRunbook({ squadId: from.id });
  return { from, to, runbook, input: { slug: runbook.slug, squadId: to.id } };
}

const squadOf = async (id: string) => (await db().runbook.findUniqueOrThrow({ where: { id } })).squadId;

test("an editor of both squads moves a runbook, and the record says so", async () => {
  const { from, to, runbook, input } = await setUp();
  const actor = await createActor({ role: "editor", editorOf: [from.id, to.id] });
  await changeRunbook(actor, input);
  expect(await squadOf(runbook.id)).toBe(to.id);
  expect(await db().auditEntry.findMany({ where: { target: runbook.id } })).toMatchObject([
    { action: "runbook.moved", actorId: actor.id, data: { from: from.id, to: to.id } },
  ]);
});

test("an editor of one of the two, a responder and a reader are refused; an admin is not", async () => {
  const { from, to, runbook, input } = await setUp();
  const refused = [
    await createActor({ role: "editor", editorOf: [from.id] }),
    await createActor({ role: "editor", editorOf: [to.id] }),
    await createActor({ role: "responder", editorOf: [from.id, to.id] }),
    await createActor({ role: "reader" }),
  ];
  for (const actor of refused)
    await expect(changeRunbook(actor, input)).rejects.toMatchObject({ code: "forbidden" });
  expect(await squadOf(runbook.id)).toBe(from.id);
  await changeRunbook(await createActor({ role: "admin" }), input);
  expect(await squadOf(runbook.id)).toBe(to.id);
});

test("a squad or a runbook that is not there is said", async () => {
  const { input } = await setUp();
  const admin = await createActor({ role: "admin" });
  const gone = "01890a5d-ac96-774b-bcce-b302099a8057";
  await expect(changeRunbook(admin, { ...input, squadId: gone })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(changeRunbook(admin, { ...input, slug: "missing" })).rejects.toMatchObject({
    code: "not-found",
  });
});
