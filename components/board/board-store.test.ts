import { afterEach, expect, test, vi } from "vitest";
import { createOutbox } from "@/components/outbox/outbox";
import { NotKeptError } from "@/components/outbox/outbox-storage";
import type { Outbox } from "@/components/outbox/outbox-types";
import type { Outcome } from "@/components/outbox/send-entry";
import { memoryLock, memoryStorage } from "@/components/outbox/testing/memory-storage";
import { refused, slowPortal } from "@/components/outbox/testing/test-portal";
import { emptyBoard } from "@/lib/domain/board-state";
import { stateOf } from "@/lib/domain/checklist";
import { timersOf } from "@/lib/domain/facts/timers";
import type { EventInput } from "@/lib/domain/incident-event";
import { toOptimisticEvent } from "@/lib/domain/optimistic-event";
import { type Act, createBoardStore } from "./board-store";

const runId = "01890000-0000-7000-8000-000000000001";
const incident = { id: "01890000-0000-7000-8000-0000000000aa", key: "INC-0001" };
const person = { id: "ana", name: "Ana" };
const check = (stepId: string): Act => ({ kind: "step.checked", runId, stepId, data: {} });
const uncheck = (stepId: string): Act => ({ kind: "step.unchecked", runId, stepId, data: {} });

const open: Outbox[] = [];
afterEach(() => {
  for (const outbox of open.splice(0)) outbox.stop();
});

/** A board with an outbox of its own, and a portal that answers when told to and numbers what it keeps. */
function setUp() {
  const portal = slowPortal();
  const storage = memoryStorage();
  const outbox = createOutbox({ personId: person.id, storage, lock: memoryLock(), send: portal.send });
  open.push(outbox);
  const store = createBoardStore({
    initial: emptyBoard,
    person,
    incident,
    outbox: () => outbox,
    stepText: (id) => `Step ${id}`,
  });
  store.listen();
  let seq = 0;
  const keep = (input: EventInput) => {
    seq += 1;
    return toOptimisticEvent(input, { seq, person, board: emptyBoard });
  };
  const answer = (index: number, outcome: Outcome) => portal.asked[index]?.answer(outcome);
  const accept = (index: number) => {
    const entry = portal.asked[index]?.entry;
    if (entry?.kind === "event") answer(index, { kind: "kept", answer: { event: keep(entry.body) } });
  };
  const asks = (count: number) => vi.waitFor(() => expect(portal.asked).toHaveLength(count));
  const shown = (stepId: string) => stateOf(store.get().shown.checklist, runId, stepId);
  return { portal, storage, outbox, store, keep, answer, accept, asks, shown };
}

test("a tick shows once it is kept, waits for the portal, and stays when the portal has it", async () => {
  const { store, accept, asks, shown, storage } = setUp();
  store.act(check("a"));
  await vi.waitFor(() => expect(shown("a")).toBe("done"));
  expect(store.get().unsaved).toMatchObject([{ state: "waiting", message: null }]);
  expect(await storage.all()).toMatchObject([{ incident: incident.id, about: "Step a" }]);
  await asks(1);
  const states: string[] = [];
  store.subscribe(() => states.push(shown("a")));
  accept(0);
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
  expect(new Set(states)).toEqual(new Set(["done"]));
  expect(store.get().shown.seq).toBe(1);
});

test("a refused tick goes back and says why; trying again sends the same id", async () => {
  const { portal, store, answer, accept, asks, shown } = setUp();
  store.act(check("a"));
  await asks(1);
  answer(0, refused);
  await vi.waitFor(() => expect(store.get().unsaved[0]?.message).toBe("The incident is resolved."));
  expect(shown("a")).toBe("open");

  store.retry(store.get().unsaved[0]?.input.id ?? "");
  await asks(2);
  expect(shown("a")).toBe("done");
  expect(portal.asked[1]?.entry.id).toBe(portal.asked[0]?.entry.id);
  accept(1);
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
});

test("what was refused can be given up", async () => {
  const { store, answer, asks } = setUp();
  store.act(check("a"));
  await asks(1);
  answer(0, refused);
  await vi.waitFor(() => expect(store.get().unsaved[0]?.state).toBe("refused"));
  store.discard(store.get().unsaved[0]?.input.id ?? "");
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
});

test("a tick that the device cannot store is not shown as done, and says so", async () => {
  const { store, storage, shown } = setUp();
  storage.add = () => Promise.reject(new NotKeptError("This device has no room left."));
  store.act(check("a"));
  await vi.waitFor(() => expect(store.get().unsaved).toHaveLength(1));
  expect(store.get().unsaved).toMatchObject([
    { state: "not-kept", message: "This device has no room left." },
  ]);
  expect(shown("a")).toBe("open");
});

