import { stat } from "node:fs/promises";
import path from "node:path";
import { findFiles } from "@/lib/features/runbooks/find-files";
import { CommandFailure } from "./command-failure";

/** A file to read: where it is, and the name that answers give it (forward slashes). */
export type RunbookPath = { place: string; name: string };

/**
 * The runbooks that a path names: a file of any name, or all runbooks below a folder, whose names begin with `prefix`.
 * Throws a CommandFailure when there is neither.
 */
export async function listRunbooks(target: string, prefix = target): Promise<RunbookPath[]> {
  const found = await stat(target).catch((error: unknown) => refuseFile(target, error));
  if (found.isFile()) return [{ place: target, name: slashes(target) }];
  if (!found.isDirectory()) throw new CommandFailure(`${target} is neither a file nor a folder.`, 2);
  const files = await findFiles(target).catch((error: unknown) => refuseFile(target, error));
  return files.map((file) => ({
    place: path.join(target, file),
    name: slashes(path.join(prefix, file)),
  }));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no file or folder of this name",
  ENOTDIR: "there is no file or folder of this name",
  ENAMETOOLONG: "there is no file or folder of this name",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
};

/** Turns what the file system said into a sentence. What it did not say is thrown on. */
export function refuseFile(name: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null) throw error;
  throw new CommandFailure(`${name}: ${reasons[code] ?? `it cannot be read (${code})`}.`, 2);
}

function slashes(file: string): string {
  return file.split(path.sep).join("/");
}
