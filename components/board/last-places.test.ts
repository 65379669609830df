import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetPlaces, keepPlace, readPlace } from "./last-places";

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("the newest twenty places are kept under one name, and go together", () => {
  for (let number = 1; number <= 21; number += 1) keepPlace(`INC-${number}`, `s${number}`);
  keepPlace("INC-2", "other");
  expect(stored.size).toBe(1);
  const places = ["INC-1", "INC-2", "INC-3", "INC-21"].map(readPlace);
  expect(places).toEqual([null, "other", "s3", "s21"]);
  forgetPlaces();
  expect(stored.size).toBe(0);
});

test("what is not ours is taken for nothing", () => {
  stored.set("portal-last-steps", "{not json");
  expect(readPlace("INC-1")).toBeNull();
  keepPlace("INC-1", "a");
  expect(readPlace("INC-1")).toBe("a");
});
