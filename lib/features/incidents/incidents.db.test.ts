import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { createActor, createIncident, createRevision, createRunbook } from "@/lib/db/testing";
import { parseIncidentKey } from "@/lib/domain/incident-key";
import { changeStatus } from "@/lib/features/events/testing/change-status";
import { recordEvent } from "../events/record-event";
import { findIncidentKey } from "./find-incident-key";
import { getBoard } from "./get-board";
import { listIncidents } from "./list-incidents";
import { openIncident } from "./open-incident";
import { refreshBoards } from "./refresh-boards";

const refusal = (code: string, part: object = {}) =>
  expect.objectContaining({ name: "AppError", code, ...part });
const source = "# Slow\n\n## Act\n\n- [ ] Look\n- [ ] Scale up\n";

function order(runbookSlug: string) {
  return { id: uuidv7(), runbookSlug, title: "Checkout is slow", severity: "SEV2", isDrill: false } as const;
}

test("an incident follows the revision of its start, whatever is published later", async () => {
  const actor = await createActor();
  const runbook = await createRunbook({ source });
  const { key } = await openIncident(actor, order(runbook.slug));
  expect(key).toMatch(/^INC-\d{4,}$/);
  await createRevision(runbook, { source: "# Slow\n\nNothing to do.\n" });

  const board = await getBoard(actor, parseIncidentKey(key) ?? 0);
  expect(board.runs).toMatchObject([{ revision: 1, newestRevision: 2, runbook: { slug: runbook.slug } }]);
  expect(board.runs[0]?.compiled.model.steps.map((step) => step.text)).toEqual(["Look", "Scale up"]);
  expect(board.state.recent.map((event) => event.kind)).toEqual(["incident.opened", "run.started"]);
  expect(board.state).toMatchObject({ seq: 2, status: { value: "open" }, people: [{ name: actor.name }] });
});

test("an incident that a device opened by itself follows the revision that it showed", async () => {
  const actor = await createActor();
  const [runbook, other] = [await createRunbook({ source }), await createRunbook({ source })];
  await createRevision(runbook, { source: "# Slow\n\nNothing to do.\n" });
  const wish = { ...order(runbook.slug), runId: uuidv7(), revision: 1 };
  const { key, runId } = await openIncident(actor, wish);
  expect(runId).toBe(wish.runId);

  const board = await getBoard(actor, parseIncidentKey(key) ?? 0);
  expect(board.runs).toMatchObject([{ id: runId, revision: 1, newestRevision: 2 }]);
  const [step] = board.runs[0]?.compiled.model.steps ?? [];
  const tick = { id: uuidv7(), kind: "step.checked", runId, stepId: step?.id ?? "", data: {} } as const;
  await recordEvent(actor, parseIncidentKey(key) ?? 0, { ...tick, occurredAt: new Date().toISOString() });

  // Another runbook's revisions are not this one's.
  const missing = { ...order(other.slug), revision: 2 };
  await expect(openIncident(actor, missing)).rejects.toEqual(refusal("not-found"));
  await expect(openIncident(actor, { ...missing, revision: 1 })).resolves.toBeDefined();
});

test("an incident is found by the id of the browser, in an outage as far as the list remembers", async () => {
  const actor = await createActor();
  const { key, id } = await openIncident(actor, order((await createRunbook({ source })).slug));
  expect(await findIncidentKey(actor, id)).toBe(key);
  await refreshBoards();
  const shared = globalThis as { portalDb?: ReturnType<typeof db> };
  const alive = db();
  const dead = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
  shared.portalDb = dead;
  try {
    expect(await findIncidentKey(actor, id)).toBe(key);
    expect(await findIncidentKey(actor, uuidv7())).toBeNull();
  } finally {
    shared.portalDb = alive;
    await dead.$disconnect();
  }
});

test("sending the form twice opens one incident", async () => {
  const actor = await createActor();
  const runbook = await createRunbook({ source });
  const wish = order(runbook.slug);
  const keys = await Promise.all([openIncident(actor, wish), openIncident(actor, wish)]);
  expect(keys[0]).toEqual(keys[1]);
  await expect(openIncident(await createActor(), wish)).rejects.toEqual(refusal("conflict"));
  expect(await db().incident.count({ where: { runbookId: runbook.id } })).toBe(1);
});

test("a reader cannot open an incident, and nobody from a runbook that is gone", async () => {
  const runbook = await createRunbook({ source });
  const reader = await createActor({ role: "reader" });
  await expect(openIncident(reader, order(runbook.slug))).rejects.toEqual(refusal("forbidden"));
  const responder = await createActor({ role: "responder" });
  await expect(openIncident(responder, order("no-such-runbook"))).rejects.toEqual(refusal("not-found"));
  await expect(openIncident(responder, order(runbook.slug))).resolves.toBeDefined();
});