test("acts lie over the board in their order", async () => {
  const { portal, store, accept, asks, shown } = setUp();
  store.act(check("a"));
  store.act(uncheck("a"));
  store.act(check("b"));
  await vi.waitFor(() => expect([shown("a"), shown("b")]).toEqual(["open", "done"]));
  for (let index = 0; index < 3; index += 1) {
    await asks(index + 1);
    accept(index);
  }
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
  expect(portal.asked.map(({ entry }) => entry.kind === "event" && entry.body.stepId)).toEqual([
    "a",
    "a",
    "b",
  ]);
  expect([shown("a"), shown("b")]).toEqual(["open", "done"]);
});

test("the own tick arriving by the stream before the answer counts once and waits no longer", async () => {
  const { portal, store, keep, answer, asks, shown } = setUp();
  store.act(check("a"));
  await asks(1);
  const entry = portal.asked[0]?.entry;
  if (entry?.kind !== "event") throw new Error("nothing was sent");
  const event = keep(entry.body);
  store.receive([event]);
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
  answer(0, { kind: "kept", answer: { event } });
  await vi.waitFor(() => expect(store.get().shown.recent).toHaveLength(1));
  expect(shown("a")).toBe("done");
});

test("news of others does not disturb what waits", async () => {
  const { store, answer, asks, shown } = setUp();
  store.act(check("a"));
  await asks(1);
  store.receive([
    {
      id: "x",
      seq: 7,
      kind: "step.skipped",
      runId,
      stepId: "a",
      data: { reason: "no effect" },
      actorId: "jon",
      actorName: "Jon",
      occurredAt: "2026-01-01T00:00:00Z",
      sentAt: null,
      recordedAt: "2026-01-01T00:00:00Z",
    },
  ]);
  expect(shown("a")).toBe("done");
  answer(0, refused);
  await vi.waitFor(() => expect(shown("a")).toBe("skipped"));
});

test("an act of another incident is none of this board's", async () => {
  const { store, outbox } = setUp();
  const id = "01890000-0000-7000-8000-0000000000ff";
  const occurredAt = "2026-01-01T00:00:00Z";
  const body = { ...check("a"), id, occurredAt } as EventInput;
  await outbox.add({ id, incident: "another", incidentKey: null, about: null, kind: "event", body });
  expect([outbox.get().entries.length, store.get().unsaved]).toEqual([1, []]);
});

test("an act on its way into the outbox is known at once, and no change from outside", async () => {
  const { store, shown, portal, storage } = setUp();
  store.act(check("a"));
  expect(shown("a")).toBe("open");
  expect(stateOf(store.ahead().checklist, runId, "a")).toBe("done");
  await vi.waitFor(() => expect(shown("a")).toBe("done"));
  expect(stateOf(store.ahead().checklist, runId, "a")).toBe("done");
  expect(store.outsideMark(runId, "a")).toBeNull();
  expect([store.hasActedOn(runId, "a"), store.hasActedOn(runId, "b")]).toEqual([true, false]);
  expect([portal.asked.length, (await storage.all()).length]).toEqual([1, 1]);
});

test("a change by somebody else, or in another tab, is noted with who made it", async () => {
  const { store, keep, outbox } = setUp();
  const occurredAt = "2026-01-01T00:00:00Z";
  const said = { ...check("a"), id: "01890000-0000-7000-8000-0000000000f1", occurredAt } as EventInput;
  store.receive([{ ...keep(said), actorId: "jon", actorName: "Jon" }]);
  expect(store.outsideMark(runId, "a")).toMatchObject({ state: "done", by: "Jon", isMe: false });
  const id = "01890000-0000-7000-8000-0000000000f2";
  const body = { ...check("b"), id, occurredAt } as EventInput;
  await outbox.add({ id, incident: incident.id, incidentKey: null, about: null, kind: "event", body });
  expect(store.outsideMark(runId, "b")).toMatchObject({ state: "done", isMe: true });
});

test("what settles a step stops its running timers, and only those", async () => {
  const { store, storage } = setUp();
  const start = (stepId: string): Act => ({
    kind: "timer.started",
    runId,
    stepId,
    data: { seconds: 900, label: "Wait" },
  });
  store.act(start("a"));
  store.act(start("b"));
  store.act({ kind: "step.claimed", runId, stepId: "a", data: {} });
  store.act(check("a"));
  store.act(check("a"));
  await vi.waitFor(async () => expect(await storage.all()).toHaveLength(6));
  const open = timersOf(store.ahead().facts).filter(({ stopped }) => stopped === null);
  expect(open.map(({ stepId }) => stepId)).toEqual(["b"]);
});
