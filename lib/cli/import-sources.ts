import { stat } from "node:fs/promises";
import path from "node:path";
import { findFiles } from "@/lib/features/runbooks/find-files";
import { CommandFailure } from "./command-failure";
import { refuseFile } from "./list-runbooks";

/** Files to import, by their paths from the top of one folder, with forward slashes. */
export type ImportSource = { folder: string; files: string[] };

/**
 * What the paths of the command line name: all runbooks below a folder by their paths in it; a file by its path from the
 * current folder, or by its name alone when it lies elsewhere. Throws a CommandFailure for what does not exist, and when
 * two files would become the same runbook.
 */
export async function importSources(targets: readonly string[], current: string): Promise<ImportSource[]> {
  const sources = await Promise.all(targets.map((target) => sourceOf(target, current)));
  const places = new Map<string, string>();
  const found = sources.map(({ folder, files }) => ({
    folder,
    files: files.filter((file) => {
      const place = path.join(folder, file);
      const before = places.get(file);
      if (before !== undefined && before !== place) {
        throw new CommandFailure(
          `${before} and ${place} would both become ${file}: import them one by one, each with a --prefix of its own.`,
          2,
        );
      }
      places.set(file, place);
      return before === undefined;
    }),
  }));
  return found.filter(({ files }) => files.length > 0);
}

async function sourceOf(target: string, current: string): Promise<ImportSource> {
  const found = await stat(target).catch((error: unknown) => refuseFile(target, error));
  const place = path.resolve(current, target);
  if (found.isDirectory()) {
    const files = await findFiles(place).catch((error: unknown) => refuseFile(target, error));
    return { folder: place, files };
  }
  if (!found.isFile()) throw new CommandFailure(`${target} is neither a file nor a folder.`, 2);
  const way = path.relative(current, place);
  const isBelow = way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  const folder = isBelow ? current : path.dirname(place);
  return { folder, files: [path.relative(folder, place).split(path.sep).join("/")] };
}
