import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { dataFolder, serverUser } from "./places.mjs";
import { postgresPrograms, temporaryBase } from "./postgres-files.mjs";
import { clearStaleServer } from "./postgres-stale.mjs";
import { freePort, run, startGuarded } from "./processes.mjs";
import { Stop } from "./report.mjs";
import { readOrMakeSecret } from "./secrets.mjs";

/** @typedef {{ port: number, url: (database?: string) => string, freeze: () => void, thaw: () => void, stop: () => Promise<void>,
 *   signal: (signal: NodeJS.Signals) => void, exited: Promise<number> }} Postgres */

/**
 * Starts the Postgres of a data folder, making it first when it is new. It listens on the loopback address only,
 * on a free port, and ends with this process.
 * @param {{ folder: string, port?: number, settings?: string[] }} options `port` to be found at the same place again
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ folder, port, settings = [] }) {
  const user = serverUser();
  const programs = postgresPrograms(user, () => folder);
  const dataDir = path.join(folder, "postgres-18");
  const password = readOrMakeSecret(path.join(folder, "postgres-password"), !existsSync(dataDir));
  if (!existsSync(dataDir)) await initialise(programs.initdb, dataDir, password, user);
  await clearStaleServer(dataDir);
  const log = path.join(folder, "postgres.log");
  return launch({ programs, dataDir, password, user, settings, log, port, cleanup: [] });
}

/**
 * Starts an empty Postgres for tests: gone without trace, data and all, when it or this process ends.
 * @returns {Promise<Postgres>}
 */
export async function startTemporaryPostgres() {
  const user = serverUser();
  const base = temporaryBase(user);
  const programs = postgresPrograms(user, () => dataFolder(user));
  const folder = mkdtempSync(path.join(base, "portal-test-"));
  chmodSync(folder, user ? 0o711 : 0o700);
  const dataDir = path.join(folder, "postgres");
  const password = randomBytes(18).toString("base64url");
  await initialise(programs.initdb, dataDir, password, user, ["--no-sync"]);
  // Durability is not what these databases are for; tests that kill Postgres start a real one.
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];
  return launch({
    programs,
    dataDir,
    password,
    user,
    settings,
    log: path.join(folder, "log"),
    cleanup: [folder],
  });
}

async function initialise(initdb, dataDir, password, user, flags = []) {
  const half = `${dataDir}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const file of [half, passwordFile]) chownSync(file, user.uid, user.gid);
  try {
    // The built-in locale gives the same order of words on every machine, whatever the system brings.
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
    const access = ["--auth=scram-sha-256", "--username=portal", `--pwfile=${passwordFile}`];
    await run(initdb, [`--pgdata=${half}`, ...access, ...locale, ...flags], {
      cwd: "/",
      env: serverEnv(),
      ...(user && { uid: user.uid, gid: user.gid }),
      fail: `Postgres could not make its data folder ${dataDir}: the lines above say why; set DATABASE_URL to use a Postgres of yours.`,
    });
  } finally {
    unlinkSync(passwordFile);
  }
  renameSync(half, dataDir);
}

async function launch({ programs, dataDir, password, user, settings, log, port: wished, cleanup }) {
  const port = wished ?? (await freePort());
  const fixed = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  const flags = [...fixed, ...settings].flatMap((setting) => ["-c", setting]);
  const output = openSync(log, "w", 0o600);
  const server = startGuarded({
    command: programs.postgres,
    args: ["-D", dataDir, "-p", String(port), ...flags],
    cwd: "/",
    env: serverEnv(),
    ...(user && { uid: user.uid, gid: user.gid }),
    stdio: ["pipe", output, output],
    // SIGINT is Postgres's fast shutdown: ends the connections, writes everything, goes.
    signal: "SIGINT",
    cleanup,
  });
  closeSync(output);
  await untilReady(server, dataDir, log);
  return {
    port,
    url: (database = "postgres") => `postgresql://portal:${password}@127.0.0.1:${port}/${database}`,
    exited: server.exited,
    signal: server.signal,
    /** Halts the server and each of its processes: links stay open and nobody answers. */
    freeze: () => signalAll(dataDir, "SIGSTOP"),
    /** Ends `freeze`. */
    thaw: () => signalAll(dataDir, "SIGCONT"),
    stop: async () => void (await server.stop()),
  };
}

/** @param {string} dataDir @param {NodeJS.Signals} signal */
function signalAll(dataDir, signal) {
  const pid = Number(readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  // The server first, so that it makes no more children meanwhile.
  const children = processes.filter(([, parent]) => parent === pid).map(([child]) => child);
  for (const target of [pid, ...children]) process.kill(target, signal);
}

/** Postgres itself writes "ready" into its lock file, so no connection is needed to know. */
async function untilReady(server, dataDir, log) {
  const lockFile = path.join(dataDir, "postmaster.pid");
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (!server.isRunning()) break;
    if (existsSync(lockFile) && readFileSync(lockFile, "utf8").split("\n")[7]?.trim() === "ready") return;
    await wait(20);
  }
  const seen = existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n").slice(-15).join("\n") : "";
  await server.stop();
  throw new Stop(
    `Postgres did not start: the lines above are from ${log}; set DATABASE_URL to use another one.`,
    seen,
  );
}

function serverEnv() {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C" };
}
