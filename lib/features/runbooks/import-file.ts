import "server-only";
import { db } from "@/lib/db/client";
import { retryOnConflict } from "@/lib/db/retry";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { formatOf } from "@/lib/domain/file-kinds";
import { wishedSlug } from "@/lib/domain/import-slug";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import type { StoredImages } from "./import-images";
import type { ReadImage } from "./read-images";
import { type Candidate, writeImport } from "./write-import";

export type ImportOutcome = "created" | "updated" | "unchanged" | "edited-in-portal" | "refused";

export type ImportedFile = {
  path: string;
  /** Address that it has, or would have had. */
  slug: string;
  outcome: ImportOutcome;
  /** Why it was not taken and what to do; null when it was. */
  note: string | null;
  images: StoredImages;
  /** What was compiled; null when the file was not read as a text. */
  compiled: (CompiledRunbook & { format: RunbookFormat }) | null;
};

export type FileToImport = {
  /** From the top of the imported folder, with forward slashes: the name under which the next import knows it. */
  importPath: string;
  bytes: Uint8Array;
  readImage: ReadImage;
};

export type ImportOptions = {
  /** Squad that new runbooks belong to, made when it is new; without one the text names it. */
  squad?: { slug: string; name: string };
  /** Finds out what would happen and changes nothing. */
  isDryRun?: boolean;
  /** Is told of what nobody foresaw; the file is refused then. */
  onFailure?: (error: unknown, importPath: string) => void;
};

/** A file that was not taken. */
export function refusedFile(importPath: string, note: string): ImportedFile {
  const images = { kept: 0, left: [] };
  return { path: importPath, slug: wishedSlug(importPath), outcome: "refused", note, images, compiled: null };
}

/**
 * Takes one file. Its content hash decides: an unchanged one makes no revision, a changed one makes one, and a runbook
 * that was edited in the portal since its last import is left alone. Rejects when the database cannot be used, or
 * somebody else holds the runbook for too long.
 */
export async function importFile(file: FileToImport, options: ImportOptions = {}): Promise<ImportedFile> {
  const { importPath, bytes, readImage } = file;
  const format = formatOf(importPath);
  if (!format) return refusedFile(importPath, "It is no Markdown file.");
  const wish = wishedSlug(importPath);
  if (wish === "") return refusedFile(importPath, "Its name has no letter or digit: rename the file.");
  const source = decode(bytes);
  if (source === null) return refusedFile(importPath, "It is not UTF-8 text: save it as UTF-8.");
  if (source.includes("\0"))
    return refusedFile(importPath, "It holds a NUL character: it is not a text file.");
  const compiled = await compileRunbook({ source, format });
  const candidate = { importPath, wish, source, format, compiled, readImage };
  try {
    return await retryOnConflict(() => store(candidate, options));
  } catch (error) {
    if (error instanceof DryRun) return error.answer;
    throw error;
  }
}

function store(candidate: Candidate, { squad, isDryRun }: ImportOptions): Promise<ImportedFile> {
  return db().$transaction(
    async (tx) => {
      // One import of a path at a time, also when the row does not exist yet.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${candidate.importPath}, 0))`;
      const answer = await writeImport(tx, candidate, squad ?? null);
      if (isDryRun) throw new DryRun(answer);
      return answer;
    },
    { timeout: 20_000 },
  );
}

/** Rolls the transaction back with what it would have answered. */
class DryRun extends Error {
  readonly answer: ImportedFile;

  constructor(answer: ImportedFile) {
    super("A dry run changes nothing.");
    this.answer = answer;
  }
}

/** The text with its byte order mark, so that it can be given back byte for byte; null when it is no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
