import "server-only";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { formatOf } from "@/lib/domain/file-kinds";

/**
 * Paths of the runbooks below a folder, sorted, with forward slashes. Links to files count (mounted volumes have
 * nothing else); hidden folders and node_modules are not entered.
 */
export async function findFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  const open = [""];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const file = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) open.push(file);
      else if (formatOf(entry.name) === null) continue;
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path.join(folder, file)))))
        files.push(file);
    }
  }
  return files.sort();
}

async function isFile(place: string): Promise<boolean> {
  const target = await stat(place).catch(() => null);
  return target?.isFile() ?? false;
}

/** What a file holds, or a sentence that says why it is not taken. */
export type FileRead = { bytes: Uint8Array } | { refusal: string };

/**
 * Reads a file of a folder by its path from the folder's top. A link that leads out of the folder is refused: whoever
 * wrote the folder must not be able to name a file of this machine.
 */
export async function readInside(folder: string, file: string, maxBytes: number): Promise<FileRead> {
  try {
    const top = await realpath(folder);
    const real = await realpath(path.join(top, file));
    const way = path.relative(top, real);
    if (way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way))
      return { refusal: "It is a link that leads out of the folder." };
    const { size } = await stat(real);
    if (size > maxBytes) return { refusal: `It is larger than ${maxBytes / 1024 / 1024} MB.` };
    return { bytes: await readFile(real) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return { refusal: refusals[code] ?? `It cannot be read (${code}).` };
  }
}

const refusals: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  ENOTDIR: "There is no such file.",
  ENAMETOOLONG: "There is no such file.",
  EISDIR: "It is a folder.",
  EACCES: "It may not be read.",
  EPERM: "It may not be read.",
};
