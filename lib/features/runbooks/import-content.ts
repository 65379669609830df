import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { isLockConflict, isUnavailable } from "@/lib/db/errors";
import { stemOf } from "@/lib/domain/file-kinds";
import { pathSlugOf } from "@/lib/domain/slug";
import { log } from "@/lib/log";
import { findFiles, readInside } from "./find-files";
import { type ImportedFile, type ImportOptions, importFile } from "./import-file";

const shared = globalThis as { portalContentImportedAt?: Date };

/** When this process last went through the content folder to its end; null before. */
export function contentImportedAt(): Date | null {
  return shared.portalContentImportedAt ?? null;
}

/**
 * Imports the portal's own content folder, subfolders too. Several processes may import at the same time: the second
 * finds everything unchanged.
 */
export async function importContent(folder: string): Promise<ImportedFile[]> {
  const results: ImportedFile[] = [];
  for await (const file of importFiles({ folder, files: await findFiles(folder) })) results.push(file);
  shared.portalContentImportedAt = new Date();
  return results;
}

export type FilesToImport = {
  folder: string;
  /** Paths below the folder, with forward slashes. */
  files: readonly string[];
  /** Put before every path, so that two folders with the same paths stay apart. */
  prefix?: string;
};

/** Imports files one by one. One that cannot be taken does not keep the others out; a database that is away ends it. */
export async function* importFiles(
  { folder, files, prefix = "" }: FilesToImport,
  options: ImportOptions = {},
): AsyncGenerator<ImportedFile> {
  for (const file of files) {
    const importPath = prefix + file;
    try {
      const bytes = await readFile(path.join(folder, file));
      const readImage = async (wanted: string) =>
        wanted.startsWith(prefix) ? readInside(folder, wanted.slice(prefix.length)) : null;
      yield await importFile({ importPath, bytes, readImage }, options);
    } catch (error) {
      if (isUnavailable(error) || isLockConflict(error)) throw error;
      log().error({ err: error, path: importPath }, "a file could not be imported");
      const note = "It could not be read or stored: the log says why.";
      yield {
        path: importPath,
        slug: pathSlugOf(stemOf(importPath)),
        outcome: "refused",
        note,
        compiled: null,
      };
    }
  }
}
