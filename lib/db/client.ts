import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { setting } from "@/lib/env";
import { Prisma, PrismaClient } from "./generated/client";

/** A transaction's client: what use cases pass to helpers that must take part in it. */
export type Tx = Prisma.TransactionClient;

export { Prisma };

/**
 * Deadlines for every query: without them a frozen Postgres hangs requests for ever.
 * The server gives up first (statement_timeout), the client a little later (query_timeout).
 */
export const deadlines = {
  connectionTimeoutMillis: 1_500,
  statement_timeout: 4_000,
  query_timeout: 5_000,
  lock_timeout: 1_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;

/** A pooled client for `url`. Its schema is the `schema` parameter of the address, or public. */
export function createClient(url: string, poolSize = 10): PrismaClient {
  const schema = new URL(url).searchParams.get("schema") ?? "public";
  const adapter = new PrismaPg(
    { connectionString: url, max: poolSize, options: `-c search_path=${schema}`, ...deadlines },
    { schema },
  );
  return new PrismaClient({ adapter });
}

// Next loads modules anew on each change in development; the pool must not grow with each.
const shared = globalThis as { portalDb?: PrismaClient };

/** The client of this process, connected on first use. */
export function db(): PrismaClient {
  shared.portalDb ??= createClient(setting("DATABASE_URL"));
  return shared.portalDb;
}
