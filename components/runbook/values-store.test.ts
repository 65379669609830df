import { expect, test } from "vitest";
import { createValuesStore } from "./values-store";

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const base = { storageKey: "outbox", isSecret: (key: string) => key === "api-token", initial: {} };

test("a value is there after a reload of the tab", () => {
  const storage = memory();
  createValuesStore({ ...base, storage }).set("service-name", "checkout");
  const next = createValuesStore({ ...base, storage });
  expect(next.get()).toEqual({});
  next.load();
  expect(next.get()).toEqual({ "service-name": "checkout" });
});

test("a secret works in the page and never reaches the storage", () => {
  const storage = memory();
  const store = createValuesStore({ ...base, storage });
  store.set("api-token", "hunter2");
  store.set("host", "db-1");
  expect(store.get()["api-token"]).toBe("hunter2");
  expect([...storage.kept.values()].join()).not.toContain("hunter2");
  expect([...storage.kept.values()].join()).toContain("db-1");
});

test("another runbook's values stay its own", () => {
  const storage = memory();
  createValuesStore({ ...base, storage }).set("host", "db-1");
  const other = createValuesStore({ ...base, storageKey: "INC-0042", storage });
  other.load();
  expect(other.get()).toEqual({});
});

test("an edit outlives a reload of the same address, a new address wins", () => {
  const storage = memory();
  createValuesStore({ ...base, initial: { env: "dev" }, storage }).set("env", "staging");
  const same = createValuesStore({ ...base, initial: { env: "dev" }, storage });
  same.load();
  expect(same.get().env).toBe("staging");
  const other = createValuesStore({ ...base, initial: { env: "production" }, storage });
  other.load();
  expect(other.get().env).toBe("production");
});

test("a value from another browser replaces only what changed there", () => {
  const store = createValuesStore({ ...base, initial: { env: "dev", replicas: "2" }, storage: memory() });
  store.set("replicas", "8");
  store.receive({ env: "production", replicas: "2" });
  expect(store.get()).toEqual({ env: "production", replicas: "8" });
});

test("listeners hear of a change once, and not after they left", () => {
  const store = createValuesStore({ ...base, storage: memory() });
  let heard = 0;
  const leave = store.subscribe(() => {
    heard += 1;
  });
  store.set("host", "db-1");
  store.set("host", "db-1");
  leave();
  store.set("host", "db-2");
  expect(heard).toBe(1);
});

test("a storage that refuses or holds rubbish does not stop the page", () => {
  const refusing = {
    getItem: () => "{not json",
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  const store = createValuesStore({ ...base, storage: refusing });
  store.load();
  store.set("host", "db-1");
  expect(store.get()).toEqual({ host: "db-1" });
});
