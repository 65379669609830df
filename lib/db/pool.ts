import "server-only";
import pg from "pg";
import { type Breaker, createBreaker } from "./breaker";
import { DatabaseAwayError, DatabaseBusyError, isUnreachable } from "./errors";
import { afterPatience } from "./patience";

/** A query that has had no answer for this long is a reason to look whether the database is there. */
const doubtMs = 1_500;
/** Finding out whether it is takes no longer than this. */
const probeMs = 1_000;
/** When the driver itself cuts a connection that is being made, so that none is left behind; ours give up before. */
const driverMs = 4_000;

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;
type Deadlines = { connectionTimeoutMillis: number; query_timeout: number };

/**
 * Connections that nobody waits for in vain: while the database is away, asking for one fails at once
 * (DatabaseAwayError), and one that gave no answer in time is cut instead of being lent again. A crowd is no outage:
 * whoever finds no free connection in time is turned away alone (DatabaseBusyError).
 */
export class GuardedPool extends pg.Pool {
  readonly #breaker: Breaker;
  readonly #waitMs: number;
  /** How often a connection was given to somebody. */
  #lent = 0;

  constructor({ query_timeout, connectionTimeoutMillis, ...config }: pg.PoolConfig & Deadlines) {
    super({ ...config, connectionTimeoutMillis: driverMs });
    this.#waitMs = connectionTimeoutMillis;
    this.#breaker = createBreaker(() => probe(config));
    // A query of its own gives its connection back with its error; those of a transaction keep theirs.
    this.on("release", (error: unknown) => this.#report(error));
    this.on("acquire", () => {
      this.#lent += 1;
    });
    this.on("connect", (client) =>
      watchQueries(client, {
        deadlineMs: query_timeout,
        doubt: () => this.#breaker.doubt(new Error(`No answer within ${doubtMs} ms`)),
        report: (error) => this.#report(error),
      }),
    );
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const connecting = this.#connect();
    if (!callback) return connecting;
    connecting.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }

  #report(error: unknown): void {
    if (isUnreachable(error)) this.#breaker.suspect(error);
  }

  async #connect(): Promise<pg.PoolClient> {
    await this.#breaker.verdict();
    if (this.#breaker.isOpen()) throw new DatabaseAwayError();
    try {
      return await this.#takeInTime();
    } catch (error) {
      this.#report(error);
      throw error;
    }
  }

  #takeInTime(): Promise<pg.PoolClient> {
    const isFull = this.totalCount >= this.options.max;
    const lentBefore = this.#lent;
    return new Promise((resolve, reject) => {
      let isLate = false;
      const stop = afterPatience(this.#waitMs, () => {
        isLate = true;
        // Those in a queue learn nothing of the database; those at its head do, by their queries.
        const isQueue = isFull || this.#lent > lentBefore;
        reject(
          isQueue ? new DatabaseBusyError() : new Error("Connection terminated: nobody let us in in time"),
        );
      });
      super.connect().then(
        (client) => {
          stop();
          if (isLate) client.release();
          else resolve(client);
        },
        (error: unknown) => {
          stop();
          reject(error);
        },
      );
    });
  }
}

type Watch = { deadlineMs: number; doubt: () => void; report: (error: unknown) => void };

/**
 * A query without an answer stays on its connection: what comes behind it would wait in vain too, a ROLLBACK among
 * it, and the pool would lend a connection whose transaction is still open. So at the deadline the connection ends.
 */
function watchQueries(client: pg.PoolClient, { deadlineMs, doubt, report }: Watch): void {
  const query: unknown = client.query;
  if (typeof query !== "function") return;
  Object.assign(client, {
    query: (...given: unknown[]) => {
      let stop = afterPatience(doubtMs, () => {
        doubt();
        stop = afterPatience(deadlineMs - doubtMs, () => void endNow(client));
      });
      const callback = given.at(-1);
      if (typeof callback === "function") {
        given[given.length - 1] = (...answer: unknown[]) => {
          stop();
          Reflect.apply(callback, undefined, answer);
        };
      }
      const answer: unknown = Reflect.apply(query, client, given);
      if (answer instanceof Promise) {
        answer.then(
          () => stop(),
          (error: unknown) => {
            stop();
            report(error);
          },
        );
      }
      return answer;
    },
  });
}

/** A pooled client's type hides its `end`, which cuts the link at once while a query is on it. */
async function endNow(client: pg.PoolClient & { end?: () => Promise<void> }): Promise<void> {
  await client.end?.().catch(() => undefined);
}

/** Whether somebody new is let in and gets an answer. One that says it cannot just now is there all the same. */
async function probe({ connectionString, options }: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({
    connectionString,
    options,
    connectionTimeoutMillis: driverMs,
    application_name: "runbook-portal probe",
  });
  // A link that breaks while nobody waits on it says so here.
  client.on("error", () => {});
  let stop = () => {};
  const late = new Promise<never>((_, reject) => {
    stop = afterPatience(probeMs, () => reject(new Error("Connection terminated: the probe had no answer")));
  });
  const ask = async () => {
    await client.connect();
    await client.query("SELECT 1");
  };
  try {
    await Promise.race([ask(), late]);
  } catch (error) {
    if (isUnreachable(error)) throw error;
  } finally {
    stop();
    void client.end().catch(() => undefined);
  }
}
