import "server-only";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { db, type Tx } from "@/lib/db/client";
import { isLockConflict, isUnavailable } from "@/lib/db/errors";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { slugOf } from "@/lib/domain/slug";
import { log } from "@/lib/log";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { appendRevision, lockRunbook, sha256Of } from "./append-revision";

export type ImportOutcome = "created" | "updated" | "unchanged" | "edited-in-portal" | "refused";

/** What became of one file; `note` says what to do when it was not taken. */
export type ImportedFile = { path: string; slug: string; outcome: ImportOutcome; note: string | null };

const formats: Record<string, RunbookFormat> = { ".md": "md", ".markdown": "md", ".mdx": "mdx" };

const shared = globalThis as { portalContentImportedAt?: Date };

/** When this process last went through the content folder to its end; null before. */
export function contentImportedAt(): Date | null {
  return shared.portalContentImportedAt ?? null;
}

/**
 * Imports a folder of Markdown files, subfolders too. The content hash decides: an unchanged file makes no revision, a
 * changed one makes one, and a runbook that was edited in the portal since its last import is left alone and reported.
 * Several processes may import at the same time: the second finds everything unchanged.
 */
export async function importContent(folder: string): Promise<ImportedFile[]> {
  const results: ImportedFile[] = [];
  for (const file of await findFiles(folder)) results.push(await importOrRefuse(folder, file));
  shared.portalContentImportedAt = new Date();
  return results;
}

/** Paths below the folder. Links to files count (mounted volumes have nothing else), hidden folders do not. */
async function findFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const file = path.relative(folder, path.join(entry.parentPath, entry.name));
    const isHidden = file.split(path.sep).some((part) => part.startsWith(".") || part === "node_modules");
    if (isHidden || !(path.extname(entry.name) in formats)) continue;
    const target = entry.isSymbolicLink() ? await stat(path.join(folder, file)).catch(() => null) : entry;
    if (target?.isFile()) files.push(file);
  }
  return files.sort();
}

/** One file that cannot be taken must not keep the others out; a database that is away stops them all. */
async function importOrRefuse(folder: string, file: string): Promise<ImportedFile> {
  try {
    return await importFile(folder, file);
  } catch (error) {
    if (isUnavailable(error) || isLockConflict(error)) throw error;
    log().error({ err: error, path: file }, "a file could not be imported");
    const slug = slugOf(path.basename(file, path.extname(file)));
    return {
      path: file,
      slug,
      outcome: "refused",
      note: "It could not be read or stored: the log says why.",
    };
  }
}

async function importFile(folder: string, file: string): Promise<ImportedFile> {
  const importPath = file.split(path.sep).join("/");
  const slug = slugOf(path.basename(file, path.extname(file)));
  const answer = (outcome: ImportOutcome, note: string | null = null): ImportedFile => ({
    path: importPath,
    slug,
    outcome,
    note,
  });
  const source = await readFile(path.join(folder, file), "utf8");
  if (slug === "") return answer("refused", "Its name has no letter or digit: rename the file.");
  if (slug === "new") return answer("refused", "/runbooks/new is a page of the portal: rename the file.");
  if (source.includes("\0")) return answer("refused", "It holds a NUL character: it is not a text file.");
  const format = formats[path.extname(file)] ?? "md";
  const compiled = await compileRunbook({ source, format });
  return db().$transaction(
    async (tx) => {
      // One import of a path at a time, also when the row does not exist yet.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${importPath}, 0))`;
      return write(tx, { importPath, slug, source, format, compiled }, answer);
    },
    { timeout: 20_000 },
  );
}

type Candidate = {
  importPath: string;
  slug: string;
  source: string;
  format: RunbookFormat;
  compiled: CompiledRunbook;
};

async function write(
  tx: Tx,
  { importPath, slug, source, format, compiled }: Candidate,
  answer: (outcome: ImportOutcome, note?: string | null) => ImportedFile,
): Promise<ImportedFile> {
  const sha256 = sha256Of(source);
  const known = await lockRunbook(tx, slug);
  if (known && known.importPath !== importPath) {
    const owner = known.importPath ? `the file ${known.importPath}` : "a runbook made in the portal";
    return answer("refused", `Its address /runbooks/${slug} belongs to ${owner}: rename the file.`);
  }
  if (known?.importSha256 === sha256) return answer("unchanged");
  const newest = known && (await newestRevision(tx, known.id, known.currentRevision));
  if (newest?.origin === "portal") {
    if (newest.sha256 === sha256) {
      await tx.runbook.update({ where: { slug }, data: { importSha256: sha256 } });
      return answer("unchanged");
    }
    return answer(
      "edited-in-portal",
      `It was edited in the portal (revision ${newest.number}): copy that text into the file, or publish the file's.`,
    );
  }
  const squadId = await squadIdOf(tx, compiled.model.meta.squad);
  const title = compiled.model.title;
  const row =
    known ??
    (await tx.runbook.create({
      data: { slug, title, importPath, squadId, isTemplate: compiled.model.isTemplate },
    }));
  await appendRevision(tx, row, {
    source,
    format,
    message: known ? "Imported a changed file" : "Imported",
    origin: "import",
    authorId: null,
    parentNumber: known ? known.currentRevision : null,
    compiled,
  });
  await tx.runbook.update({
    where: { slug },
    data: { importSha256: sha256, squadId: row.squadId ?? squadId },
  });
  return answer(known ? "updated" : "created");
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
