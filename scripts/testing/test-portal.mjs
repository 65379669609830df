import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBundles, ensureGenerated, ensureTestBuild } from "../lib/build.mjs";
import { root, serverUser } from "../lib/places.mjs";
import { startPortal } from "../lib/portal.mjs";
import { startPostgres, startTemporaryPostgres } from "../lib/postgres.mjs";
import { temporaryBase } from "../lib/postgres-files.mjs";
import { freePort } from "../lib/processes.mjs";
import { migrate } from "../migrate.mjs";

/**
 * A portal of its own for tests: the production build, a throw-away Postgres, a free port. Both end with this process.
 * @param {{ port?: number, name?: string, env?: Partial<NodeJS.ProcessEnv>, databaseUrl?: string, secret?: string }}
 *   [options] `name` is that of its log in build/test; with `databaseUrl` it shares the
 *   database of another portal, or has one that the test starts and stops (startStoppablePostgres)
 */
export async function startTestPortal(options = {}) {
  const { name = "portal", env, secret = randomBytes(33).toString("base64url") } = options;
  const port = options.port ?? (await freePort());
  await ensureGenerated();
  await ensureBundles();
  // Chosen once a run: a second portal must not build over what the first one serves.
  process.env.PORTAL_TEST_DIST ??= await ensureTestBuild();
  const distDir = process.env.PORTAL_TEST_DIST;
  const postgres = options.databaseUrl ? null : await startTemporaryPostgres();
  const databaseUrl = options.databaseUrl ?? postgres?.url() ?? "";
  await migrate({ url: databaseUrl });

  const log = path.join(root, "build/test", `${name}.log`);
  const exportDir = path.join(root, "build/test", `${name}-export`);
  mkdirSync(path.dirname(log), { recursive: true });
  const output = openSync(log, "w");
  // Its own, and empty: a copy of an earlier run would hide that nothing is written.
  const snapshot = path.join(path.dirname(log), `snapshot-${name}`);
  rmSync(snapshot, { recursive: true, force: true });
  /** @param {Partial<NodeJS.ProcessEnv>} [more] */
  const launch = (more) =>
    startPortal({
      port,
      databaseUrl,
      secret,
      distDir,
      // Never the folders of the portal that somebody runs from this checkout.
      env: { PORTAL_EXPORT_DIR: exportDir, PORTAL_SNAPSHOT_DIR: snapshot, ...env, ...more },
      stdio: ["pipe", output, output],
    });
  let server = await launch();
  return {
    baseUrl: server.address,
    port,
    databaseUrl,
    secret,
    /** File with everything that the server printed, such as the link for the first admin. */
    log,
    /** Its break-glass folder, and that of its copy for outages. */
    exportDir,
    snapshot,
    /** Kills the server as a crash would: no clean-up, no goodbye. Postgres stays. */
    async crash() {
      server.signal("SIGKILL");
      await server.exited;
    },
    /** Starts it again at the same address after a crash. @param {Partial<NodeJS.ProcessEnv>} [more] for this start alone */
    async restart(more) {
      server = await launch(more);
    },
    async stop() {
      await server.stop();
      await postgres?.stop();
    },
  };
}

/**
 * A Postgres for tests of outages: it can be stopped and started at the same port, and frozen. Its data last as long
 * as the test.
 */
export async function startStoppablePostgres() {
  const user = serverUser();
  const folder = mkdtempSync(path.join(temporaryBase(user), "portal-outage-"));
  chmodSync(folder, user ? 0o711 : 0o700);
  let server = await startPostgres({ folder });
  const { port } = server;
  return {
    url: server.url(),
    stop: () => server.stop(),
    async start() {
      server = await startPostgres({ folder, port });
    },
    freeze: () => server.freeze(),
    thaw: () => server.thaw(),
    /** Stops it for good. */
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
