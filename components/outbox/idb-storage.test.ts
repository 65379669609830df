import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { idbStorage } from "./idb-storage";
import { leaseLock } from "./lease-lock";
import { openOutboxDatabase } from "./outbox-database";
import { newEntry } from "./outbox-entry";
import { NotKeptError } from "./outbox-storage";
import { draftOf, noteOf } from "./testing/test-portal";

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const entryOf = (text: string, incident?: string) => newEntry(draftOf(text, incident), "ana", 0);

test("entries outlive the tab and come back in their order, also those of two tabs at once", async () => {
  const [one, two] = [idbStorage(openOutboxDatabase()), idbStorage(openOutboxDatabase())];
  await Promise.all(["a", "b", "c", "d"].map((text, index) => (index % 2 ? two : one).add(entryOf(text))));
  const next = idbStorage(openOutboxDatabase());
  const all = await next.all();
  expect(all.map((entry) => entry.order)).toEqual([1, 2, 3, 4]);
  expect(all.map(noteOf).sort()).toEqual(["a", "b", "c", "d"]);
});

test("an order is not given again while a later entry is there", async () => {
  const storage = idbStorage(openOutboxDatabase());
  const [first, second] = [entryOf("a"), entryOf("b")];
  await storage.add(first);
  await storage.add(second);
  await storage.remove(first.id);
  await storage.add(entryOf("c"));
  expect((await storage.all()).map(noteOf)).toEqual(["b", "c"]);
});

test("the same id again keeps the first entry", async () => {
  const storage = idbStorage(openOutboxDatabase());
  const entry = entryOf("a");
  await storage.add(entry);
  await storage.change(entry.id, { attempts: 3 });
  await storage.add(entry);
  expect(await storage.all()).toMatchObject([{ id: entry.id, order: 1, attempts: 3 }]);
});

test("the entries of one incident are found, and a change of one that is gone does nothing", async () => {
  const storage = idbStorage(openOutboxDatabase());
  await storage.add(entryOf("a", "i"));
  await storage.add(entryOf("b", "i-1"));
  await storage.add(entryOf("c", "i"));
  expect((await storage.ofIncident("i")).map(noteOf)).toEqual(["a", "c"]);
  await storage.change("gone", { attempts: 1 });
  expect(await storage.all()).toHaveLength(3);
});

test("a tab of a newer build is not held up, and this one says that it is older", async () => {
  const storage = idbStorage(openOutboxDatabase());
  await storage.add(entryOf("a"));
  const newer = await openDB("portal-outbox", 2);
  expect(await newer.count("entries")).toBe(1);
  await expect(storage.add(entryOf("b"))).rejects.toThrow("Reload this tab");
  newer.close();
});

test("a browser that stores nothing says so", async () => {
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("denied", "SecurityError");
    },
  });
  await expect(idbStorage(openOutboxDatabase()).add(entryOf("a"))).rejects.toThrow(NotKeptError);
});

test("a storage that hangs while it is opened is opened anew", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(indexedDB, "open").mockImplementationOnce(() => new IDBOpenDBRequest());
  const storage = idbStorage(openOutboxDatabase());
  const first = expect(storage.add(entryOf("a"))).rejects.toThrow("does not answer");
  await vi.advanceTimersByTimeAsync(5_000);
  await first;
  await storage.add(entryOf("b"));
  expect((await storage.all()).map(noteOf)).toEqual(["b"]);
  expect(indexedDB.open).toHaveBeenCalledTimes(2);
});

test("a full device says so", async () => {
  const database = openOutboxDatabase();
  const full = database(() => Promise.reject(new DOMException("full", "QuotaExceededError")));
  await expect(full).rejects.toThrow("no room left");
});

test("a lease is one tab's at a time, and that of a tab that died ends", async () => {
  const [one, two] = [leaseLock(openOutboxDatabase(), "one"), leaseLock(openOutboxDatabase(), "two")];
  const order: string[] = [];
  let finish = () => {};
  const first = one("x", async () => {
    order.push("one begins");
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    order.push("one ends");
  });
  await vi.waitFor(() => expect(order).toEqual(["one begins"]));
  const second = two("x", async () => void order.push("two"));
  const other = two("y", async () => void order.push("another name"));
  await other;
  finish();
  await Promise.all([first, second]);
  expect(order).toEqual(["one begins", "another name", "one ends", "two"]);

  vi.useFakeTimers({ toFake: ["Date"] });
  const dead = openOutboxDatabase();
  await dead((db) => db.put("leases", { name: "x", holder: "dead", until: Date.now() + 12_000 }));
  vi.setSystemTime(Date.now() + 12_001);
  await one("x", async () => void order.push("after the dead one"));
  expect(order.at(-1)).toBe("after the dead one");
});
