import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openCopyStore } from "@/components/offline/copy-store";
import { signOutInBrowser } from "@/lib/access/sign-in-client";
import { pendingSignOut } from "./pending-sign-out";
import { finishSignOut, signOutHere } from "./sign-out-here";

vi.mock("@/lib/access/sign-in-client", () => ({ signOutInBrowser: vi.fn() }));

const went: string[] = [];
beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("window", { location: { assign: (to: string) => went.push(to) } });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  went.length = 0;
  vi.mocked(signOutInBrowser).mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function keepSomething() {
  const store = await openCopyStore();
  await store.begin({ id: "ana", name: "Ana", role: "reader", canOpen: false });
  return store;
}

test("signing out drops the copy, ends the session, and leaves nothing to be done", async () => {
  const store = await keepSomething();
  await signOutHere("ana");
  expect(await store.isThere()).toBe(false);
  expect(signOutInBrowser).toHaveBeenCalledTimes(1);
  expect(pendingSignOut()).toBeNull();
  expect(went).toEqual(["/sign-in"]);
});

test("without a network the copy goes, and the sign-out is finished and told of later", async () => {
  const store = await keepSomething();
  vi.mocked(signOutInBrowser).mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await signOutHere("ana");
  expect(await store.isThere()).toBe(false);
  expect(pendingSignOut()).toBe("ana");
  expect(went).toEqual(["/"]);

  await finishSignOut();
  expect(pendingSignOut()).toBeNull();
  expect(went.at(-1)).toBe("/sign-in?ended");
});

test("a storage that hangs does not hold the sign-out up", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(indexedDB, "open").mockImplementation(() => new IDBOpenDBRequest());
  const leaving = signOutHere("ana");
  await vi.advanceTimersByTimeAsync(5_000);
  await leaving;
  expect(went).toEqual(["/sign-in"]);
});
