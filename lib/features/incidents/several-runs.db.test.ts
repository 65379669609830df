import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createIncident, createRunbook } from "@/lib/db/testing";
import { recordEvent } from "@/lib/features/events/record-event";
import { changeStatus } from "@/lib/features/events/testing/change-status";
import { mergeIncident } from "./merge-incident";
import { startRun } from "./start-run";

const refusal = (code: string) => expect.objectContaining({ name: "AppError", code });
const kindsOf = async (incidentId: string) =>
  (await db().event.findMany({ where: { incidentId }, orderBy: { seq: "asc" } })).map(({ kind }) => kind);

test("a second runbook is followed in the same incident, once", async () => {
  const incident = await createIncident();
  const runbook = await createRunbook();
  const actor = await createActor();
  const input = { id: uuidv7(), runbookSlug: runbook.slug };
  expect(await startRun(actor, incident.number, input)).toEqual({ runId: input.id });
  expect(await startRun(actor, incident.number, input)).toEqual({ runId: input.id });
  const other = await Promise.all(
    [uuidv7(), uuidv7()].map((id) => startRun(actor, incident.id, { ...input, id })),
  );
  expect(other).toEqual([{ runId: input.id }, { runId: input.id }]);
  expect(await kindsOf(incident.id)).toEqual(["incident.opened", "run.started", "run.started"]);
});

test("a reader, a runbook that is gone, another incident's id and a resolved incident are refused", async () => {
  const incident = await createIncident();
  const runbook = await createRunbook();
  const actor = await createActor();
  const input = () => ({ id: uuidv7(), runbookSlug: runbook.slug });
  await expect(startRun(await createActor({ role: "reader" }), incident.number, input())).rejects.toEqual(
    refusal("forbidden"),
  );
  await expect(startRun(actor, incident.number, { ...input(), runbookSlug: "gone" })).rejects.toEqual(
    refusal("not-found"),
  );
  await expect(
    startRun(actor, incident.number, { ...input(), id: (await createIncident()).run.id }),
  ).rejects.toEqual(refusal("conflict"));
  await changeStatus(actor, incident.number, { id: uuidv7(), to: "resolved", reason: "over" });
  await expect(startRun(actor, incident.number, input())).rejects.toEqual(refusal("conflict"));
  await changeStatus(actor, incident.number, { id: uuidv7(), to: "open", reason: "back" });
  await expect(startRun(actor, incident.number, input())).resolves.toBeDefined();
});

test("a duplicate is merged once, is resolved by it, and stays so; both say where the other is", async () => {
  const [duplicate, target] = [await createIncident(), await createIncident()];
  const actor = await createActor();
  const into = target.number;
  await Promise.all([
    mergeIncident(actor, duplicate.number, { into }),
    mergeIncident(actor, duplicate.number, { into }),
  ]);
  expect((await kindsOf(duplicate.id)).slice(2)).toEqual(["status.changed", "incident.merged"]);
  expect((await kindsOf(target.id)).slice(2)).toEqual(["incident.absorbed"]);
  expect(await db().incident.findUnique({ where: { id: duplicate.id } })).toMatchObject({
    status: "resolved",
    mergedIntoId: target.id,
  });
  await expect(
    changeStatus(actor, duplicate.number, { id: uuidv7(), to: "open", reason: "back" }),
  ).rejects.toEqual(refusal("conflict"));
  await expect(
    changeStatus(actor, target.number, { id: uuidv7(), to: "mitigated", reason: null }),
  ).resolves.toBeDefined();
});

test("a merged duplicate takes nothing further but answers repeats; the one that goes on takes notes", async () => {
  const [duplicate, target] = [await createIncident(), await createIncident()];
  const actor = await createActor();
  const aNote = () => ({
    id: uuidv7(),
    kind: "incident.noted" as const,
    runId: null,
    stepId: null,
    data: { note: "Seen again" },
    occurredAt: new Date().toISOString(),
  });
  const first = aNote();
  await recordEvent(actor, duplicate.number, first);
  await mergeIncident(actor, duplicate.number, { into: target.number });
  await expect(recordEvent(actor, duplicate.number, aNote())).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("which goes on. Work there."),
  });
  await expect(recordEvent(actor, duplicate.number, first)).resolves.toMatchObject({ isRepeat: true });
  await expect(recordEvent(actor, target.number, aNote())).resolves.toMatchObject({ isRepeat: false });
  expect((await kindsOf(duplicate.id)).at(-1)).toBe("incident.merged");
});

test("two incidents that are merged into each other at once leave one of them open", async () => {
  const [one, other] = [await createIncident(), await createIncident()];
  const actor = await createActor();
  const settled = await Promise.allSettled([
    mergeIncident(actor, one.number, { into: other.number }),
    mergeIncident(actor, other.number, { into: one.number }),
  ]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("no merge into itself, into what is over, of a drill with a real one, or by a reader", async () => {
  const [incident, drill, over] = [
    await createIncident(),
    await createIncident({ isDrill: true }),
    await createIncident(),
  ];
  const actor = await createActor();
  await changeStatus(actor, over.number, { id: uuidv7(), to: "resolved", reason: "over" });
  for (const into of [incident.number, drill.number, over.number]) {
    await expect(mergeIncident(actor, incident.number, { into })).rejects.toEqual(refusal("conflict"));
  }
  await expect(mergeIncident(actor, incident.number, { into: 999_999 })).rejects.toEqual(
    refusal("not-found"),
  );
  const into = (await createIncident()).number;
  await expect(
    mergeIncident(await createActor({ role: "reader" }), incident.number, { into }),
  ).rejects.toEqual(refusal("forbidden"));
  await expect(mergeIncident(actor, incident.number, { into })).resolves.toBeDefined();
});
