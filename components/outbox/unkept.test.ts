import { expect, test, vi } from "vitest";
import { newEntry, type OutboxEntry } from "./outbox-entry";
import type { Outcome } from "./send-entry";
import { again, draftOf, kept, noteOf, refused, signedOut, standingClock } from "./testing/test-portal";
import { createUnkept } from "./unkept";

const entryOf = (text: string, incident?: string) => newEntry(draftOf(text, incident), "ana", 0);

function setUp(answers: Outcome[], isBlocked = (_incident: string) => false) {
  const sent: string[] = [];
  const had: string[] = [];
  const time = standingClock();
  const unkept = createUnkept({
    send: async (entry) => {
      sent.push(noteOf(entry));
      return answers[sent.length - 1] ?? again;
    },
    clock: time.clock,
    random: () => 0,
    isBlocked,
    onChange: () => {},
    onKept: (entry: OutboxEntry) => had.push(noteOf(entry)),
  });
  return { sent, had, time, unkept };
}

test("acts that could not be stored go in their order, and none passes one of its incident that did not arrive", async () => {
  const { sent, had, unkept } = setUp([kept, again, kept]);
  unkept.put(entryOf("a1", "a"), "full");
  unkept.put(entryOf("a2", "a"), "full");
  unkept.put(entryOf("a3", "a"), "full");
  unkept.put(entryOf("b1", "b"), "full");
  unkept.flush();
  await vi.waitFor(() => expect(had).toEqual(["a1", "b1"]));
  expect(sent).toEqual(["a1", "a2", "b1"]);
  expect(unkept.all().map(({ entry }) => noteOf(entry))).toEqual(["a2", "a3"]);
});

test("one that the portal refused says why and is not sent again by itself", async () => {
  const { sent, unkept } = setUp([refused, kept]);
  unkept.put(entryOf("a"), "full");
  unkept.flush();
  await vi.waitFor(() => expect(unkept.all()).toMatchObject([{ message: "The incident is resolved." }]));
  unkept.flush();
  expect(sent).toEqual(["a"]);
});

test("stored acts of the same incident go first", async () => {
  const { sent, unkept } = setUp([kept], (incident) => incident === "a");
  unkept.put(entryOf("a1", "a"), "full");
  unkept.put(entryOf("b1", "b"), "full");
  unkept.flush();
  await vi.waitFor(() => expect(sent).toEqual(["b1"]));
});

test("one that did not arrive is sent again by itself, after a pause that grows", async () => {
  const { sent, had, time, unkept } = setUp([again, again, kept]);
  unkept.put(entryOf("a"), "full");
  unkept.flush();
  await vi.waitFor(() => expect(time.waits()).toEqual([500]));
  unkept.look();
  await vi.waitFor(() => expect(time.waits()).toEqual([500]));
  expect(sent, "a look ends no pause").toHaveLength(1);
  time.goOn(500);
  await vi.waitFor(() => expect(time.waits()).toEqual([1_000]));
  time.goOn(1_000);
  await vi.waitFor(() => expect(had).toEqual(["a"]));
  expect(time.waits()).toEqual([]);
});

test("without a session nothing is sent until it is asked for, and nothing after the stop", async () => {
  const { sent, time, unkept } = setUp([signedOut, again]);
  unkept.put(entryOf("a"), "full");
  unkept.flush();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  unkept.look();
  expect(time.waits()).toEqual([]);
  unkept.flush();
  await vi.waitFor(() => expect(time.waits()).toEqual([1_000]));
  expect(sent).toHaveLength(2);
  unkept.stop();
  expect(time.waits()).toEqual([]);
});

test("one that was given up while another was sent is not sent", async () => {
  const { sent, had, unkept } = setUp([kept, kept]);
  const second = entryOf("b");
  unkept.put(entryOf("a"), "full");
  unkept.put(second, "full");
  unkept.flush();
  unkept.remove(second.id);
  await vi.waitFor(() => expect(had).toEqual(["a"]));
  expect(unkept.all()).toEqual([]);
  expect(sent).toEqual(["a"]);
});
