import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { createTestDatabase } from "@/lib/db/testing";
import { migrate } from "./migrate.mjs";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

test("two runners at once apply each migration once", async () => {
  const { url, query } = await emptyDatabase();
  const results = await Promise.all([migrate({ url }), migrate({ url }), migrate({ url })]);
  const applied = results.map((result) => result.applied.length).sort();
  expect(applied).toEqual([0, 0, results[0]?.known]);
  expect(await query("SELECT count(*)::int AS n FROM users")).toEqual([{ n: 0 }]);
});

test("the bookkeeping is Prisma's: name, sha-256 of the file, one step, begun and finished", async () => {
  const { url, query } = await emptyDatabase();
  const dir = migrationsDir({ "20260101000000_one": "CREATE TABLE one (id int);\n" });
  await migrate({ url, dir });
  const [row] = await query("SELECT * FROM _prisma_migrations");
  expect(row).toMatchObject({
    migration_name: "20260101000000_one",
    checksum: "b8f928ff41da98938f5d9452516c35f7f5b24ed8bf74448cb6252d614e0c90f9",
    applied_steps_count: 1,
    logs: null,
    rolled_back_at: null,
  });
  expect(row?.finished_at).toBeInstanceOf(Date);
});

test("a migration that fails leaves nothing behind, and the earlier ones stay", async () => {
  const { url, query } = await emptyDatabase();
  const dir = migrationsDir({
    "20260101000000_good": "CREATE TABLE good (id int);",
    "20260102000000_bad":
      "CREATE TABLE half (id int);\nINSERT INTO good VALUES (1);\nALTER TABLE nowhere ADD x int;",
  });
  const error = await failure(migrate({ url, dir }));
  expect(error.message).toContain("20260102000000_bad failed and was taken back whole");
  expect(error.detail).toContain('relation "nowhere" does not exist');
  expect(await query("SELECT to_regclass('half') AS half, (SELECT count(*)::int FROM good) AS rows")).toEqual(
    [{ half: null, rows: 0 }],
  );
  expect(await query("SELECT migration_name FROM _prisma_migrations")).toEqual([
    { migration_name: "20260101000000_good" },
  ]);
  writeMigration(dir, "20260102000000_bad", "CREATE TABLE mended (id int);");
  expect((await migrate({ url, dir })).applied).toEqual(["20260102000000_bad"]);
});

test("the line of the file that Postgres means is named", async () => {
  const { url } = await emptyDatabase();
  const dir = migrationsDir({ "20260101000000_bad": "CREATE TABLE a (id int);\n\nCREATE TABEL b (id int);" });
  expect((await failure(migrate({ url, dir }))).detail).toContain("(line 3 of migration.sql)");
});

test("a migration that was changed after it was applied is refused; put back, it passes", async () => {
  const { url } = await emptyDatabase();
  const dir = migrationsDir({ "20260101000000_one": "CREATE TABLE one (id int);" });
  await migrate({ url, dir });
  writeMigration(dir, "20260101000000_one", "CREATE TABLE one (id bigint);");
  expect((await failure(migrate({ url, dir }))).message).toContain(
    "20260101000000_one was changed after it was applied",
  );
  writeMigration(dir, "20260101000000_one", "CREATE TABLE one (id int);");
  expect((await migrate({ url, dir })).applied).toEqual([]);
});

test("a database of a newer portal is refused", async () => {
  const { url } = await emptyDatabase();
  await migrate({ url, dir: migrationsDir({ "20990101000000_later": "SELECT 1;" }) });
  const dir = migrationsDir({ "20260101000000_one": "SELECT 1;" });
  expect((await failure(migrate({ url, dir }))).message).toContain(
    "20990101000000_later, which this version",
  );
});

test("a migration that another tool left half done is named; one that it rolled back is applied again", async () => {
  const { url, query } = await emptyDatabase();
  const dir = migrationsDir({ "20260101000000_one": "SELECT 1;", "20260102000000_two": "SELECT 2;" });
  await migrate({ url, dir });
  await query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_two'");
  expect((await failure(migrate({ url, dir }))).message).toContain(
    "20260102000000_two was begun by another tool",
  );
  await query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%_two'");
  expect((await migrate({ url, dir })).applied).toEqual(["20260102000000_two"]);
});

test("a runner that holds the lock for too long is named instead of waited for; once it is gone, it goes on", async () => {
  const { url } = await emptyDatabase();
  const holder = new pg.Client({ connectionString: url, application_name: "another start" });
  await holder.connect();
  await holder.query("SELECT pg_advisory_lock(72707369)");
  const error = await failure(migrate({ url, waitMs: 300 }));
  expect(error.message).toContain("Somebody else has been migrating this database for 0.3 s");
  expect(error.detail).toContain("another start");
  await holder.end();
  expect((await migrate({ url, waitMs: 300 })).applied).not.toEqual([]);
});

test("a schema of its own is made and used", async () => {
  const { url, query } = await emptyDatabase();
  await migrate({ url: `${url}?schema=side` });
  expect(await query("SELECT to_regclass('users') AS here, to_regclass('side.users')::text AS side")).toEqual(
    [{ here: null, side: "side.users" }],
  );
});

test("an address where nobody answers names DATABASE_URL", async () => {
  const error = await failure(migrate({ url: "postgresql://nobody:secret@127.0.0.1:1/none" }));
  expect(error.message).toContain("check DATABASE_URL");
  expect(`${error.message}${error.detail}`).not.toContain("secret");
});

async function emptyDatabase() {
  const database = await createTestDatabase({ empty: true });
  undo.push(database.drop);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  undo.push(() => client.end());
  const query = async (sql: string): Promise<Record<string, unknown>[]> => (await client.query(sql)).rows;
  return { url: database.url, query };
}

function migrationsDir(files: Record<string, string>): string {
  const dir = mkdtempSync(path.join(tmpdir(), "migrations-"));
  undo.push(() => rmSync(dir, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) writeMigration(dir, name, sql);
  return dir;
}

function writeMigration(dir: string, name: string, sql: string): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, "migration.sql"), sql);
}

async function failure(work: Promise<unknown>): Promise<{ message: string; detail: string }> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return error as { message: string; detail: string };
}
