import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { dataFolder, isReachable } from "./places.mjs";

const somebody = { name: "somebody", uid: 54_321, gid: 54_321 };

afterEach(() => vi.unstubAllEnvs());

test("a folder behind a closed one is out of reach for others, and in reach for us", () => {
  const closed = mkdtempSync(path.join(tmpdir(), "places-"));
  const inner = path.join(closed, "inner");
  mkdirSync(inner, { mode: 0o755 });
  chmodSync(closed, 0o700);
  expect(isReachable(inner, somebody)).toBe(false);
  expect(isReachable(inner, null)).toBe(true);
  chmodSync(closed, 0o711);
  expect(isReachable(inner, somebody)).toBe(true);
});

test("a data folder is closed to others, and can be passed through when Postgres is another user", () => {
  const parent = mkdtempSync(path.join(tmpdir(), "places-"));
  chmodSync(parent, 0o755);
  vi.stubEnv("PORTAL_DATA_DIR", path.join(parent, "data"));
  expect(dataFolder(null)).toBe(path.join(parent, "data"));
  expect(isReachable(path.join(parent, "data"), somebody)).toBe(false);
  expect(dataFolder(somebody)).toBe(path.join(parent, "data"));
  expect(isReachable(path.join(parent, "data"), somebody)).toBe(true);
});

test("a wished data folder that Postgres cannot enter is said", () => {
  const closed = mkdtempSync(path.join(tmpdir(), "places-"));
  chmodSync(closed, 0o700);
  vi.stubEnv("PORTAL_DATA_DIR", path.join(closed, "data"));
  expect(() => dataFolder(somebody)).toThrow("set PORTAL_DATA_DIR");
});
