import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    testServerUrl: string;
    testTemplate: string;
  }
}

export type TestDatabase = { url: string; drop: () => Promise<void> };

/**
 * A database of its own, copied from the migrated template; `empty` gives one without any table.
 * Test files have one already (setup.ts); this is for tests that need a second.
 */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject("testServerUrl");
  const name = `portal_test_${randomUUID().replaceAll("-", "")}`;
  const template = options.empty ? "template0" : inject("testTemplate");
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
