import "server-only";
import { isLockConflict, isUnavailable } from "@/lib/db/errors";
import { log } from "@/lib/log";
import { findFiles, readInside } from "./find-files";
import {
  type FileToImport,
  type ImportedFile,
  type ImportOptions,
  importFile,
  refusedFile,
} from "./import-file";
import { imagesOf } from "./read-images";

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
  const onFailure = (error: unknown, file: string) =>
    log().error({ err: error, path: file }, "a file could not be imported");
  const files = await findFiles(folder);
  for await (const file of importFiles({ folder, files }, { onFailure })) results.push(file);
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

/** Far more than any text that is read: a larger file is not even loaded. */
const maxBytes = 32 * 1024 * 1024;

/** Imports files one by one. One that cannot be taken does not keep the others out; a database that is away ends it. */
export async function* importFiles(
  { folder, files, prefix = "" }: FilesToImport,
  options: ImportOptions = {},
): AsyncGenerator<ImportedFile> {
  const readImage = imagesOf(folder, prefix);
  for (const file of files) {
    const importPath = prefix + file;
    const read = await readInside(folder, file, maxBytes);
    if ("refusal" in read) yield refusedFile(importPath, read.refusal);
    else yield await takeFile({ importPath, bytes: read.bytes, readImage }, options);
  }
}

async function takeFile(file: FileToImport, options: ImportOptions): Promise<ImportedFile> {
  try {
    return await importFile(file, options);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    if (isLockConflict(error)) {
      return refusedFile(file.importPath, "Somebody is changing it at this moment: import it again.");
    }
    options.onFailure?.(error, file.importPath);
    const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
    return refusedFile(file.importPath, `It could not be stored: ${reason}`);
  }
}
