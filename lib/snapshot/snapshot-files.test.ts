import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listSnapshots, readSnapshot, sweepSnapshots, touchSnapshot, writeSnapshot } from "./snapshot-files";
import { snapshotState } from "./snapshot-state";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "snapshot-"));
  vi.stubEnv("PORTAL_SNAPSHOT_DIR", path.join(folder, "kept"));
  vi.stubEnv("PORTAL_LOG_LEVEL", "silent");
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string) => path.join(folder, "kept", `${name}.json`);
const value = { title: "Checkout — slow", steps: [1, 2, 3] };

test("what is written is read back, and nothing else lies in the folder", async () => {
  expect(await writeSnapshot("one", "v1", value)).toBe(true);
  expect((await readSnapshot("one", "v1"))?.value).toEqual(value);
  expect(readdirSync(path.join(folder, "kept"))).toEqual(["one.json"]);
  expect(snapshotState()).toMatchObject({ failure: null, writtenAt: expect.any(Date) });
});

test("a value of another version is not given", async () => {
  await writeSnapshot("one", "v1", value);
  expect(await readSnapshot("one", "v2")).toBeNull();
  expect(await readSnapshot("one", "v1")).not.toBeNull();
});

test.each([
  ["cut in the middle", (text: string) => text.slice(0, -9)],
  ["one letter changed", (text: string) => text.replace("slow", "slop")],
  ["empty", () => ""],
  ["only its first line", (text: string) => text.slice(0, text.indexOf("\n"))],
  ["something else", () => "not even JSON\n{}"],
])("a file that is damaged (%s) is left out, and can be written anew", async (_, damage) => {
  await writeSnapshot("one", "v1", value);
  writeFileSync(fileOf("one"), damage(readFileSync(fileOf("one"), "utf8")));
  expect(await readSnapshot("one", "v1")).toBeNull();
  await writeSnapshot("one", "v1", value);
  expect((await readSnapshot("one", "v1"))?.value).toEqual(value);
});

test("a file that was begun and never finished is no snapshot", async () => {
  await writeSnapshot("one", "v1", value);
  writeFileSync(`${fileOf("two")}.0190.new`, "{");
  expect(await listSnapshots("")).toEqual(["one"]);
  expect(await readSnapshot("two", "v1")).toBeNull();
});

test("two that write the same name at once leave one whole file", async () => {
  const wishes = Array.from({ length: 20 }, (_, index) => ({ index, text: "x".repeat(10_000) }));
  await Promise.all(wishes.map((wish) => writeSnapshot("one", "v1", wish)));
  expect(wishes).toContainEqual((await readSnapshot("one", "v1"))?.value);
  expect(readdirSync(path.join(folder, "kept"))).toEqual(["one.json"]);
});

test("a folder that cannot be written is told, and told again to be well once it can", async () => {
  // A file in the folder's place: also root cannot write there.
  writeFileSync(path.join(folder, "kept"), "");
  expect(await writeSnapshot("one", "v1", value)).toBe(false);
  expect(snapshotState().failure).toBe("EEXIST");
  expect(await readSnapshot("one", "v1")).toBeNull();
  expect(await listSnapshots("")).toEqual([]);
  rmSync(path.join(folder, "kept"));
  expect(await writeSnapshot("one", "v1", value)).toBe(true);
  expect(snapshotState().failure).toBeNull();
});

test("touching says until when it was true; what is gone cannot be touched", async () => {
  await writeSnapshot("one", "v1", value);
  const before = (await readSnapshot("one", "v1"))?.checkedAt.getTime() ?? 0;
  await vi.waitFor(async () => {
    expect(await touchSnapshot("one")).toBe(true);
    expect((await readSnapshot("one", "v1"))?.checkedAt.getTime()).toBeGreaterThan(before);
  });
  rmSync(fileOf("one"));
  expect(await touchSnapshot("one")).toBe(false);
  expect(snapshotState().failure).toBeNull();
});

test("sweeping takes what is old and no longer wanted, and leaves what is wanted, young or of another kind", async () => {
  const names = ["runbook-wanted", "runbook-young", "runbook-old", "board-1"];
  for (const name of names) await writeSnapshot(name, "v1", value);
  writeFileSync(`${fileOf("runbook-half")}.0190.new`, "{");
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const file of [
    "runbook-wanted.json",
    "runbook-old.json",
    "board-1.json",
    "runbook-half.json.0190.new",
  ])
    utimesSync(path.join(folder, "kept", file), longAgo, longAgo);
  await sweepSnapshots("runbook-", new Set(["runbook-wanted"]));
  expect(readdirSync(path.join(folder, "kept")).sort()).toEqual([
    "board-1.json",
    "runbook-wanted.json",
    "runbook-young.json",
  ]);
});

test("others on the machine cannot look into it", async () => {
  await writeSnapshot("one", "v1", value);
  expect(statSync(path.join(folder, "kept")).mode & 0o077).toBe(0);
  expect(statSync(fileOf("one")).mode & 0o077).toBe(0);
});
