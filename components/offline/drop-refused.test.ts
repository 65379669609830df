import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { idbStorage } from "@/components/outbox/idb-storage";
import { openOutboxDatabase } from "@/components/outbox/outbox-database";
import { newEntry } from "@/components/outbox/outbox-entry";
import { draftOf } from "@/components/outbox/testing/test-portal";
import { type CopyStore, openCopyStore } from "./copy-store";
import { dropRefused } from "./drop-refused";

let store: CopyStore;
beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  store = await openCopyStore();
});
afterEach(() => vi.unstubAllGlobals());

const keepSomething = () => store.begin({ id: "ana", name: "Ana", role: "reader", canOpen: false });

function portalAnswers(status: number, type = "application/problem+json") {
  const ask = vi.fn(async (_path: string) => {
    if (status === 0) throw new TypeError("Failed to fetch");
    return new Response("{}", { status, headers: { "content-type": type } });
  });
  vi.stubGlobal("fetch", ask);
  return ask;
}

test.each([401, 403])("a portal that says %d takes the copy away, and never the outbox", async (status) => {
  await keepSomething();
  const outbox = idbStorage(openOutboxDatabase());
  await outbox.add(newEntry(draftOf("a"), "ana", 0));
  portalAnswers(status);
  expect(await dropRefused()).toBe(true);
  expect(await store.state()).toBeNull();
  expect(await outbox.all()).toHaveLength(1);
});

test.each([
  ["no answer", 0],
  ["the right", 200],
  ["trouble", 500],
  ["a database that is away", 503],
])("%s leaves the copy where it is", async (_why, status) => {
  await keepSomething();
  portalAnswers(status);
  expect(await dropRefused()).toBe(false);
  expect(await store.state()).not.toBeNull();
});

test("a refusal that is not the portal's own leaves the copy where it is", async () => {
  await keepSomething();
  portalAnswers(403, "text/html");
  expect(await dropRefused()).toBe(false);
  expect(await store.state()).not.toBeNull();
});

test("a browser that keeps nothing does not ask", async () => {
  const ask = portalAnswers(401);
  expect(await dropRefused()).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});
