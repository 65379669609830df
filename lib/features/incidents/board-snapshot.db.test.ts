import { beforeAll, expect, test } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { createActor, createEvent, createIncident, createRunbook } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { keepBoard } from "./board-snapshot";
import { getBoard } from "./get-board";
import { listIncidents } from "./list-incidents";
import { refreshBoards } from "./refresh-boards";

const source = "# Slow\n\n## Act\n\n- [ ] Look\n- [ ] Scale up\n";
const shared = globalThis as { portalDb?: ReturnType<typeof db>; portalBoards?: unknown };

let actor: Actor;
beforeAll(async () => {
  actor = await createActor({ role: "reader" });
});

/** Runs `work` while nobody answers at the database's address; as in a process just started when `isNew`. */
async function withoutDatabase<T>(work: () => Promise<T>, { isNew = false } = {}): Promise<T> {
  const alive = db();
  const dead = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
  shared.portalDb = dead;
  if (isNew) delete shared.portalBoards;
  try {
    return await work();
  } finally {
    shared.portalDb = alive;
    await dead.$disconnect();
  }
}

async function ongoing(title: string) {
  const incident = await createIncident({ runbook: await createRunbook({ source }), title });
  const steps = (await getBoard(actor, incident.number)).runs[0]?.compiled.model.steps ?? [];
  const tick = (index: number) =>
    createEvent(
      incident,
      { kind: "step.checked", runId: incident.run.id, stepId: steps[index]?.id ?? "" },
      actor,
    );
  return { ...incident, tick };
}

test("a board that nobody opened is shown in an outage as it last was, from memory and after a new start", async () => {
  const { number, tick } = await ongoing("Never opened");
  await tick(0);
  await refreshBoards();
  const alive = await getBoard(actor, number);
  expect(alive).toMatchObject({ stale: null, state: { seq: 3 } });

  for (const isNew of [false, true]) {
    const board = await withoutDatabase(() => getBoard(actor, number), { isNew });
    expect(Date.now() - new Date(board.stale?.asOf ?? 0).getTime()).toBeLessThan(60_000);
    expect({ ...board, stale: null }).toEqual(alive);
    const { incidents, stale } = await withoutDatabase(() => listIncidents(actor, { status: "open" }));
    expect(stale).not.toBeNull();
    expect(incidents).toContainEqual(expect.objectContaining({ title: "Never opened", done: 1, total: 2 }));
  }
});

test("a tick reaches the copy with the next look, and one that was read before it does not undo that", async () => {
  const { number, tick } = await ongoing("Goes on");
  await tick(0);
  await refreshBoards();
  await tick(1);
  await refreshBoards();
  const seqOf = async () => (await withoutDatabase(() => getBoard(actor, number))).state.seq;
  expect(await seqOf()).toBe(4);
});

test("a copy of a record that a backup has replaced gives way to what is there now", async () => {
  const { number, tick } = await ongoing("Restored");
  await tick(0);
  const board = await getBoard(actor, number);
  keepBoard({ ...board, state: { ...board.state, seq: 40 } });
  const seqOf = async (isNew = false) =>
    (await withoutDatabase(() => getBoard(actor, number), { isNew })).state.seq;
  expect(await seqOf()).toBe(40);
  await refreshBoards();
  expect(await seqOf()).toBe(3);
  await tick(1);
  await refreshBoards();
  expect(await seqOf()).toBe(4);
  // One that was read before the tick does not undo it.
  keepBoard(board);
  expect(await seqOf()).toBe(4);
  expect(await seqOf(true)).toBe(4);
});

test("what is resolved for long is let go, and what nobody kept is said to be unknown", async () => {
  const { number, id } = await ongoing("Over");
  await refreshBoards();
  const resolve = (resolvedAt: Date) =>
    db().incident.update({ where: { id }, data: { status: "resolved", resolvedAt } });
  await resolve(new Date());
  await refreshBoards();
  await expect(withoutDatabase(() => getBoard(actor, number))).resolves.toBeDefined();
  await resolve(new Date(Date.now() - 2 * 3_600_000));
  await refreshBoards();
  const refused = withoutDatabase(() => getBoard(actor, 987_654));
  await expect(refused).rejects.toMatchObject({ code: "unavailable" });
  expect(await withoutDatabase(() => listIncidents(actor, { status: "resolved" }))).toMatchObject({
    incidents: [{ title: "Over" }],
  });
});
