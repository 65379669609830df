import pg from "pg";
import { startTemporaryPostgres } from "../lib/postgres.mjs";
import { migrate } from "../migrate.mjs";

// Vitest's global set-up of the database tests: one Postgres a run (its own, on a free port, unless
// TEST_DATABASE_URL names another) and one migrated template in it, from which every test file copies its database.

/** @param {import("vitest/node").TestProject} project */
export default async function setup(project) {
  const outside = process.env.TEST_DATABASE_URL;
  const postgres = outside ? null : await startTemporaryPostgres();
  const server = outside ?? postgres?.url() ?? "";
  const template = `portal_template_${process.pid}_${Date.now().toString(36)}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await migrate({ url: databaseUrl(server, template) });
  project.provide("testServerUrl", server);
  project.provide("testTemplate", template);
  return async () => {
    await admin.query(`DROP DATABASE ${template} WITH (FORCE)`);
    await admin.end();
    await postgres?.stop();
  };
}

/** @param {string} server @param {string} database */
export function databaseUrl(server, database) {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
