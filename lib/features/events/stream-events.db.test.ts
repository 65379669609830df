import { uuidv7 } from "uuidv7";
import { afterAll, expect, test, vi } from "vitest";
import { createClient, db } from "@/lib/db/client";
import { createActor, createEvent, createIncident } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { closeSubscriptions } from "@/lib/events/subscribe";
import { ring } from "@/lib/events/testing/ring";
import { streamEvents } from "./stream-events";
import { countStreams } from "./stream-seats";

process.env.PORTAL_POLL_MS = "300";
afterAll(closeSubscriptions);

type Shared = { portalHub?: { subscribers: Map<string, unknown> }; portalShutdown?: Set<unknown> };
/** What open streams hold in this process. */
const held = () => ({
  streams: countStreams(),
  topics: (globalThis as Shared).portalHub?.subscribers.size ?? 0,
  // One is the LISTEN connection's.
  closers: ((globalThis as Shared).portalShutdown?.size ?? 1) - 1,
});
const nothing = { streams: 0, topics: 0, closers: 0 };

/** Reads a stream in the background; `seqs` grows as frames arrive. */
function open(
  actor: Actor,
  incidentId: string,
  after = 0,
  reload: () => Promise<Actor | null> = async () => actor,
) {
  const abort = new AbortController();
  const stream = streamEvents({ actor, reload, incidentId, after, signal: abort.signal });
  const seen = { text: "", isEnded: false };
  const done = (async () => {
    for await (const bytes of stream) seen.text += new TextDecoder().decode(bytes);
    seen.isEnded = true;
  })();
  const seqs = () => [...seen.text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  return { seqs, seen, done, abort };
}

async function note(incident: { id: string }, actor: Actor): Promise<void> {
  const { seq } = await createEvent(
    incident,
    { id: uuidv7(), kind: "incident.noted", data: { note: "seen" } },
    actor,
  );
  await db().$transaction((tx) => ring(tx, incident.id, seq));
}

test("a stream sends what came after its place, then what happens, in order", async () => {
  const [incident, actor] = [await createIncident(), await createActor({ role: "reader" })];
  const [all, tail] = [open(actor, incident.id), open(actor, incident.id, 2)];
  await expect.poll(all.seqs).toEqual([1, 2]);
  for (let count = 0; count < 5; count += 1) await note(incident, actor);
  await expect.poll(all.seqs).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await expect.poll(tail.seqs).toEqual([3, 4, 5, 6, 7]);
  expect(all.seen.text).toContain('"kind":"incident.noted"');
  all.abort.abort();
  tail.abort.abort();
  await Promise.all([all.done, tail.done]);
  expect(countStreams()).toBe(0);
});

test("a stream ends when the account is gone, and goes on while it is there", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  let isThere = true;
  const stream = open(actor, incident.id, 0, async () => (isThere ? actor : null));
  const stays = open(actor, incident.id);
  await expect.poll(stream.seqs).toEqual([1, 2]);
  isThere = false;
  await note(incident, actor);
  await stream.done;
  expect(stream.seqs()).toEqual([1, 2]);
  expect(stream.seen.text).toContain("event: bye");
  await expect.poll(stays.seqs).toEqual([1, 2, 3]);
  stays.abort.abort();
  await stays.done;
});

test("one person cannot hold more streams than the cap, another still can", async () => {
  const [incident, actor, other] = [await createIncident(), await createActor(), await createActor()];
  const streams = Array.from({ length: 24 }, () => open(actor, incident.id));
  expect(() => open(actor, incident.id)).toThrow("too many boards");
  const late = open(other, incident.id);
  await expect.poll(late.seqs).toEqual([1, 2]);
  for (const stream of [...streams, late]) stream.abort.abort();
  await Promise.all([...streams, late].map((stream) => stream.done));
  expect(countStreams()).toBe(0);
});

test("a stream ends by the poll alone when the right is taken away and nothing happens", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  let isThere = true;
  const stream = open(actor, incident.id, 0, async () => (isThere ? actor : null));
  const stays = open(actor, incident.id);
  await expect.poll(stream.seqs).toEqual([1, 2]);
  isThere = false;
  await expect.poll(() => stream.seen.isEnded, { timeout: 2_000 }).toBe(true);
  expect(stream.seen.text).toContain("event: bye");
  expect(stays.seen.isEnded).toBe(false);
  stays.abort.abort();
  await stays.done;
});

