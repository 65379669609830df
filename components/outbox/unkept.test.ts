import { expect, test, vi } from "vitest";
import { newEntry, type OutboxEntry } from "./outbox-entry";
import type { Outcome } from "./send-entry";
import { again, draftOf, kept, noteOf, refused } from "./testing/test-portal";
import { createUnkept } from "./unkept";

const entryOf = (text: string, incident?: string) => newEntry(draftOf(text, incident), "ana", 0);

function setUp(answers: Outcome[], isBlocked = (_incident: string) => false) {
  const sent: string[] = [];
  const had: string[] = [];
  const unkept = createUnkept({
    send: async (entry) => {
      sent.push(noteOf(entry));
      return answers[sent.length - 1] ?? again;
    },
    isBlocked,
    onChange: () => {},
    onKept: (entry: OutboxEntry) => had.push(noteOf(entry)),
  });
  return { sent, had, unkept };
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