test("who opened an incident is told so again when the role is gone; others are told nothing", async () => {
  const actor = await createActor();
  const wish = order((await createRunbook({ source })).slug);
  const opened = await openIncident(actor, wish);
  await expect(openIncident({ ...actor, role: "reader" }, wish)).resolves.toEqual(opened);
  const reader = await createActor({ role: "reader" });
  await expect(openIncident(reader, wish)).rejects.toEqual(refusal("forbidden"));
  await expect(openIncident({ ...actor, role: "reader" }, order(wish.runbookSlug))).rejects.toEqual(
    refusal("forbidden"),
  );
});

test("a run's id that is taken is refused for good, so that no device sends it for ever", async () => {
  const actor = await createActor();
  const runbook = await createRunbook({ source });
  const { runId } = await openIncident(actor, order(runbook.slug));
  const second = order(runbook.slug);
  await expect(openIncident(actor, { ...second, runId })).rejects.toEqual(refusal("conflict"));
  await expect(openIncident(actor, { ...second, runId: uuidv7() })).resolves.toMatchObject({ id: second.id });
});

test("the list counts the steps that need nothing more", async () => {
  const actor = await createActor();
  const incident = await createIncident({ runbook: await createRunbook({ source }), title: "Counted" });
  const board = await getBoard(actor, incident.number);
  const [look, scale] = board.runs[0]?.compiled.model.steps ?? [];
  const base = { runId: incident.run.id, occurredAt: new Date().toISOString() };
  const mark = (stepId: string | undefined, kind: "step.checked" | "step.unchecked") =>
    recordEvent(actor, incident.number, { ...base, id: uuidv7(), stepId: stepId ?? "", kind, data: {} });
  await mark(look?.id, "step.checked");
  await mark(scale?.id, "step.checked");
  await mark(scale?.id, "step.unchecked");

  const listed = (await listIncidents(actor, { status: "open" })).incidents.find(
    (item) => item.title === "Counted",
  );
  expect(listed).toMatchObject({ done: 1, total: 2, isDrill: false, runbookTitle: incident.runbook.title });
  expect((await listIncidents(actor, { status: "resolved" })).incidents).not.toContainEqual(listed);
});

test("resolving with open steps asks for a reason and keeps it with the count", async () => {
  const actor = await createActor();
  const { number } = await createIncident({ runbook: await createRunbook({ source }) });
  await changeStatus(actor, number, { id: uuidv7(), to: "mitigated", reason: null });
  await expect(changeStatus(actor, number, { id: uuidv7(), to: "resolved", reason: null })).rejects.toEqual(
    refusal("invalid", { details: { openSteps: 2, currentStatus: "mitigated" } }),
  );
  const id = uuidv7();
  const { event } = await changeStatus(actor, number, {
    id,
    to: "resolved",
    reason: "The rest is for Monday",
  });
  expect(event.data).toEqual({
    from: "mitigated",
    to: "resolved",
    reason: "The rest is for Monday",
    openSteps: 2,
  });
  const again = await changeStatus(actor, number, { id, to: "resolved", reason: "The rest is for Monday" });
  expect(again.event.seq).toBe(event.seq);

  const row = await db().incident.findUniqueOrThrow({ where: { number } });
  expect(row.status).toBe("resolved");
  expect(row.mitigatedAt).not.toBeNull();
  expect(row.resolvedAt).not.toBeNull();

  await expect(changeStatus(actor, number, { id: uuidv7(), to: "mitigated", reason: "x" })).rejects.toEqual(
    refusal("conflict"),
  );
  await changeStatus(actor, number, { id: uuidv7(), to: "open", reason: "It is back" });
  const reopened = await db().incident.findUniqueOrThrow({ where: { number } });
  expect(reopened).toMatchObject({ status: "open", mitigatedAt: null, resolvedAt: null });
});

test("two people who resolve at once: one does, the other is told", async () => {
  const [ana, jon] = [await createActor(), await createActor()];
  const { number } = await createIncident({ runbook: await createRunbook({ source }) });
  const resolve = (actor: typeof ana) =>
    changeStatus(actor, number, { id: uuidv7(), to: "resolved", reason: "Over" });
  const outcomes = await Promise.allSettled([resolve(ana), resolve(jon)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a reader cannot change the status, a responder can", async () => {
  const { number } = await createIncident({ runbook: await createRunbook({ source }) });
  const change = { id: uuidv7(), to: "mitigated", reason: null } as const;
  const reader = await createActor({ role: "reader" });
  await expect(changeStatus(reader, number, change)).rejects.toEqual(refusal("forbidden"));
  await expect(changeStatus(await createActor(), number, change)).resolves.toBeDefined();
  await expect(getBoard(reader, number)).resolves.toMatchObject({
    state: { status: { value: "mitigated" } },
  });
  await expect(getBoard(reader, 999_999)).rejects.toEqual(refusal("not-found"));
});
