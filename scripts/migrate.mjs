import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { root } from "./lib/places.mjs";
import { explain, Stop, say } from "./lib/report.mjs";

// Applies prisma/migrations. The bookkeeping is Prisma's own (table _prisma_migrations, sha-256 of the file), so
// that this runner and "prisma migrate deploy" can follow each other on one database.
//   DATABASE_URL=postgresql://… node scripts/migrate.mjs

/** The key of the advisory lock that Prisma takes for the same purpose. */
const lockKey = 72_707_369;
/** How long another runner may take, and how long a migration waits for a table that somebody else works on. */
const longestMs = { runner: 60_000, table: 20_000 };
/** What a server that stands still may cost beyond that. */
const answerMs = 10_000;

/**
 * Brings a database up to date; of several callers at once, one works and the others wait.
 * Each migration is one transaction: it is there whole or not at all.
 * @param {{ url: string, dir?: string, schema?: string, waitMs?: number }} options `waitMs`: how long another runner
 *   may take
 * @returns {Promise<{ applied: string[], known: number }>}
 */
export async function migrate({
  url,
  dir = path.join(root, "prisma/migrations"),
  schema,
  waitMs = longestMs.runner,
}) {
  const migrations = readMigrations(dir);
  const { client, target } = await connect(url, schema);
  try {
    await takeTurn(client, waitMs);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${target}; SET search_path = ${target}; ${bookkeeping}`);
    const { rows } = await client.query(
      "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at",
    );
    const known = rows.filter((row) => !row.rolled_back_at);
    const waiting = compare(migrations, known);
    for (const migration of waiting) await apply(client, migration);
    return { applied: waiting.map((migration) => migration.name), known: migrations.length };
  } finally {
    // Ending the connection gives the lock back.
    await client.end();
  }
}

/** Waits until no other runner is at work. @param {pg.Client} client @param {number} waitMs */
async function takeTurn(client, waitMs) {
  try {
    await client.query(`SET lock_timeout = ${waitMs}`);
    await client.query({
      text: "SELECT pg_advisory_lock($1)",
      values: [lockKey],
      query_timeout: waitMs + answerMs,
    });
    // A migration that waits for a table keeps everybody else from it meanwhile.
    await client.query(`SET lock_timeout = ${longestMs.table}`);
  } catch (error) {
    if (error.code !== "55P03") throw error;
    throw new Stop(
      `Somebody else has been migrating this database for ${waitMs / 1_000} s: wait until that start is done, or end it, and start again.`,
      await whoMigrates(client),
    );
  }
}

/** @param {pg.Client} client */
async function whoMigrates(client) {
  const { rows } = await client.query(
    `SELECT pid, application_name, client_addr, state, query_start FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [lockKey],
  );
  return rows
    .map(
      ({ pid, application_name: name, client_addr: from, state, query_start: since }) =>
        `Postgres process ${pid} of ${name || "a program without a name"} at ${from ?? "this machine"}, ${state} since ${since?.toISOString()}`,
    )
    .join("\n");
}

/** The database could not even be asked. */
export class DatabaseAway extends Stop {}

const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** @param {string} dir */
function readMigrations(dir) {
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => {
      const sql = readFileSync(path.join(dir, name, "migration.sql"));
      return { name, sql: sql.toString("utf8"), checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Checks what the database says was applied, and gives back what is still to do. */
function compare(migrations, known) {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finished } of known) {
    const file = byName.get(name);
    if (!finished) {
      throw new Stop(
        `The migration ${name} was begun by another tool and did not finish: repair the database, then mark it with "npx prisma migrate resolve".`,
      );
    }
    if (!file) {
      throw new Stop(
        `The database has the migration ${name}, which this version of the portal does not know: start a version that is as new as the database.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new Stop(
        `The migration ${name} was changed after it was applied: put the file back as it was and write a new migration for the change.`,
      );
    }
  }
  const done = new Set(known.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/** @param {pg.Client} client @param {{ name: string, sql: string, checksum: string }} migration */
async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Stop(
      `The migration ${name} failed and was taken back whole; the database is as it was before it. Mend what Postgres says above, then start again.`,
      whatPostgresSaid(error, sql),
    );
  }
}

/** What Postgres said, with the line of the file that it means. */
function whatPostgresSaid(error, sql) {
  const position = Number(error.position);
  const line = position > 0 ? ` (line ${sql.slice(0, position).split("\n").length} of migration.sql)` : "";
  return [`Postgres: ${error.message}${line}`, error.detail, error.hint].filter(Boolean).join("\n");
}

async function connect(url, wished) {
  let address;
  try {
    address = new URL(url);
  } catch {
    throw new Stop("DATABASE_URL is not an address: set it to postgresql://user:password@host:5432/name.");
  }
  const schema = wished ?? address.searchParams.get("schema") ?? "public";
  address.searchParams.delete("schema");
  const client = new pg.Client({
    connectionString: address.href,
    connectionTimeoutMillis: answerMs,
    keepAlive: true,
    application_name: "runbook-portal migrate",
    // The lock goes with its connection: of a machine that died without a word, Postgres must find out soon.
    options: "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3",
  });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseAway(
      `Postgres at ${address.host}${address.pathname} cannot be used: check DATABASE_URL, and that the server runs and lets this user in.`,
      `Postgres: ${error.message || error.code}`,
    );
  }
  return { client, target: client.escapeIdentifier(schema) };
}

if (process.argv[1] && import.meta.filename === realpathSync(process.argv[1])) {
  try {
    if (!process.env.DATABASE_URL) {
      throw new Stop("DATABASE_URL is missing: set it to postgresql://user:password@host:5432/name.");
    }
    const { applied, known } = await migrate({ url: process.env.DATABASE_URL });
    for (const name of applied) say(`Applied ${name}`);
    say(
      applied.length
        ? "The database is up to date."
        : `The database was up to date already (${known} migrations).`,
    );
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
