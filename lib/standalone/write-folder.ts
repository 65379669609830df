import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { keyName } from "./frame";

/** A page that a folder should hold. Its key (hex) changes whenever what it is made from does. */
export type WantedPage = { name: string; key: () => string; make: (key: string) => Promise<string> };

const readme = `Runbooks of the portal as plain pages: open index.html, or search.html to find a word; they need no server and no script.
Written by the portal at each change; put this folder on any file server, on a laptop, or print what you need.
`;

/** An aside file this old belongs to no process that still writes. */
const leftoverMs = 10 * 60_000;

/**
 * Brings a folder to what is wanted: pages whose key is the same stay as they are, others are written aside and
 * renamed, and pages of `runbooks/` that an earlier call wrote and nobody wants any more are removed. Files of others
 * are left alone. Several processes may do this at once. Gives how many were written and removed. One page that cannot
 * be made keeps no other from it: what was wrong is thrown at the end.
 */
export async function writeFolder(
  folder: string,
  pages: readonly WantedPage[],
): Promise<{ written: number; removed: number }> {
  await mkdir(path.join(folder, "runbooks"), { recursive: true });
  let written = 0;
  const failures: unknown[] = [];
  for (const page of pages) {
    // A portal with thousands of runbooks goes on answering meanwhile.
    await nextTurn();
    const file = path.join(folder, page.name);
    try {
      const key = page.key();
      if ((await keyOf(file)) === key) continue;
      await replace(file, await page.make(key));
      written += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  const notes = path.join(folder, "README.txt");
  if ((await readFile(notes, "utf8").catch(() => null)) !== readme) await replace(notes, readme);
  const removed = await removeOthers(folder, new Set(pages.map(({ name }) => name)));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} pages could not be written`);
  return { written, removed };
}

async function removeOthers(folder: string, wanted: ReadonlySet<string>): Promise<number> {
  let removed = 0;
  for (const name of await readdir(path.join(folder, "runbooks"))) {
    const file = path.join(folder, "runbooks", name);
    const isOurs = name.endsWith(".html") && !wanted.has(`runbooks/${name}`) && (await keyOf(file)) !== null;
    if (!isOurs && !(await isLeftover(file))) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function isLeftover(file: string): Promise<boolean> {
  if (!file.endsWith(".aside")) return false;
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > leftoverMs;
}

/** What a page on disk was made from; null for a file that is none of ours, or none at all. */
async function keyOf(file: string): Promise<string | null> {
  const handle = await open(file).catch(() => null);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2_048), 0, 2_048, 0);
    const head = buffer.toString("utf8", 0, bytesRead);
    return new RegExp(`<meta name="${keyName}" content="([0-9a-f]*)">`).exec(head)?.[1] ?? null;
  } finally {
    await handle.close();
  }
}

/** Whoever reads the page meanwhile gets the old one or the new one, never half of one. */
async function replace(file: string, text: string): Promise<void> {
  // Not the process's number: in containers that share the folder, each is number 1.
  const aside = `${file}.${randomUUID()}.aside`;
  try {
    await writeFile(aside, text);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
