import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { ensureBundles, ensureGenerated, ensureTestBuild } from "../lib/build.mjs";
import { findNginx, startNginx } from "../lib/nginx.mjs";
import { root, serverUser } from "../lib/places.mjs";
import { startPortal } from "../lib/portal.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { temporaryBase } from "../lib/postgres-files.mjs";
import { freePort } from "../lib/processes.mjs";
import { startProxy } from "../lib/proxy.mjs";
import { atEnd, isEnding } from "../lib/stopping.mjs";
import { migrate } from "../migrate.mjs";

/** @typedef {Awaited<ReturnType<typeof startSystem>>} System */

/**
 * Clients → `edge` proxy → nginx (when there is one) → an `inner` proxy each → portal processes → a durable Postgres
 * in a temporary folder. Everything ends with this process.
 * @param {{ processes: number, settings?: string[], env?: NodeJS.ProcessEnv }} options
 */
export async function startSystem({ processes, settings = [], env = {} }) {
  await ensureGenerated();
  await ensureBundles();
  process.env.PORTAL_TEST_DIST ??= await ensureTestBuild();
  const distDir = process.env.PORTAL_TEST_DIST;
  const secret = randomBytes(33).toString("base64url");
  const user = serverUser();
  const folder = mkdtempSync(path.join(temporaryBase(user), "portal-torture-"));
  chmodSync(folder, user ? 0o711 : 0o700);
  atEnd(() => rmSync(folder, { recursive: true, force: true }));

  let postgres = await startPostgres({ folder, settings });
  atEnd(() => postgres.stop());
  const databaseUrl = postgres.url();
  await migrate({ url: databaseUrl });
  const db = new pg.Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 3_000 });
  // A connection that dies while it is idle is what we are here for.
  db.on("error", () => {});
  atEnd(() => db.end());

  const logs = path.join(root, "build/torture");
  mkdirSync(logs, { recursive: true });
  const edgePort = await freePort();
  const base = `http://127.0.0.1:${edgePort}`;
  const portals = [];
  for (let number = 1; number <= processes; number += 1) {
    const port = await freePort();
    const output = openSync(path.join(logs, `portal-${number}.log`), "w");
    const inner = await startProxy({ targets: [port] });
    atEnd(() => inner.stop());
    const launch = () =>
      startPortal({
        port,
        databaseUrl,
        secret,
        address: base,
        distDir,
        env: {
          PORTAL_LOG_LEVEL: "warn",
          PORTAL_TRUST_PROXY: "1",
          PORTAL_SNAPSHOT_DIR: path.join(folder, `snapshot-${number}`),
          PORTAL_EXPORT_DIR: path.join(folder, `export-${number}`),
          ...env,
        },
        stdio: ["pipe", output, output],
      });
    portals.push({ port, inner, launch, server: null, isUp: false });
  }
  for (const portal of portals) await up(portal);
  atEnd(() => Promise.all(portals.map((portal) => portal.server?.stop())));

  // The documented set-up is one of three.
  const nginx =
    findNginx() && processes === 3
      ? await startNginx({ folder, targets: portals.map(({ inner }) => inner.port) })
      : null;
  if (nginx) atEnd(() => nginx.stop());
  const edge = await startProxy({
    port: edgePort,
    targets: nginx ? [nginx.port] : portals.map(({ inner }) => inner.port),
  });
  atEnd(() => edge.stop());

  /** Starts a portal process and tries again for as long as it dies on the way, as an init system would. */
  async function up(portal) {
    for (let tries = 0; !portal.isUp; tries += 1) {
      try {
        portal.server = await portal.launch();
        portal.isUp = true;
      } catch (error) {
        if (tries >= 20 || isEnding()) throw error;
      }
    }
  }

  const state = { isPostgresUp: true, isFrozen: false };
  return {
    base,
    secret,
    databaseUrl,
    db,
    edge,
    portals,
    hasNginx: nginx !== null,
    state,
    countUp: () => portals.filter(({ isUp }) => isUp).length,
    /** SIGKILL, then a start at the same port. Resolves when it answers again. */
    async killPortal(portal) {
      portal.isUp = false;
      portal.server.signal("SIGKILL");
      await portal.server.exited;
      await up(portal);
    },
    /** SIGSTOP to every process of it, and SIGCONT after that time. @param {number} ms */
    async freezePostgres(ms) {
      state.isFrozen = true;
      // One of its processes may end between being found and being signalled.
      await attempt(postgres.freeze);
      await wait(ms);
      await attempt(postgres.thaw);
      state.isFrozen = false;
    },
    /** SIGKILL to the postmaster, and a new one at once on what is left on disk. */
    async killPostgres() {
      state.isPostgresUp = false;
      const { port } = postgres;
      postgres.signal("SIGKILL");
      await postgres.exited;
      for (let tries = 0; ; tries += 1) {
        try {
          // Its children need a moment to see that it is gone, and hold the shared memory until then.
          postgres = await startPostgres({ folder, port, settings });
          break;
        } catch (error) {
          if (tries >= 50 || isEnding()) throw error;
          await wait(100);
        }
      }
      state.isPostgresUp = true;
    },
  };
}

async function attempt(work) {
  try {
    await work();
  } catch {
    // Seen by the clients, if it matters.
  }
}
