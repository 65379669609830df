import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** @typedef {"correct" | "no-lock" | "lookup-before-lock"} Variant */

export const tables = `
  CREATE TABLE incidents (id uuid PRIMARY KEY, number serial, last_seq int NOT NULL DEFAULT 0);
  CREATE TABLE events (id uuid NOT NULL, incident_id uuid NOT NULL, seq int NOT NULL, kind text NOT NULL, run_id uuid,
    step_id text, data jsonb NOT NULL, actor_id uuid, actor_name text NOT NULL, occurred_at timestamptz(3) NOT NULL,
    recorded_at timestamptz(3) NOT NULL DEFAULT now(), sent_at timestamptz(3));
  CREATE INDEX ON events (incident_id, seq)`;

/** One event in ten is slow on its way to the lock, longer than a client that was cut off waits. */
const slowEvery = 10;
const slowMs = 1_300;

/**
 * A server of the portal's protocol in its smallest form, right or wrong on purpose: the tables hold nothing back, so
 * that what is wrong is for the checker to find. A cookie is the id of a person.
 * @param {{ url: string, variant: Variant }} options
 */
export async function startControlServer({ url, variant }) {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  // What is on its way when the run ends is cut off.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  const listener = new pg.Client({ connectionString: url });
  listener.on("error", () => {});
  await listener.connect();
  await listener.query("LISTEN control");
  /** @type {Set<() => void>} */
  const streams = new Set();
  listener.on("notification", () => {
    for (const wake of streams) wake();
  });
  let asked = 0;

  /** The same pause at the same place in every variant; what stands around it makes them right or wrong. */
  const beforeLock = () => (asked++ % slowEvery === 0 ? wait(slowMs) : undefined);

  async function append(incidentId, actorId, input) {
    const db = await pool.connect();
    try {
      const early = variant === "lookup-before-lock" ? await find(db, input.id) : null;
      await beforeLock();
      await db.query("BEGIN");
      const lock = variant === "no-lock" ? "" : "FOR UPDATE";
      const { rows } = await db.query(`SELECT last_seq FROM incidents WHERE id = $1 ${lock}`, [incidentId]);
      const known = variant === "lookup-before-lock" ? early : await find(db, input.id);
      if (known) {
        await db.query("COMMIT");
        return known;
      }
      const seq = rows[0].last_seq + 1;
      // Where two are here at once, they are so for long enough to meet.
      await wait(3);
      const event = await insert(db, { incidentId, actorId, seq, input });
      await db.query("UPDATE incidents SET last_seq = $2 WHERE id = $1", [incidentId, seq]);
      await db.query("SELECT pg_notify('control', $1)", [incidentId]);
      await db.query("COMMIT");
      return event;
    } finally {
      db.release();
    }
  }

  async function read(incidentId, after) {
    const { rows } = await pool.query(`${select} WHERE incident_id = $1 AND seq > $2 ORDER BY seq`, [
      incidentId,
      after,
    ]);
    return rows;
  }

  function stream(request, response, incidentId, after) {
    let cursor = after;
    let turn = Promise.resolve();
    const wake = () => {
      turn = turn
        .then(async () => {
          for (const event of await read(incidentId, cursor)) {
            cursor = event.seq;
            response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
          }
        })
        .catch(() => response.destroy());
    };
    response.writeHead(200, { "content-type": "text/event-stream" }).write("retry: 200\n\n");
    streams.add(wake);
    request.on("close", () => streams.delete(wake));
    wake();
  }

  const server = http.createServer(async (request, response) => {
    const target = new URL(request.url ?? "", "http://control");
    const [, id, what] = /incidents\/([^/]+)\/(\w+)$/.exec(target.pathname) ?? [];
    const after = Number(request.headers["last-event-id"] ?? target.searchParams.get("after") ?? 0);
    const incidentId = id === controlKey ? await theOne(pool) : id;
    if (what === "stream") return stream(request, response, incidentId, after);
    const json = (status, body) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.method === "GET") return json(200, { events: await read(incidentId, after) });
    try {
      let text = "";
      for await (const piece of request.setEncoding("utf8")) text += piece;
      // From here on it goes on when the caller hangs up, as the portal does.
      return json(201, { event: await append(incidentId, request.headers.cookie, JSON.parse(text)) });
    } catch {
      return json(503, {});
    }
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    async stop() {
      server.closeAllConnections();
      server.close();
      await listener.end();
      await pool.end();
    },
  };
}

export const controlKey = "INC-0001";

async function theOne(pool) {
  return (await pool.query("SELECT id FROM incidents")).rows[0].id;
}

const select = `SELECT id, seq, kind, run_id AS "runId", step_id AS "stepId", data, actor_id AS "actorId",
  actor_name AS "actorName", occurred_at AS "occurredAt", recorded_at AS "recordedAt", sent_at AS "sentAt" FROM events`;

async function find(db, id) {
  return (await db.query(`${select} WHERE id = $1`, [id])).rows[0] ?? null;
}

async function insert(db, { incidentId, actorId, seq, input }) {
  const { id, kind, runId, stepId, data, occurredAt, sentAt } = input;
  await db.query(
    `INSERT INTO events (id, incident_id, seq, kind, run_id, step_id, data, actor_id, actor_name, occurred_at, sent_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'Somebody', $9, $10)`,
    [id, incidentId, seq, kind, runId, stepId, data, actorId, occurredAt, sentAt ?? null],
  );
  return find(db, id);
}
