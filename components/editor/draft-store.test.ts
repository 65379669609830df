import { expect, test } from "vitest";
import { type Draft, openDraftStore } from "./draft-store";

function memory(limit = Number.POSITIVE_INFINITY) {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > limit) throw new DOMException("full", "QuotaExceededError");
      map.set(key, value);
    },
    removeItem: (key: string) => void map.delete(key),
    key: (index: number) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

let ids = 0;
const newId = () => `id-${++ids}`;
const owner = { userId: "u1", slug: "outbox" };
const draft = (text: string, savedAt = "2026-01-01T10:00:00.000Z"): Draft => ({
  text,
  format: "md",
  message: "",
  baseNumber: 3,
  savedAt,
});

test("a reload finds the draft of its own tab", () => {
  const places = { local: memory(), session: memory() };
  const before = openDraftStore(places, owner, newId);
  before.save(draft("typed"));
  before.release();
  const after = openDraftStore(places, owner, newId);
  expect(after.load()).toMatchObject(draft("typed"));
  expect(after.copies()).toEqual([]);
  after.drop();
  expect(after.load()).toBeNull();
});

test("two tabs keep their own texts, each over its reload", () => {
  const local = memory();
  const [sessionA, sessionB] = [memory(), memory()];
  const a = openDraftStore({ local, session: sessionA }, owner, newId);
  a.save(draft("text of a"));
  const b = openDraftStore({ local, session: sessionB }, owner, newId);
  b.save(draft("text of b"));
  a.release();
  b.release();
  expect(openDraftStore({ local, session: sessionA }, owner, newId).load()?.text).toBe("text of a");
  expect(openDraftStore({ local, session: sessionB }, owner, newId).load()?.text).toBe("text of b");
});

test("after a crash, or in a new window, the newest draft is taken over and the others are offered", () => {
  const local = memory();
  for (const [text, time] of [
    ["older", "2026-01-01T10:00:00.000Z"],
    ["newer", "2026-01-01T11:00:00.000Z"],
  ] as const) {
    openDraftStore({ local, session: memory() }, owner, newId).save(draft(text, time));
  }
  const store = openDraftStore({ local, session: memory() }, owner, newId);
  expect(store.load()?.text).toBe("newer");
  expect(store.copies().map((copy) => copy.text)).toEqual(["older"]);
  expect(store.load()?.text).toBe("newer");
});

test("a text that was put aside is offered, never put back by itself", () => {
  const places = { local: memory(), session: memory() };
  const store = openDraftStore(places, owner, newId);
  const copy = store.keep(draft("mine"));
  const next = openDraftStore(places, owner, newId);
  expect(next.load()).toBeNull();
  expect(next.copies()).toMatchObject([{ id: copy?.id, text: "mine" }]);
  next.discard(copy?.id ?? "");
  expect(next.copies()).toEqual([]);
});

test("drafts of another person and of another runbook stay apart", () => {
  const places = { local: memory(), session: memory() };
  openDraftStore(places, { userId: "u2", slug: "outbox" }, newId).save(draft("theirs"));
  openDraftStore(places, { userId: "u1", slug: "other" }, newId).save(draft("of another"));
  const store = openDraftStore(places, owner, newId);
  expect(store.load()).toBeNull();
  expect(store.copies()).toEqual([]);
});

test("a full or broken storage is said and breaks nothing", () => {
  const local = memory(50);
  local.map.set("portal-draft:1:u1:outbox:broken", "{");
  const store = openDraftStore({ local, session: memory() }, owner, newId);
  expect(store.load()).toBeNull();
  expect(store.save(draft("typed"))).toBe(false);
  expect(store.keep(draft("typed"))).toBeNull();
});
