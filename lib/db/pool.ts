import "server-only";
import pg from "pg";
import { type Breaker, createBreaker } from "./breaker";
import { DatabaseAwayError, isUnreachable } from "./errors";

/** Finding out whether the database is back takes no longer than this. */
const probeMs = 1_000;

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;

/**
 * Connections that nobody waits for in vain: while the database is away, asking for one fails at once
 * (DatabaseAwayError), and one that gave no answer in time is cut instead of being lent again.
 */
export class GuardedPool extends pg.Pool {
  readonly #breaker: Breaker;

  constructor(config: pg.PoolConfig) {
    super(config);
    this.#breaker = createBreaker(() => probe(config));
    // A query of its own gives its connection back with its error; those of a transaction keep theirs.
    this.on("release", (error: unknown) => this.#report(error));
    this.on("connect", (client) => watchQueries(client, (error) => this.#report(error)));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const connecting = this.#breaker.isOpen() ? Promise.reject(new DatabaseAwayError()) : this.#connect();
    if (!callback) return connecting;
    connecting.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }

  #report(error: unknown): void {
    if (isUnreachable(error)) this.#breaker.trip(error);
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await super.connect();
    } catch (error) {
      this.#report(error);
      throw error;
    }
  }
}

/**
 * The driver gives up waiting for an answer and leaves the query on the connection: what comes behind it would wait
 * in vain too, a ROLLBACK among it, and the pool would lend a connection whose transaction is still open. So it ends.
 */
function watchQueries(client: pg.PoolClient, report: (error: unknown) => void): void {
  const query: unknown = client.query;
  if (typeof query !== "function") return;
  Object.assign(client, {
    query: (...given: unknown[]) => {
      const answer: unknown = Reflect.apply(query, client, given);
      if (answer instanceof Promise) {
        answer.catch((error: unknown) => {
          report(error);
          if (isUnreachable(error)) void endNow(client);
        });
      }
      return answer;
    },
  });
}

/** A pooled client's type hides its `end`, which cuts the link at once while a query is on it. */
async function endNow(client: pg.PoolClient & { end?: () => Promise<void> }): Promise<void> {
  await client.end?.().catch(() => undefined);
}

/** Whether somebody new is let in and gets an answer. */
async function probe({ connectionString, options }: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({
    connectionString,
    options,
    connectionTimeoutMillis: probeMs,
    query_timeout: probeMs,
    application_name: "runbook-portal probe",
  });
  // A link that breaks while nobody waits on it says so here.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
  } finally {
    void client.end().catch(() => undefined);
  }
}