test("a beat says up to which number everything was sent, once what was missed has been sent", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  const stream = open(actor, incident.id);
  await expect.poll(() => stream.seen.text).toContain("event: beat\ndata: 2\n\n");
  expect(stream.seen.text.indexOf("id: 2")).toBeLessThan(stream.seen.text.indexOf("event: beat"));
  stream.abort.abort();
  await stream.done;
});

test("a stream says that the database is away and that it is back, once each, and stays open", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  let looks = 0;
  const stream = open(actor, incident.id, 0, async () => {
    looks += 1;
    return actor;
  });
  await expect.poll(stream.seqs).toEqual([1, 2]);
  const shared = globalThis as { portalDb?: ReturnType<typeof db> };
  const alive = db();
  const dead = createClient("postgresql://nobody:nothing@127.0.0.1:1/none");
  shared.portalDb = dead;
  try {
    await expect.poll(() => stream.seen.text).toContain("event: away\ndata: 2\n\n");
    const before = looks;
    await expect.poll(() => looks).toBeGreaterThan(before + 1);
  } finally {
    shared.portalDb = alive;
    await dead.$disconnect();
  }
  await note(incident, actor);
  await expect.poll(() => stream.seen.text).toContain("event: back\ndata: 3\n\n");
  expect(stream.seen.text.indexOf("id: 3")).toBeLessThan(stream.seen.text.indexOf("event: back"));
  expect(stream.seen.text.match(/event: (away|back)/g)).toEqual(["event: away", "event: back"]);
  stream.abort.abort();
  await stream.done;
});

test("whoever ends a stream, nothing of it stays", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  const [set, cleared] = [vi.spyOn(globalThis, "setInterval"), vi.spyOn(globalThis, "clearInterval")];
  const left = vi.fn();
  const start = (signal: AbortSignal) =>
    streamEvents({
      actor,
      reload: async () => actor,
      incidentId: incident.id,
      after: 0,
      signal,
      watch: () => left,
    });

  const abort = new AbortController();
  const aborted = start(abort.signal).getReader();
  const cancelled = start(new AbortController().signal).getReader();
  expect(held()).toMatchObject({ streams: 2, topics: 1, closers: 2 });
  await aborted.read();
  abort.abort();
  await cancelled.cancel();
  start(AbortSignal.abort());

  expect(held()).toEqual(nothing);
  expect(left).toHaveBeenCalledTimes(3);
  const timers = set.mock.results.map(({ value }) => value as unknown);
  const ended = cleared.mock.calls.map(([timer]) => timer as unknown);
  expect(timers.length).toBe(6);
  expect(timers.filter((timer) => !ended.includes(timer))).toEqual([]);
});

test("a reader who stands still is dropped and loses nothing; one who reads gets all the same", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  for (let count = 0; count < 40; count += 1) {
    await createEvent(incident, {
      id: uuidv7(),
      kind: "incident.noted",
      data: { note: `${count} ${"x".repeat(9_000)}` },
    });
  }
  const limits = { bufferBytes: 64 * 1_024, patienceMs: 300 };
  const start = (after: number) =>
    streamEvents({
      actor,
      reload: async () => actor,
      incidentId: incident.id,
      after,
      signal: new AbortController().signal,
      limits,
    });

  const stalled = start(0);
  const good = start(0).getReader();
  let text = "";
  const reading = (async () => {
    for (;;) {
      const { done, value } = await good.read();
      if (done) return;
      text += new TextDecoder().decode(value);
    }
  })();
  const seqsOf = (frames: string) => [...frames.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  const everything = Array.from({ length: 42 }, (_, index) => index + 1);
  await expect.poll(() => seqsOf(text)).toEqual(everything);
  await expect.poll(() => countStreams(), { timeout: 2_000 }).toBe(1);
  // What lay waiting is gone with it, and by this name the server breaks the connection off.
  await expect(stalled.getReader().read()).rejects.toMatchObject({ name: "AbortError" });

  const resumed = open(actor, incident.id, 0);
  await expect.poll(resumed.seqs).toEqual(everything);
  resumed.abort.abort();
  await good.cancel();
  await Promise.all([reading, resumed.done]);
  expect(held()).toEqual(nothing);
});

test("a process that is told to stop ends its streams, and those that come too late", async () => {
  const [incident, actor] = [await createIncident(), await createActor()];
  const stream = open(actor, incident.id);
  await expect.poll(stream.seqs).toEqual([1, 2]);
  process.emit("SIGTERM");
  await stream.done;
  const late = open(actor, incident.id);
  await late.done;
  expect(late.seen.text).not.toContain("event: bye");
  expect(countStreams()).toBe(0);
});
