import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { setting } from "@/lib/env";
import { Prisma, PrismaClient } from "./generated/client";
import { GuardedPool } from "./pool";

/** A transaction's client: what use cases pass to helpers that must take part in it. */
export type Tx = Prisma.TransactionClient;

export { Prisma };

/**
 * Deadlines for every query: without them a frozen Postgres hangs requests for ever. The server gives up first
 * (statement_timeout), the client a little later (query_timeout). Waiting for a connection and for one answer stays
 * below five seconds together: the first request that meets a dead database waits no longer, the next ones not at
 * all (pool.ts).
 */
export const deadlines = {
  connectionTimeoutMillis: 1_500,
  statement_timeout: 2_500,
  query_timeout: 2_800,
  lock_timeout: 1_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;

// Next loads modules anew on each change in development; the pool must not grow with each.
const shared = globalThis as { portalDb?: PrismaClient; portalPools?: WeakMap<PrismaClient, GuardedPool> };

/** A pooled client for `url`. Its schema is the `schema` parameter of the address, or public. */
export function createClient(url: string, poolSize = 10): PrismaClient {
  const schema = new URL(url).searchParams.get("schema") ?? "public";
  const options = `-c search_path=${schema}`;
  const pool = new GuardedPool({ connectionString: url, max: poolSize, options, ...deadlines });
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { schema, disposeExternalPool: true }) });
  shared.portalPools ??= new WeakMap();
  shared.portalPools.set(client, pool);
  return client;
}

/** The client of this process, connected on first use. */
export function db(): PrismaClient {
  shared.portalDb ??= createClient(setting("DATABASE_URL"));
  return shared.portalDb;
}

/** The connections that `db()` uses, for the few statements that go past Prisma (sql.ts). */
export function pool(): GuardedPool {
  const own = shared.portalPools?.get(db());
  if (!own) throw new Error("This client was not made by createClient.");
  return own;
}
