import "server-only";
import { Prisma, pool } from "./client";
import { TransactionTooLongError } from "./errors";

/** No transaction holds its locks for longer than this. */
const longestMs = 5_000;

/** A statement whose values travel beside it, never in it. */
export const sql = Prisma.sql;

/** Whatever answers statements: a transaction of ours, or a client or a transaction of Prisma. */
export type Queryable = { $queryRaw: <Rows>(statement: Prisma.Sql) => Promise<Rows> };

/** Asks one statement by itself, past Prisma: for what stands in the way of every request. */
export async function ask<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  return (await pool().query<Row>({ text, values })).rows;
}

/**
 * Runs `work` in one transaction, past Prisma, whose own costs as much again as the database's part. Resolves only
 * once the commit is confirmed; whatever is thrown undoes everything.
 */
export async function inTransaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  const until = performance.now() + longestMs;
  let lost: Error | undefined;
  // A lent connection that breaks between two statements has nobody else to tell, and would end the process.
  const lose = (error: Error) => {
    lost = error;
  };
  const query = (text: string, values: unknown[] = []) => {
    if (performance.now() > until) throw new TransactionTooLongError();
    return client.query({ text, values });
  };
  client.on("error", lose);
  try {
    await query("BEGIN");
    const answer = await work({
      $queryRaw: async <Rows>({ text, values }: Prisma.Sql) => (await query(text, values)).rows as Rows,
    });
    // After a failed statement Postgres answers COMMIT with ROLLBACK, without an error.
    if ((await query("COMMIT")).command !== "COMMIT") throw new Error("The transaction was rolled back.");
    return answer;
  } catch (error) {
    await client.query("ROLLBACK").catch(lose);
    throw error;
  } finally {
    client.off("error", lose);
    client.release(lost);
  }
}
