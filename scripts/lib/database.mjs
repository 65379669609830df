import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { DatabaseAway, migrate } from "../migrate.mjs";
import { dataFolder, serverUser } from "./places.mjs";
import { startPostgres } from "./postgres.mjs";
import { servedPort } from "./postgres-stale.mjs";
import { explain, say, step } from "./report.mjs";

/**
 * The portal's database, started when it is ours and brought up to date in any case. With `mayBeAway` one of yours
 * that does not answer is no reason to stop: it is brought up to date when it does.
 * @param {{ mayBeAway?: boolean }} [options]
 * @returns {Promise<{ url: string, folder: string, stop: () => Promise<void> }>}
 */
export async function openDatabase({ mayBeAway = false } = {}) {
  const outside = process.env.DATABASE_URL || null;
  const folder = dataFolder(outside ? null : serverUser());
  const own = outside ? null : await step("Starting Postgres", () => keepPostgres(folder));
  const url = outside ?? own?.url ?? "";
  try {
    const { applied } = await migrate({ url });
    if (applied.length) say(`  Migrated the database: ${applied.join(", ")}`);
  } catch (error) {
    await own?.stop();
    if (!mayBeAway || own || !(error instanceof DatabaseAway)) throw error;
    explain(error);
    say("Starting without it: runbooks are read from the snapshot, if there is one, until it answers.");
    void migrateLater(url);
  }
  return { url, folder, stop: async () => own?.stop() };
}

/** @param {string} url */
async function migrateLater(url) {
  for (;;) {
    await wait(2_000, undefined, { ref: false });
    try {
      const { applied } = await migrate({ url });
      if (applied.length) say(`The database answers. Migrated it: ${applied.join(", ")}`);
      return;
    } catch (error) {
      if (error instanceof DatabaseAway) continue;
      explain(error);
      return;
    }
  }
}

/**
 * The database for a command that is soon done: that of the portal which runs from this folder, else as above.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function borrowDatabase() {
  const url = process.env.DATABASE_URL ? null : runningDatabase();
  if (url === null) return openDatabase();
  await migrate({ url });
  return { url, stop: async () => {} };
}

/** Address of the embedded Postgres of a running portal; null when none runs. @returns {string | null} */
function runningDatabase() {
  const folder = dataFolder(serverUser());
  const port = servedPort(path.join(folder, "postgres-18"));
  if (port === null) return null;
  const url = new URL(readFileSync(path.join(folder, "database-url"), "utf8").trim());
  url.port = String(port);
  return url.href;
}

/** Starts the embedded Postgres and starts it again, at the same port, should it end by itself. */
async function keepPostgres(folder) {
  let isStopping = false;
  let server = await startPostgres({ folder });
  const { port } = server;
  await createDatabase(server.url());
  // The port changes with each start: this is where an operator finds the address for psql and pg_dump.
  writeFileSync(path.join(folder, "database-url"), `${server.url("portal")}\n`, { mode: 0o600 });

  async function watch() {
    for (let failures = 0; failures < 10; ) {
      await server.exited;
      if (isStopping) return;
      say("Postgres ended by itself; starting it again.");
      try {
        await wait(500 * (failures + 1));
        server = await startPostgres({ folder, port });
        failures = 0;
      } catch (error) {
        failures += 1;
        say(error instanceof Error ? error.message : String(error));
      }
    }
    say("Postgres does not stay up. Runbooks can still be read; stop the portal and look into postgres.log.");
  }
  const watching = watch();

  return {
    url: server.url("portal"),
    async stop() {
      isStopping = true;
      await server.stop();
      await watching;
    },
  };
}

async function createDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'portal'");
    if (!rowCount) await client.query("CREATE DATABASE portal");
  } finally {
    await client.end();
  }
}
