import "server-only";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { formatOf } from "@/lib/domain/file-kinds";
import { maxImageBytes } from "@/lib/domain/image-type";

/**
 * Paths of the Markdown files below a folder, sorted, with forward slashes. Links to files count (mounted volumes have
 * nothing else); hidden folders and node_modules do not.
 */
export async function findFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const file = path.relative(folder, path.join(entry.parentPath, entry.name));
    const parts = file.split(path.sep);
    if (parts.some((part) => part.startsWith(".") || part === "node_modules")) continue;
    if (formatOf(entry.name) === null) continue;
    const target = entry.isSymbolicLink() ? await stat(path.join(folder, file)).catch(() => null) : entry;
    if (target?.isFile()) files.push(parts.join("/"));
  }
  return files.sort();
}

/** Reads a file of a folder by its path; null when there is none, and for a link that leads out of the folder. */
export async function readInside(folder: string, file: string): Promise<Uint8Array | null> {
  try {
    const top = await realpath(folder);
    const real = await realpath(path.join(top, file));
    if (!real.startsWith(top + path.sep)) return null;
    const { size } = await stat(real);
    return size > maxImageBytes ? null : await readFile(real);
  } catch {
    return null;
  }
}
