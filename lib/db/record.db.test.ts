import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createEvent, createIncident, createRevision, createRunbook, createUser } from "@/lib/db/testing";

// The record defends itself: these hold for every writer, also for one with psql.

const kept = [
  ["revisions", "message = 'other'"],
  ["runs", "started_at = now()"],
  ["events", "actor_name = 'other'"],
  ["audit_entries", "target = 'other'"],
] as const;

test.each(kept)("rows of %s are neither changed nor removed", async (table, change) => {
  await createIncident();
  await db().auditEntry.create({ data: { action: "squad.created", actorName: "A", target: "squad:a" } });
  const refusal = `Rows of ${table} are kept for good`;
  await expect(db().$executeRawUnsafe(`UPDATE ${table} SET ${change}`)).rejects.toThrow(refusal);
  await expect(db().$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow(refusal);
  await expect(db().$executeRawUnsafe(`TRUNCATE ${table} CASCADE`)).rejects.toThrow("are kept for good");
});

test("other rows are changed and removed as ever", async () => {
  const user = await createUser();
  await db().user.update({ where: { id: user.id }, data: { name: "Other" } });
  await db().user.delete({ where: { id: user.id } });
  expect(await db().user.findUnique({ where: { id: user.id } })).toBeNull();
});

test("revisions are numbered without gaps and current_revision follows", async () => {
  const runbook = await createRunbook();
  const { number, ...rest } = { ...runbook.revision, id: uuidv7() };
  await expect(db().revision.create({ data: { ...rest, number: number + 2 } })).rejects.toThrow(
    "leaves a gap",
  );
  await expect(db().revision.create({ data: { ...rest, number: number + 1 } })).rejects.toThrow(
    "its newest is 2",
  );
  expect((await createRevision(runbook)).currentRevision).toBe(2);
});

test("a number that is taken is a unique violation, so that a conflict can be told", async () => {
  const runbook = await createRunbook();
  await expect(db().revision.create({ data: { ...runbook.revision, id: uuidv7() } })).rejects.toMatchObject({
    code: "P2002",
  });
});

test("a runbook without a revision is refused at commit", async () => {
  await expect(db().runbook.create({ data: { slug: "bare", title: "Bare" } })).rejects.toThrow(
    "its newest is 0",
  );
});

test("events are numbered without gaps and last_seq follows", async () => {
  const incident = await createIncident();
  const event = { incidentId: incident.id, kind: "incident.noted", actorName: "A", occurredAt: new Date() };
  await expect(db().event.create({ data: { ...event, id: uuidv7(), seq: 4 } })).rejects.toThrow(
    "leaves a gap",
  );
  await expect(db().event.create({ data: { ...event, id: uuidv7(), seq: 0 } })).rejects.toThrow(
    "events_seq_check",
  );
  await expect(db().event.create({ data: { ...event, id: uuidv7(), seq: 3 } })).rejects.toThrow(
    "counts 2 events",
  );
  await expect(db().incident.update({ where: { id: incident.id }, data: { lastSeq: 3 } })).rejects.toThrow(
    "counts 3 events",
  );
  expect((await createEvent(incident, { kind: "incident.noted", data: { note: "Seen" } })).seq).toBe(3);
});

test("an event belongs to a run of its own incident", async () => {
  const [mine, other] = [await createIncident(), await createIncident()];
  const tick = (runId: string) => createEvent(mine, { kind: "step.checked", runId, stepId: "look" });
  await expect(tick(other.run.id)).rejects.toMatchObject({ code: "P2003" });
  expect((await tick(mine.run.id)).seq).toBe(3);
});

test("a tick names its run and step", async () => {
  const incident = await createIncident();
  await expect(createEvent(incident, { kind: "step.checked" })).rejects.toThrow("events_step_id_check");
});

test("a status has its time, and only its own", async () => {
  const { id } = await createIncident();
  const set = (data: object) => db().incident.update({ where: { id }, data });
  await expect(set({ status: "mitigated" })).rejects.toThrow("incidents_mitigated_at_check");
  await expect(set({ status: "resolved" })).rejects.toThrow("incidents_resolved_at_check");
  await set({ status: "mitigated", mitigatedAt: new Date() });
  await set({ status: "resolved", resolvedAt: new Date() });
  await expect(set({ status: "open" })).rejects.toThrow("incidents_resolved_at_check");
  expect(await set({ status: "open", resolvedAt: null, mitigatedAt: null })).toMatchObject({
    status: "open",
  });
});

test("titles are not empty, sums are sha-256, addresses are lower case", async () => {
  await expect(createIncident({ title: "  " })).rejects.toThrow("incidents_title_check");
  await expect(createRunbook({ title: " " })).rejects.toThrow("runbooks_title_check");
  await expect(createRunbook({ importSha256: "x".repeat(64) })).rejects.toThrow(
    "runbooks_import_sha256_check",
  );
  await expect(createUser({ email: "Ada@example.com" })).rejects.toThrow("users_email_check");
  expect((await createUser({ email: "ada@example.com" })).email).toBe("ada@example.com");
});
