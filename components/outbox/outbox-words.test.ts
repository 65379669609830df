import { expect, test } from "vitest";
import { eventInputSchema } from "@/lib/domain/incident-event";
import { newEntry, type OutboxEntry } from "./outbox-entry";
import { emptyOutbox } from "./outbox-types";
import { countsOf, countWords, entryAbout, entryWords } from "./outbox-words";
import { draftOf } from "./testing/test-portal";

const entryOf = (body: object, about: string | null = null) =>
  ({ ...newEntry(draftOf("x"), "ana", 0), kind: "event", body, about }) as OutboxEntry;

test("every kind that a browser may append has words", () => {
  for (const { shape } of eventInputSchema.options) {
    const [kind = ""] = shape.kind.values;
    expect(entryWords(entryOf({ kind, data: {} })), kind).not.toBe(kind);
  }
});

test("an entry says which step it is about and what was said", () => {
  expect(entryAbout(entryOf({ kind: "step.checked", data: {} }, "Drain the node"))).toBe("Drain the node");
  const skipped = entryOf({ kind: "step.skipped", data: { reason: "CPU is low" } }, "Drain the node");
  expect(entryAbout(skipped)).toBe("Drain the node: CPU is low");
  expect(entryAbout(newEntry(draftOf("Called Jon"), "ana", 0))).toBe("Called Jon");
});

test("the count names what needs somebody first, and nothing while all is sent", () => {
  const waiting = newEntry(draftOf("a"), "ana", 0);
  const refused = { ...waiting, state: "refused" as const };
  const unkept = [{ entry: waiting, message: "full", isRefused: false }];
  const words = (given: Partial<typeof emptyOutbox>) => countWords(countsOf({ ...emptyOutbox, ...given }));
  expect(words({})).toBe("");
  expect(words({ entries: [waiting, refused, waiting], unkept })).toBe("1 not kept, 1 refused, 2 waiting");
  expect(words({ foreign: [waiting] })).toBe("1 of somebody else");
});
