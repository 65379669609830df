import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createEvent, createIncident, createRevision, createRunbook } from "@/lib/db/testing";
import { roles } from "@/lib/domain/actor";
import { formatIncidentKey } from "@/lib/domain/incident-key";
import { recordEvent } from "@/lib/features/events/record-event";
import { changeStatus } from "@/lib/features/events/testing/change-status";
import { exportReview, getReview } from "./get-review";

const source =
  "# Orders\n\n## Mend\n\n- [ ] Look at the queue\n- [ ] Restart the worker\n- [ ] Tell the shop\n";

async function incidentOf(title = "Orders stay unpaid") {
  const runbook = await createRunbook({ source, title: "Orders" });
  return createIncident({ title, runbook });
}

test("the review keeps to the revision that was followed, although the runbook went on", async () => {
  const actor = await createActor();
  const incident = await incidentOf();
  const { steps } = (await getReview(actor, formatIncidentKey(incident.number))).review;
  const [look = "", restart = ""] = steps.map((step) => step.stepId);
  const act = (kind: "step.checked" | "step.unchecked", stepId: string) =>
    recordEvent(actor, incident.number, {
      id: uuidv7(),
      kind,
      runId: incident.run.id,
      stepId,
      occurredAt: new Date().toISOString(),
      data: {},
    });
  await act("step.checked", look);
  await act("step.checked", restart);
  await act("step.unchecked", restart);
  await changeStatus(actor, incident.number, { id: uuidv7(), to: "resolved", reason: "false alarm" });
  await createRevision(incident.runbook, { source: "# Orders\n\n- [ ] Something else\n" });

  const { runs, review, events } = await getReview(actor, formatIncidentKey(incident.number));
  expect(runs).toMatchObject([{ revision: 1, newestRevision: 2, sha256: incident.runbook.revision.sha256 }]);
  expect(review.steps.map(({ text, end }) => [text, end])).toEqual([
    ["Look at the queue", "done"],
    ["Restart the worker", "undone"],
    ["Tell the shop", "untouched"],
  ]);
  expect(review.status).toBe("resolved");
  expect(review.durations.toResolved).toBeGreaterThanOrEqual(0);
  expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(review.deviations.map((deviation) => deviation.kind)).toEqual(["undone", "left-open"]);
});

test("a long record is read whole", async () => {
  const actor = await createActor();
  const incident = await incidentOf();
  await db().$transaction(async (tx) => {
    await tx.event.createMany({
      data: Array.from({ length: 1_100 }, (_, index) => ({
        id: uuidv7(),
        incidentId: incident.id,
        seq: index + 3,
        kind: "incident.noted",
        data: { note: `Note ${index}` },
        actorId: actor.id,
        actorName: actor.name,
        occurredAt: new Date(),
      })),
    });
    await tx.incident.update({ where: { id: incident.id }, data: { lastSeq: 1_102 } });
  });
  const { review } = await getReview(actor, formatIncidentKey(incident.number));
  expect(review.timeline.map((line) => line.seq)).toEqual(
    Array.from({ length: 1_102 }, (_, index) => index + 1),
  );
});

test("what looks like a secret leaves in no export, however it got into the record", async () => {
  const actor = await createActor();
  const incident = await incidentOf("Login with password=hunter2-title fails");
  const secret = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
  await createEvent(incident, { kind: "incident.noted", data: { note: `token=${secret}` } }, actor);
  await createEvent(
    incident,
    {
      kind: "command.copied",
      runId: incident.run.id,
      data: { commandId: "c1", text: `curl -H "Authorization: Bearer ${secret}" https://example.com` },
    },
    actor,
  );
  for (const format of ["md", "json"] as const) {
    const { body } = await exportReview(actor, formatIncidentKey(incident.number), format);
    expect(body).not.toContain(secret);
    expect(body).not.toContain("hunter2");
    expect(body).toContain("https://example.com");
  }
});

test("a file has the incident's name and type", async () => {
  const actor = await createActor();
  const incident = await incidentOf();
  const key = formatIncidentKey(incident.number);
  const markdown = await exportReview(actor, key.toLowerCase(), "md");
  expect(markdown).toMatchObject({ name: `${key}.md`, contentType: "text/markdown; charset=utf-8" });
  expect(markdown.body).toContain(`# ${key}: Orders stay unpaid`);
  const json = await exportReview(actor, key, "json");
  expect(JSON.parse(json.body)).toMatchObject({
    schemaVersion: 2,
    incident: { key },
    runs: [{ revision: 1 }],
  });
});

test.each(roles)("a %s reads and exports a review", async (role) => {
  const actor = await createActor({ role });
  const incident = await incidentOf();
  const key = formatIncidentKey(incident.number);
  await expect(getReview(actor, key)).resolves.toMatchObject({ incident: { key } });
  await expect(exportReview(actor, key, "md")).resolves.toMatchObject({ name: `${key}.md` });
});

test.each(["INC-9999", "INC-0", "nonsense", "INC-99999999999"])("%s is no incident", async (key) => {
  await expect(getReview(await createActor(), key)).rejects.toMatchObject({ code: "not-found" });
});
