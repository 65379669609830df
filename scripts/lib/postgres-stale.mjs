import { existsSync, readFileSync, unlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Stop } from "./report.mjs";

/**
 * Looks after what a crash left in a data folder: a lock file of a dead or zombie server is removed (Postgres
 * takes a zombie for a living one), and a server that lost its starter is stopped. A living portal is left alone.
 * @param {string} dataDir
 */
export async function clearStaleServer(dataDir) {
  const lockFile = path.join(dataDir, "postmaster.pid");
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, "utf8").split("\n")[0]);
  if (!isServerOf(pid, dataDir)) {
    unlinkSync(lockFile);
    return;
  }
  if (hasGuard(pid)) {
    throw new Stop(
      `A portal of this folder is already running (its Postgres is process ${pid}): stop it first, or set PORTAL_DATA_DIR to another folder for a second one.`,
    );
  }
  process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 300 && isServerOf(pid, dataDir); tries += 1) await wait(50);
  if (isServerOf(pid, dataDir)) {
    throw new Stop(
      `An old Postgres (process ${pid}) does not stop: end it with "kill ${pid}", then start again.`,
    );
  }
  if (existsSync(lockFile)) unlinkSync(lockFile);
}

/**
 * The port of the server that a living portal has in this data folder; null when there is none.
 * @param {string} dataDir
 */
export function servedPort(dataDir) {
  const lockFile = path.join(dataDir, "postmaster.pid");
  if (!existsSync(lockFile)) return null;
  // Postgres writes its process, folder, start, port, … and its state into the file.
  const lines = readFileSync(lockFile, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (lines[7]?.trim() !== "ready" || !isServerOf(pid, dataDir) || !hasGuard(pid)) return null;
  return Number(lines[3]);
}

/** Whether the process lives, is no zombie, and serves this folder (where the system can tell). */
function isServerOf(pid, dataDir) {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  if (!existsSync("/proc/self/stat")) return true;
  if (processStat(pid).state === "Z") return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(dataDir);
  } catch {
    return false;
  }
}

/** A server whose guard still stands is in use; one that was handed to process 1 has lost its starter. */
function hasGuard(pid) {
  if (!existsSync("/proc/self/stat")) return true;
  try {
    return readFileSync(`/proc/${processStat(pid).parent}/cmdline`, "utf8").includes("guard.mjs");
  } catch {
    return false;
  }
}

function processStat(pid) {
  try {
    // The name stands in brackets and may hold spaces; the fields begin behind the last bracket.
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return { state: "Z", parent: 0 };
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
