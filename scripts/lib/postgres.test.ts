import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { serverUser } from "./places.mjs";
import { startPostgres } from "./postgres.mjs";
import { temporaryBase } from "./postgres-files.mjs";

// A real server in a folder that stays between starts, as npm start has it.
const user = serverUser();
const folder = mkdtempSync(path.join(temporaryBase(user), "postgres-test-"));
chmodSync(folder, user ? 0o711 : 0o700);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("data stay over a stop, a crash and a lock file that nobody owns", { timeout: 120_000 }, async () => {
  const first = await startPostgres({ folder });
  await query(first.url(), "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
  expect(statSync(path.join(folder, "postgres-password")).mode & 0o777).toBe(0o600);
  await expect(startPostgres({ folder })).rejects.toThrow("A portal of this folder is already running");
  await first.stop();

  const second = await startPostgres({ folder });
  await query(second.url(), "INSERT INTO kept VALUES (2)");
  const lockFile = path.join(folder, "postgres-18", "postmaster.pid");
  process.kill(Number(readFileSync(lockFile, "utf8").split("\n")[0]), "SIGKILL");
  await second.exited;
  // The number of a process that lives and is no Postgres: ours.
  writeFileSync(lockFile, readFileSync(lockFile, "utf8").replace(/^\d+/, String(process.pid)));

  const third = await startPostgres({ folder });
  expect(await query(third.url(), "SELECT n FROM kept ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await query(third.url(), "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  await expect(query(third.url().replace(/:[^:@]+@/, ":wrong@"), "SELECT 1")).rejects.toThrow("password");
  await third.stop();
});

test("a lost password file is said, not papered over", async () => {
  rmSync(path.join(folder, "postgres-password"));
  await expect(startPostgres({ folder })).rejects.toThrow("put it back from a backup");
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
