import "./lib/node-version.mjs";
import path from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { isPortFree } from "./lib/processes.mjs";
import { Stop, say, secondsSince } from "./lib/report.mjs";
import { atEnd, isEnding, runScript } from "./lib/stopping.mjs";

// npm start: everything from a fresh clone to an answering portal. npm run dev: the same with "next dev".

const isDev = process.argv.includes("--dev");

await runScript(async () => {
  const from = performance.now();
  const port = await choosePort();
  await ensureInstalled();
  // What follows needs packages, so it is loaded only now.
  const { ensureGenerated, ensureBundles, ensureBuilt, markServed } = await import("./lib/build.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { startPortal } = await import("./lib/portal.mjs");
  const { readOrMakeSecret } = await import("./lib/secrets.mjs");

  await ensureGenerated();
  const database = await openDatabase({ mayBeAway: true });
  atEnd(database.stop);
  await ensureBundles();
  if (!isDev) {
    await ensureBuilt();
    markServed();
  }
  const secret =
    process.env.NEXTAUTH_SECRET ?? readOrMakeSecret(path.join(database.folder, "nextauth-secret"));
  const address = process.env.NEXTAUTH_URL ?? `http://localhost:${port}`;
  const snapshot = process.env.PORTAL_SNAPSHOT_DIR ?? path.join(database.folder, "snapshot");
  const portal = await startPortal({
    port,
    databaseUrl: database.url,
    secret,
    address,
    isDev,
    env: { PORTAL_SNAPSHOT_DIR: snapshot },
  });
  atEnd(portal.stop);
  say(`\nRunbook Portal is ready at ${address} (after ${secondsSince(from)}). Ctrl-C stops it.\n`);
  const code = await portal.exited;
  if (!isEnding()) say("The portal ended by itself; the lines above say why.");
  return code || 1;
});

/** @returns {Promise<number>} */
async function choosePort() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stop(`PORT is "${process.env.PORT}", which is no port: set it to a number from 1 to 65535.`);
  }
  if (!(await isPortFree(port))) {
    throw new Stop(
      `Port ${port} is taken by another program: stop that, or choose another port with PORT=${port + 1} npm start.`,
    );
  }
  return port;
}
