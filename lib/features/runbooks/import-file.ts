import "server-only";
import { db, type Tx } from "@/lib/db/client";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { formatOf, stemOf } from "@/lib/domain/file-kinds";
import { pathSlugOf, slugOf } from "@/lib/domain/slug";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { appendRevision, lockRunbook, sha256Of } from "./append-revision";
import { type ReadImage, storeImages } from "./import-images";

export type ImportOutcome = "created" | "updated" | "unchanged" | "edited-in-portal" | "refused";

export type ImportedFile = {
  path: string;
  /** Address that it has, or would have had. */
  slug: string;
  outcome: ImportOutcome;
  /** What to do when it was not taken, or what was left behind; null when there is nothing to say. */
  note: string | null;
  /** What was compiled; null when the file was not read as a text. */
  compiled: CompiledRunbook | null;
};

export type FileToImport = {
  /** From the top of the imported folder, with forward slashes: the name under which the next import knows it. */
  importPath: string;
  bytes: Uint8Array;
  /** Reads an image that the text shows; null where there is none. */
  readImage?: ReadImage;
};

export type ImportOptions = {
  /** Squad that new runbooks belong to; without one the text names it. */
  squad?: { id: string; slug: string };
  /** Finds out what would happen and changes nothing. */
  isDryRun?: boolean;
};

/** Names that the portal's own pages have under /runbooks. */
const reserved = new Set(["new"]);

/**
 * Takes one file. Its content hash decides: an unchanged one makes no revision, a changed one makes one, and a runbook
 * that was edited in the portal since its last import is left alone. Rejects only when the database cannot be used.
 */
export async function importFile(file: FileToImport, options: ImportOptions = {}): Promise<ImportedFile> {
  const { importPath } = file;
  const wish = pathSlugOf(stemOf(importPath));
  const refuse = (note: string): ImportedFile => ({
    path: importPath,
    slug: wish,
    outcome: "refused",
    note,
    compiled: null,
  });
  const format = formatOf(importPath);
  if (!format) return refuse("It is no Markdown file.");
  if (wish === "") return refuse("Its name has no letter or digit: rename the file.");
  const source = decode(file.bytes);
  if (source === null) return refuse("It is not UTF-8 text: save it as UTF-8.");
  if (source.includes("\0")) return refuse("It holds a NUL character: it is not a text file.");
  const compiled = await compileRunbook({ source, format });
  const candidate = { importPath, wish, source, format, compiled, readImage: file.readImage };
  try {
    return await db().$transaction(
      async (tx) => {
        // One import of a path at a time, also when the row does not exist yet.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${importPath}, 0))`;
        const answer = await write(tx, candidate, options.squad ?? null);
        if (options.isDryRun) throw new DryRun(answer);
        return answer;
      },
      { timeout: 20_000 },
    );
  } catch (error) {
    if (error instanceof DryRun) return error.answer;
    throw error;
  }
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

type Candidate = {
  importPath: string;
  wish: string;
  source: string;
  format: RunbookFormat;
  compiled: CompiledRunbook;
  readImage: ReadImage | undefined;
};

async function write(
  tx: Tx,
  candidate: Candidate,
  squad: ImportOptions["squad"] | null,
): Promise<ImportedFile> {
  const { importPath, wish, source, format, compiled } = candidate;
  const sha256 = sha256Of(source);
  const slug = await slugFor(tx, importPath, wish);
  const answer = (outcome: ImportOutcome, note: string | null = null): ImportedFile => ({
    path: importPath,
    slug: slug ?? wish,
    outcome,
    note,
    compiled,
  });
  if (slug === null) {
    return answer(
      "refused",
      `Its address /runbooks/${wish} belongs to a runbook made in the portal: rename the file.`,
    );
  }
  const known = await lockRunbook(tx, slug);
  if (known && squad && known.squadId !== squad.id) {
    return answer(
      "refused",
      "A runbook of this path belongs to another squad: import with a prefix of your own.",
    );
  }
  const newest = known && (await newestRevision(tx, known.id, known.currentRevision));
  const isEdited = newest?.origin === "portal" && newest.sha256 !== sha256;
  if (known && known.importSha256 !== sha256 && isEdited) {
    return answer(
      "edited-in-portal",
      `It was edited in the portal (revision ${newest?.number}): copy that text into the file, or publish the file's.`,
    );
  }
  const isNew = known?.importSha256 !== sha256 && newest?.sha256 !== sha256;
  const squadId = squad?.id ?? (await squadIdOf(tx, compiled.model.meta.squad));
  const row =
    known ??
    (await tx.runbook.create({
      data: { slug, title: compiled.model.title, importPath, squadId, isTemplate: compiled.model.isTemplate },
    }));
  if (isNew) {
    await appendRevision(tx, row, {
      source,
      format,
      message: known ? "Imported a changed file" : "Imported",
      origin: "import",
      authorId: null,
      parentNumber: known ? known.currentRevision : null,
      compiled,
    });
  }
  const images = await storeImages(
    tx,
    { runbookId: row.id, importPath, html: compiled.html },
    candidate.readImage,
  );
  if (isNew || images.isChanged || known?.importSha256 !== sha256) {
    await tx.runbook.update({
      where: { slug },
      data: { importSha256: sha256, squadId: row.squadId ?? squadId },
    });
  }
  return answer(known ? (isNew ? "updated" : "unchanged") : "created", images.note);
}

/** The address of a path: the one it has, else the wished one or the next free. Null when the portal itself has it. */
async function slugFor(tx: Tx, importPath: string, wish: string): Promise<string | null> {
  const known = await tx.runbook.findUnique({ where: { importPath }, select: { slug: true } });
  if (known) return known.slug;
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wish : `${wish}-${count}`;
    if (reserved.has(slug)) continue;
    // Two imports at once must not meet in the unique index.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`runbook-slug:${slug}`}, 0))`;
    const other = await tx.runbook.findUnique({ where: { slug }, select: { importPath: true } });
    if (!other) return slug;
    if (other.importPath === null) return null;
  }
}

function newestRevision(tx: Tx, runbookId: string, number: number) {
  return tx.revision.findUnique({
    where: { runbookId_number: { runbookId, number } },
    select: { number: true, origin: true, sha256: true },
  });
}

/** The squad that a text names; made when it is new, so that a folder works after one import. */
async function squadIdOf(tx: Tx, name: string | null): Promise<string | null> {
  const slug = slugOf(name ?? "");
  if (!name || slug === "" || name.length > 120) return null;
  await tx.squad.createMany({ data: [{ slug, name }], skipDuplicates: true });
  const squad = await tx.squad.findUnique({ where: { slug } });
  return squad?.id ?? null;
}
