import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Stop } from "./report.mjs";

/** Root of the checkout. */
export const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));

/** @typedef {{ name: string, uid: number, gid: number }} SystemUser */

/** @type {SystemUser | null | undefined} */
let known;

/**
 * The user that Postgres runs as when we are root (it refuses root), or null when we are somebody else.
 * Uses `postgres` when there is one, makes it when it can, and else takes `nobody`.
 * @returns {SystemUser | null}
 */
export function serverUser() {
  if (known !== undefined) return known;
  if (process.getuid?.() !== 0) return null;
  known = findUser("postgres") ?? makeUser("postgres") ?? findUser("nobody");
  if (!known)
    throw new Stop("Postgres cannot run as root and no other user was found: start as an ordinary user.");
  return known;
}

/** @param {string} name @returns {SystemUser | null} */
function findUser(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/** @param {string} name */
function makeUser(name) {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name], {
      stdio: "ignore",
    });
  } catch {
    return null;
  }
  return findUser(name);
}

/** Whether the user may enter every folder on the way to `target` and `target` itself. @param {string} target @param {SystemUser | null} user */
export function isReachable(target, user) {
  if (!user) return true;
  let folder = path.resolve(target);
  for (;;) {
    try {
      if (!mayEnter(statSync(folder), user)) return false;
    } catch {
      // A folder that is still to be made will be made so that it can be entered.
    }
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

/** @param {import("node:fs").Stats} stat @param {SystemUser} user */
function mayEnter(stat, user) {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}

/**
 * The folder that keeps the database and the secrets of this checkout between starts. It is `.data` in the
 * checkout unless the user of Postgres cannot get there; PORTAL_DATA_DIR overrules.
 * @param {SystemUser | null} user
 */
export function dataFolder(user) {
  const mark = createHash("sha256").update(root).digest("hex").slice(0, 8);
  const wished = process.env.PORTAL_DATA_DIR;
  const own = path.join(root, ".data");
  const elsewhere = [`/var/lib/runbook-portal-${mark}`, path.join(tmpdir(), `runbook-portal-${mark}`)];
  const candidates = wished ? [path.resolve(wished)] : user ? [own, ...elsewhere] : [own];
  const tried = [];
  for (const folder of candidates) {
    if (!isReachable(path.dirname(folder), user)) {
      tried.push(`${folder} cannot be entered by the user ${user?.name}`);
      continue;
    }
    try {
      mkdirSync(folder, { recursive: true });
      // In a shared folder somebody else may have put one of this name there before us.
      if (elsewhere.includes(folder) && statSync(folder).uid !== 0)
        throw new Error("belongs to somebody else");
      // Others may pass through to what is theirs (Postgres runs as another user under root), but not look around.
      chmodSync(folder, user ? 0o711 : 0o700);
      return folder;
    } catch (error) {
      tried.push(`${folder}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Stop(
    "No folder for the database was found: set PORTAL_DATA_DIR to an empty folder that can be written, or DATABASE_URL to a Postgres of yours.",
    tried.join("\n"),
  );
}
