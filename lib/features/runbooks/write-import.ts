import "server-only";
import type { Tx } from "@/lib/db/client";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { slugCandidates } from "@/lib/domain/import-slug";
import { squadOf } from "@/lib/domain/squad-name";
import { appendRevision, lockRunbook, sha256Of } from "./append-revision";
import type { ImportedFile, ImportOptions, ImportOutcome } from "./import-file";
import { type StoredImages, storeImages } from "./import-images";
import type { ReadImage } from "./read-images";

/** A text that can be taken. */
export type Candidate = {
  importPath: string;
  wish: string;
  source: string;
  format: RunbookFormat;
  compiled: CompiledRunbook;
  readImage: ReadImage;
};

/**
 * Writes what an import changes inside the caller's transaction: runbook, revision, squad and images, or nothing.
 */
export async function writeImport(
  tx: Tx,
  candidate: Candidate,
  named: ImportOptions["squad"] | null,
): Promise<ImportedFile> {
  const { importPath, wish, source, format, compiled } = candidate;
  const sha256 = sha256Of(source);
  const slug = await slugFor(tx, importPath, wish);
  const answer = (
    outcome: ImportOutcome,
    note: string | null,
    images: StoredImages = { kept: 0, left: [] },
  ): ImportedFile => ({
    path: importPath,
    slug: slug ?? wish,
    outcome,
    note,
    images: { kept: images.kept, left: images.left },
    compiled: { ...compiled, format },
  });
  if (slug === null) {
    return answer(
      "refused",
      `Its address /runbooks/${wish} belongs to a runbook made in the portal: rename the file.`,
    );
  }
  const known = await lockRunbook(tx, slug);
  const ownSquadId = named && (await squadIdOf(tx, named));
  if (known?.squadId && ownSquadId && known.squadId !== ownSquadId) {
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
  const squadId = ownSquadId ?? (await squadIdOf(tx, squadOf(compiled.model.meta.squad ?? "")));
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
  const isClaimed = ownSquadId !== null && row.squadId === null;
  if (isNew || isClaimed || images.isChanged || known?.importSha256 !== sha256) {
    await tx.runbook.update({
      where: { slug },
      data: { importSha256: sha256, squadId: row.squadId ?? squadId },
    });
  }
  return answer(known ? (isNew ? "updated" : "unchanged") : "created", null, images);
}

/** The address of a path: the one it has, else the wished one or the next free. Null when the portal itself has it. */
async function slugFor(tx: Tx, importPath: string, wish: string): Promise<string | null> {
  const known = await tx.runbook.findUnique({ where: { importPath }, select: { slug: true } });
  if (known) return known.slug;
  const candidates = slugCandidates(wish);
  for (;;) {
    const slug = candidates.next().value;
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

/** Made when it is new, so that a folder works after one import. */
async function squadIdOf(tx: Tx, squad: { slug: string; name: string } | null): Promise<string | null> {
  if (!squad) return null;
  await tx.squad.createMany({ data: [squad], skipDuplicates: true });
  const { slug } = squad;
  return (await tx.squad.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null;
}
