import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import {
  createActor,
  createEvent,
  createIncident,
  createRevision,
  createRunbook,
  createSquad,
} from "./index";

test("an incident is a whole: runbook, run and the events that begin it", async () => {
  const incident = await createIncident({ title: "Orders stay unpaid" });
  expect(incident.lastSeq).toBe(2);
  const events = await db().event.findMany({ where: { incidentId: incident.id }, orderBy: { seq: "asc" } });
  expect(events.map((event) => [event.seq, event.kind])).toEqual([
    [1, "incident.opened"],
    [2, "run.started"],
  ]);
});

test("overrides win", async () => {
  const squad = await createSquad({ name: "Payments" });
  const runbook = await createRunbook({ squadId: squad.id, source: "# Own text\n", format: "mdx" });
  expect(runbook).toMatchObject({
    squadId: squad.id,
    currentRevision: 1,
    revision: { source: "# Own text\n", format: "mdx" },
  });
  expect((await createRevision(runbook)).revision).toMatchObject({ number: 2, parentNumber: 1 });
});

test("an actor that edits a squad is its member", async () => {
  const squad = await createSquad();
  const actor = await createActor({ role: "editor", editorOf: [squad.id] });
  expect(actor.memberOf).toEqual([squad.id]);
  expect(await db().membership.findMany({ where: { userId: actor.id } })).toMatchObject([{ isEditor: true }]);
});

test("each test file has a database of its own", async () => {
  expect(process.env.DATABASE_URL).toContain("/portal_test_");
  const incident = await createIncident();
  await createEvent(incident, { kind: "incident.noted", data: { note: "Seen" } });
  expect(await db().event.count({ where: { incidentId: incident.id } })).toBe(3);
});
