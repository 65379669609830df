import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Writes a new file below a folder and makes the folders on its way. `file` has forward slashes and comes from the
 * database, so each of its parts is looked at. Gives a sentence when it is not written, else null.
 */
export async function writeInside(folder: string, file: string, bytes: Uint8Array): Promise<string | null> {
  const parts = file.split("/");
  if (!parts.every(isName)) return "Its path leads out of the folder, or cannot be the name of a file here.";
  const place = path.join(folder, ...parts);
  try {
    await mkdir(path.dirname(place), { recursive: true });
    // Never over a file that is there: some file systems take `A.md` for `a.md`.
    await writeFile(place, bytes, { flag: "wx" });
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return reasons[code] ?? `It cannot be written (${code}).`;
  }
}

/** Whether a part of a path names something in its folder and nothing else, on this system. */
function isName(part: string): boolean {
  if (part === "" || part === "." || part === ".." || part.includes("\0")) return false;
  return !part.includes(path.sep) && path.parse(part).root === "";
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "A file or folder of this name was written before.",
  ENOTDIR: "A part of its path is the name of another file.",
  ENAMETOOLONG: "Its name is too long for this file system.",
  ENOSPC: "There is no room left.",
  EACCES: "It may not be written.",
};
