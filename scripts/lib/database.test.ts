import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { borrowDatabase, openDatabase } from "./database.mjs";
import { serverUser } from "./places.mjs";
import { temporaryBase } from "./postgres-files.mjs";
import { servedPort } from "./postgres-stale.mjs";

const user = serverUser();
const folder = mkdtempSync(path.join(temporaryBase(user), "database-test-"));
chmodSync(folder, user ? 0o711 : 0o700);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("a command borrows the database of a running portal, and starts its own when none runs", {
  timeout: 120_000,
}, async () => {
  vi.stubEnv("PORTAL_DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", "");
  const served = () => servedPort(path.join(folder, "postgres-18"));
  expect(served()).toBeNull();
  const portal = await openDatabase();
  expect(served()).toBe(Number(new URL(portal.url).port));
  const borrowed = await borrowDatabase();
  expect(borrowed.url).toBe(portal.url);
  await borrowed.stop();
  expect(await countRunbooks(portal.url)).toBe("0");
  await portal.stop();

  expect(served()).toBeNull();
  const own = await borrowDatabase();
  expect(await countRunbooks(own.url)).toBe("0");
  await own.stop();
  expect(served()).toBeNull();
});

test("DATABASE_URL wins over a running portal", async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
  await expect(borrowDatabase()).rejects.toThrow("127.0.0.1:1/none cannot be used");
});

test("a portal starts although DATABASE_URL leads nowhere, and a command does not", async () => {
  vi.stubEnv("PORTAL_DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
  expect((await openDatabase({ mayBeAway: true })).url).toBe(process.env.DATABASE_URL);
  await expect(openDatabase()).rejects.toThrow("cannot be used");
  vi.stubEnv("DATABASE_URL", "no address");
  await expect(openDatabase({ mayBeAway: true })).rejects.toThrow("is not an address");
});

async function countRunbooks(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query("SELECT count(*) FROM runbooks")).rows[0].count;
  } finally {
    await client.end();
  }
}
