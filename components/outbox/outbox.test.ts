import { afterEach, expect, test, vi } from "vitest";
import type { OutboxChannel, OutboxMessage } from "./channel";
import { createOutbox, type OutboxOptions } from "./outbox";
import type { OutboxDraft } from "./outbox-entry";
import { NotKeptError } from "./outbox-storage";
import type { Kept, Outbox } from "./outbox-types";
import { memoryLock, memoryStorage } from "./testing/memory-storage";
import {
  again,
  draftOf,
  kept,
  noteOf,
  refused,
  signedOut,
  slowPortal,
  standingClock,
} from "./testing/test-portal";

const open: Outbox[] = [];
afterEach(() => {
  for (const outbox of open.splice(0)) outbox.stop();
});

function setUp(given: Partial<OutboxOptions> = {}) {
  const portal = slowPortal();
  const time = standingClock();
  const options = {
    personId: "ana",
    storage: memoryStorage(),
    lock: memoryLock(),
    send: portal.send,
    clock: time.clock,
    random: () => 0,
    ...given,
  };
  const start = (more: Partial<OutboxOptions> = {}) => {
    const outbox = createOutbox({ ...options, ...more });
    open.push(outbox);
    return outbox;
  };
  return { portal, time, options, start, outbox: start() };
}

const notesOf = (outbox: Outbox) => outbox.get().entries.map(noteOf);
const asks = (portal: ReturnType<typeof slowPortal>, count: number) =>
  vi.waitFor(() => expect(portal.asked).toHaveLength(count));

test("an act is stored before it is shown, and goes when the portal has it", async () => {
  const { portal, outbox, options } = setUp();
  await outbox.add(draftOf("a"));
  expect(notesOf(outbox)).toEqual(["a"]);
  expect((await options.storage.all()).map(noteOf)).toEqual(["a"]);
  await asks(portal, 1);
  portal.asked[0]?.answer(kept);
  await vi.waitFor(() => expect(notesOf(outbox)).toEqual([]));
  expect(await options.storage.all()).toEqual([]);
});

test("whoever follows the acknowledgements hears of one while the entry is still shown", async () => {
  const { portal, outbox } = setUp();
  const heard: { kept: Kept; shown: string[] }[] = [];
  outbox.onKept((one) => heard.push({ kept: one, shown: notesOf(outbox) }));
  const draft = draftOf("a");
  await outbox.add(draft);
  await asks(portal, 1);
  portal.asked[0]?.answer({ kind: "kept", answer: { event: 7 } });
  await vi.waitFor(() => expect(notesOf(outbox)).toEqual([]));
  expect(heard).toEqual([
    { kept: { id: draft.id, incident: draft.incident, answer: { event: 7 } }, shown: ["a"] },
  ]);
});

test("acts of one incident go in their order, another incident does not wait for them", async () => {
  const { portal, outbox } = setUp();
  await outbox.add(draftOf("a1", "a"));
  await outbox.add(draftOf("a2", "a"));
  await outbox.add(draftOf("b1", "b"));
  await asks(portal, 2);
  expect(portal.notes()).toEqual(["a1", "b1"]);
  portal.asked[0]?.answer(kept);
  await asks(portal, 3);
  expect(portal.notes()).toEqual(["a1", "b1", "a2"]);
});

test("a lost answer is asked for again with the same id, after a pause that grows up to a cap", async () => {
  const { portal, time, outbox } = setUp();
  await outbox.add(draftOf("a"));
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await asks(portal, attempt + 1);
    portal.asked[attempt]?.answer(again);
    const pause = Math.min(500 * 2 ** attempt, 2_500);
    await vi.waitFor(() => expect(time.waits()).toEqual([pause]));
    time.goOn(pause - 1);
    expect(portal.asked).toHaveLength(attempt + 1);
    time.goOn(1);
  }
  await asks(portal, 5);
  expect(new Set(portal.asked.map(({ entry }) => entry.id)).size).toBe(1);
  portal.asked[4]?.answer(kept);
  await vi.waitFor(() => expect(notesOf(outbox)).toEqual([]));
});

