import pg from "pg";
import { uuidv7 } from "uuidv7";
import { startTemporaryPostgres } from "../lib/postgres.mjs";
import { startProxy } from "../lib/proxy.mjs";
import { Stop } from "../lib/report.mjs";
import { controlKey, startControlServer, tables } from "./control-server.mjs";
import { torture } from "./run.mjs";

/** One that is right, and each way to be wrong, with what the checker must find of it. */
export const faultOf = /** @type {const} */ ({
  correct: null,
  "no-lock": "gaps",
  "lookup-before-lock": "doubled",
  "send-before-store": "gaps",
});
export const controls = /** @type {(keyof typeof faultOf)[]} */ (Object.keys(faultOf));

/**
 * The same clients, faults and checker against a small server of our own, right or wrong on purpose.
 * @param {string} name one of `controls` @param {import("./random.mjs").Random} random
 */
export async function runControl(name, random) {
  if (!controls.includes(name)) throw new Stop(`--control must be one of ${controls.join(", ")}.`);
  const isClients = name === "send-before-store";
  const variant = /** @type {import("./control-server.mjs").Variant} */ (isClients ? "correct" : name);
  const postgres = await startTemporaryPostgres();
  const db = new pg.Pool({ connectionString: postgres.url(), max: 2 });
  db.on("error", () => {});
  await db.query(tables);
  const server = await startControlServer({ url: postgres.url(), variant });
  const edge = await startProxy({ targets: [server.port] });
  try {
    const id = uuidv7();
    await db.query("INSERT INTO incidents (id) VALUES ($1)", [id]);
    const people = Array.from({ length: 6 }, (_, index) => {
      const person = uuidv7();
      return { id: person, name: `Responder ${index + 1}`, cookie: person };
    });
    const scene = { id, key: controlKey, runId: uuidv7(), stepIds: ["a", "b", "c"] };
    const base = `http://127.0.0.1:${edge.port}`;
    return await torture({
      system: { base, db, edge },
      random,
      people,
      scenes: [scene],
      events: 150,
      plan: Array.from({ length: 4 }, () => ["connections cut", "tabs closed while half-open"]).flat(),
      client: { sendsBeforeStoring: isClients },
      // A wrong record is never caught up with: what has not arrived by then is a finding.
      patienceMs: 10_000,
    });
  } finally {
    await edge.stop();
    await server.stop();
    await db.end();
    await postgres.stop();
  }
}
