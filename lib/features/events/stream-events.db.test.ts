import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createActor, createEvent, createIncident } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { announce } from "@/lib/events/announce";
import { closeSubscriptions } from "@/lib/events/subscribe";
import { streamEvents } from "./stream-events";
import { countStreams } from "./stream-seats";

afterAll(closeSubscriptions);

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
  await db().$transaction((tx) => announce(tx, incident.id, seq));
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