test("a portal that says when is asked then", async () => {
  const { portal, time, outbox } = setUp();
  await outbox.add(draftOf("a"));
  await asks(portal, 1);
  portal.asked[0]?.answer({ kind: "again", afterMs: 30_000 });
  await vi.waitFor(() => expect(time.waits()).toEqual([30_000]));
});

test("a wake and a new act end the pause at once", async () => {
  const { portal, outbox } = setUp();
  await outbox.add(draftOf("a"));
  await asks(portal, 1);
  portal.asked[0]?.answer(again);
  await vi.waitFor(() => expect(outbox.get().entries[0]?.trouble).toBe("unreachable"));
  outbox.wake();
  await asks(portal, 2);
  portal.asked[1]?.answer(again);
  await vi.waitFor(() => expect(outbox.get().entries[0]?.attempts).toBe(2));
  await outbox.add(draftOf("b"));
  await asks(portal, 3);
  expect(portal.notes()).toEqual(["a", "a", "a"]);
});

test("a refused act stays with its reason, later ones go on, and trying again sends the same id", async () => {
  const { portal, outbox } = setUp();
  await outbox.add(draftOf("a"));
  await outbox.add(draftOf("b"));
  await asks(portal, 1);
  portal.asked[0]?.answer(refused);
  await asks(portal, 2);
  portal.asked[1]?.answer(kept);
  await vi.waitFor(() => expect(notesOf(outbox)).toEqual(["a"]));
  const [entry] = outbox.get().entries;
  expect(entry).toMatchObject({
    state: "refused",
    refusal: { status: 409, message: "The incident is resolved." },
  });

  await outbox.retry(entry?.id ?? "");
  await asks(portal, 3);
  expect(portal.asked[2]?.entry.id).toBe(entry?.id);
  portal.asked[2]?.answer(kept);
  await vi.waitFor(() => expect(notesOf(outbox)).toEqual([]));
});

test("only giving it up removes a refused act", async () => {
  const { portal, outbox, options } = setUp();
  await outbox.add(draftOf("a"));
  await asks(portal, 1);
  portal.asked[0]?.answer(refused);
  await vi.waitFor(() => expect(outbox.get().entries[0]?.state).toBe("refused"));
  outbox.wake();
  await vi.waitFor(() => expect(outbox.get().entries[0]?.state).toBe("refused"));
  await outbox.discard(outbox.get().entries[0]?.id ?? "");
  expect(await options.storage.all()).toEqual([]);
});

test("a session that ended stops the queue until something wakes it", async () => {
  const { portal, time, outbox } = setUp();
  await outbox.add(draftOf("a"));
  await asks(portal, 1);
  portal.asked[0]?.answer(signedOut);
  await vi.waitFor(() => expect(outbox.get().needsSignIn).toBe(true));
  time.goOn(600_000);
  expect([portal.asked.length, time.waits()]).toEqual([1, []]);
  outbox.wake();
  await asks(portal, 2);
  await outbox.add(draftOf("b"));
  portal.asked[1]?.answer(kept);
  await asks(portal, 3);
  expect(portal.notes()).toEqual(["a", "a", "b"]);
  expect(outbox.get().needsSignIn).toBe(false);
});

test("what another person did is neither sent nor shown, only counted; the person's own goes", async () => {
  const { portal, outbox, start } = setUp();
  await outbox.add(draftOf("of ana"));
  await asks(portal, 1);
  portal.asked[0]?.answer(signedOut);
  await vi.waitFor(() => expect(outbox.get().needsSignIn).toBe(true));
  outbox.stop();

  const jon = start({ personId: "jon" });
  await jon.add(draftOf("of jon"));
  expect(notesOf(jon)).toEqual(["of jon"]);
  expect(jon.get().foreign.map(noteOf)).toEqual(["of ana"]);
  await asks(portal, 2);
  portal.asked[1]?.answer(kept);
  await vi.waitFor(() => expect(notesOf(jon)).toEqual([]));
  jon.stop();

  start();
  await asks(portal, 3);
  expect(portal.notes()).toEqual(["of ana", "of jon", "of ana"]);
});

