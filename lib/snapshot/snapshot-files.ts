import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { setting } from "@/lib/env";
import { log } from "@/lib/log";
import { noteFailure, noteSuccess } from "./snapshot-state";

// Each value is a file: a line with its mark and its sum, then the value as JSON. What lies in the folder is always
// whole: a file is written beside, forced to the disk and only then given its name.

export type Snapshot = {
  value: unknown;
  /** When it was last written, or known to be still true (`touchSnapshot`). */
  checkedAt: Date;
};

type Head = { mark: string; sha256: string };

/**
 * Keeps `value` (plain JSON) under `name`, a word for a file. `mark` names its shape: a reader that expects another
 * gets nothing. Never throws: a folder that cannot be written is logged and shown by `snapshotState`. Returns whether
 * it is kept.
 */
export async function writeSnapshot(name: string, mark: string, value: unknown): Promise<boolean> {
  const body = JSON.stringify(value);
  const head: Head = { mark, sha256: sumOf(body) };
  try {
    await mkdir(folder(), { recursive: true, mode: 0o700 });
    await writeWhole(fileOf(name), `${JSON.stringify(head)}\n${body}`);
    noteSuccess();
    return true;
  } catch (error) {
    noteFailure(error);
    return false;
  }
}

/** What is kept under `name`; null when there is nothing, or nothing that can be trusted. Never throws. */
export async function readSnapshot(name: string, mark: string): Promise<Snapshot | null> {
  try {
    const file = fileOf(name);
    const [text, { mtime }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    const end = text.indexOf("\n");
    const head: unknown = JSON.parse(text.slice(0, end));
    const body = text.slice(end + 1);
    if (!isHead(head) || head.sha256 !== sumOf(body)) throw new Error("The file is damaged.");
    if (head.mark !== mark) {
      log().info({ name, mark: head.mark }, "a snapshot of another version is left alone");
      return null;
    }
    return { value: JSON.parse(body), checkedAt: mtime };
  } catch (error) {
    if (!isMissing(error)) log().warn({ err: error, name }, "a snapshot cannot be read and is left out");
    return null;
  }
}

/** Says that what is kept under `name` is still true. False when it is not there (any more). */
export async function touchSnapshot(name: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(fileOf(name), now, now);
    return true;
  } catch (error) {
    if (!isMissing(error)) noteFailure(error);
    return false;
  }
}

/** The names that begin with `prefix`. */
export async function listSnapshots(prefix: string): Promise<string[]> {
  const files = await readdir(folder()).catch(() => []);
  return files
    .filter((file) => file.startsWith(prefix) && file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

/**
 * Forgets what begins with `prefix` and is not in `kept`, and what a crash left half written. What is young stays:
 * it may be another process's, whose index comes next.
 */
export async function sweepSnapshots(prefix: string, kept: ReadonlySet<string>): Promise<void> {
  const files = await readdir(folder()).catch(() => []);
  for (const file of files.filter((name) => name.startsWith(prefix))) {
    if (file.endsWith(ending) && kept.has(file.slice(0, -ending.length))) continue;
    const facts = await stat(path.join(folder(), file)).catch(() => null);
    if (!facts || Date.now() - facts.mtimeMs < youngMs) continue;
    await rm(path.join(folder(), file), { force: true }).catch(noteFailure);
  }
}

const ending = ".json";
const youngMs = 3_600_000;

function folder(): string {
  return path.resolve(/* turbopackIgnore: true */ setting("PORTAL_SNAPSHOT_DIR"));
}

function fileOf(name: string): string {
  return path.join(folder(), `${name}${ending}`);
}

async function writeWhole(file: string, text: string): Promise<void> {
  // Another process may write the same file at this moment.
  const aside = `${file}.${randomUUID()}.new`;
  try {
    const handle = await open(aside, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");

function isHead(head: unknown): head is Head {
  return typeof head === "object" && head !== null && "mark" in head && "sha256" in head;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