test("a tab that dies between storing and sending, or before it hears the answer, leaves it to the next", async () => {
  const { portal, outbox, start } = setUp();
  const draft = draftOf("a");
  await outbox.add(draft);
  await asks(portal, 1);
  outbox.stop();
  portal.asked[0]?.answer(kept);

  const next = start({ lock: memoryLock() });
  await asks(portal, 2);
  expect(portal.asked[1]?.entry.id).toBe(draft.id);
  portal.asked[1]?.answer(kept);
  await vi.waitFor(() => expect(next.get()).toMatchObject({ isLoaded: true, entries: [] }));
});

test("what was done in an incident waits until the portal knows the incident", async () => {
  const { portal, outbox } = setUp();
  const opening: OutboxDraft = {
    id: "i",
    incident: "i",
    incidentKey: null,
    about: "Checkout is slow",
    kind: "incident",
    body: { id: "i", runbookSlug: "x", title: "Checkout is slow", severity: "SEV2", isDrill: false },
  };
  await outbox.add(opening);
  await outbox.add(draftOf("a", "i", null));
  await asks(portal, 1);
  portal.asked[0]?.answer(refused);
  await vi.waitFor(() => expect(outbox.get().entries[0]?.state).toBe("refused"));
  outbox.wake();
  expect(portal.notes()).toEqual(["incident"]);
  await outbox.retry("i");
  await asks(portal, 2);
  portal.asked[1]?.answer({ kind: "kept", answer: { key: "INC-0007" } });
  await asks(portal, 3);
  expect(portal.notes()).toEqual(["incident", "incident", "a"]);
  expect(outbox.get().entries).toMatchObject([{ incidentKey: "INC-0007" }]);
});

test("what the device cannot store is said, is sent all the same, and can be tried again", async () => {
  const storage = memoryStorage();
  let isFull = true;
  const add = storage.add;
  storage.add = (entry) =>
    isFull ? Promise.reject(new NotKeptError("This device has no room left.")) : add(entry);
  const { portal, outbox } = setUp({ storage });
  await expect(outbox.add(draftOf("a"))).rejects.toThrow("no room");
  expect(notesOf(outbox)).toEqual([]);
  expect(outbox.get().unkept).toMatchObject([{ message: "This device has no room left." }]);
  await asks(portal, 1);
  portal.asked[0]?.answer(again);

  isFull = false;
  await outbox.retry(outbox.get().unkept[0]?.entry.id ?? "");
  expect(outbox.get().unkept).toEqual([]);
  await asks(portal, 2);
  expect(portal.asked[1]?.entry.id).toBe(portal.asked[0]?.entry.id);
  portal.asked[1]?.answer(kept);
  await vi.waitFor(() => expect(notesOf(outbox)).toEqual([]));

  isFull = true;
  await expect(outbox.add(draftOf("b"))).rejects.toThrow(NotKeptError);
  await asks(portal, 3);
  portal.asked[2]?.answer(kept);
  await vi.waitFor(() => expect(outbox.get().unkept).toEqual([]));
});

/** Whose storage takes nothing while it is full. */
function fillingStorage() {
  const storage = memoryStorage();
  const { add } = storage;
  const device = { isFull: false, adds: [] as string[] };
  storage.add = (entry) => {
    device.adds.push(noteOf(entry));
    return device.isFull ? Promise.reject(new NotKeptError("This device has no room left.")) : add(entry);
  };
  return { storage, device };
}

test("what could not be stored goes once what was stored before it has gone", async () => {
  const { storage, device } = fillingStorage();
  const { portal, outbox } = setUp({ storage });
  await outbox.add(draftOf("a"));
  device.isFull = true;
  await expect(outbox.add(draftOf("b"))).rejects.toThrow(NotKeptError);
  await asks(portal, 1);
  portal.asked[0]?.answer(kept);
  await asks(portal, 2);
  portal.asked[1]?.answer(kept);
  await vi.waitFor(() => expect(outbox.get().unkept).toEqual([]));
  expect(portal.notes()).toEqual(["a", "b"]);
});

test("an acknowledgement ends the pause of what could not be stored", async () => {
  const { storage, device } = fillingStorage();
  const { portal, time, outbox } = setUp({ storage });
  device.isFull = true;
  await expect(outbox.add(draftOf("a", "a"))).rejects.toThrow(NotKeptError);
  await asks(portal, 1);
  portal.asked[0]?.answer(again);
  await vi.waitFor(() => expect(time.waits()).toEqual([500]));
  device.isFull = false;
  await outbox.add(draftOf("b", "b"));
  await asks(portal, 2);
  portal.asked[1]?.answer(kept);
  await asks(portal, 3);
  expect(portal.notes()).toEqual(["a", "b", "a"]);
});

test("what was given up while something before it was stored stays given up", async () => {
  const { storage, device } = fillingStorage();
  const { outbox } = setUp({ storage, send: () => new Promise(() => {}) });
  const [first, second] = [draftOf("a"), draftOf("b")];
  device.isFull = true;
  await expect(outbox.add(first)).rejects.toThrow(NotKeptError);
  await expect(outbox.add(second)).rejects.toThrow(NotKeptError);
  device.isFull = false;
  device.adds.length = 0;
  const adding = outbox.add(draftOf("c"));
  await outbox.discard(second.id);
  await adding;
  expect(device.adds).toEqual(["a", "c"]);
  expect(notesOf(outbox)).toEqual(["a", "c"]);
});

/** Two ends of one channel. */
function twoEnds(): [OutboxChannel, OutboxChannel] {
  const ears: ((message: OutboxMessage) => void)[] = [];
  const end = (own: number): OutboxChannel => ({
    post: (message) => queueMicrotask(() => ears[1 - own]?.(message)),
    listen: (ear) => {
      ears[own] = ear;
    },
    close: () => {},
  });
  return [end(0), end(1)];
}

test("two tabs both show an act, one sends it, and both hear of the acknowledgement", async () => {
  const [one, two] = twoEnds();
  const { portal, outbox, start } = setUp({ channel: one });
  const other = start({ channel: two });
  const heard: Kept[] = [];
  other.onKept((each) => heard.push(each));
  await outbox.add(draftOf("a"));
  await vi.waitFor(() => expect(notesOf(other)).toEqual(["a"]));
  await asks(portal, 1);
  portal.asked[0]?.answer({ kind: "kept", answer: "yes" });
  await vi.waitFor(() => expect([notesOf(outbox), notesOf(other)]).toEqual([[], []]));
  expect(portal.asked).toHaveLength(1);
  expect(heard.map((each) => each.answer)).toEqual(["yes"]);
});

test("when the tab that sends dies, the other goes on where it stopped", async () => {
  const [one, two] = twoEnds();
  const { portal, outbox, start, options } = setUp({ channel: one });
  await outbox.add(draftOf("a"));
  await outbox.add(draftOf("b"));
  const other = start({ channel: two });
  await asks(portal, 1);
  // The lock is given back with the tab; its answer is never read.
  outbox.stop();
  portal.asked[0]?.answer(kept);
  await asks(portal, 2);
  portal.asked[1]?.answer(kept);
  await asks(portal, 3);
  portal.asked[2]?.answer(kept);
  await vi.waitFor(() => expect(notesOf(other)).toEqual([]));
  expect(portal.notes()).toEqual(["a", "a", "b"]);
  expect(await options.storage.all()).toEqual([]);
});

test("what the stream has brought is not waited for", async () => {
  const { outbox, options } = setUp();
  const draft = draftOf("a");
  await outbox.add(draft);
  await outbox.confirm(draft.id);
  expect([notesOf(outbox), await options.storage.all()]).toEqual([[], []]);
});
