import "server-only";
import { db } from "@/lib/db/client";

/** A file of an export. `path` has forward slashes; whoever writes it checks that it stays inside the folder. */
export type ExportedFile = { path: string; bytes: Uint8Array };

const batch = 50;

/**
 * The source of every current revision, byte for byte as it was imported or published, under the path that it was
 * imported from (`SLUG.md` when it was made in the portal), and the images that came along.
 */
export async function* exportRunbooks(): AsyncGenerator<ExportedFile> {
  const rows = await db().runbook.findMany({
    where: { currentRevision: { gt: 0 } },
    // A path that was imported is kept as it is: those that make theirs up come last.
    orderBy: [{ importPath: { sort: "asc", nulls: "last" } }, { slug: "asc" }],
    select: { id: true, slug: true, importPath: true, currentRevision: true },
  });
  const written = new Set<string>();
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch);
    const revisions = await db().revision.findMany({
      where: { OR: some.map((row) => ({ runbookId: row.id, number: row.currentRevision })) },
      select: { runbookId: true, source: true, format: true },
    });
    const files = await db().runbookFile.findMany({
      where: { runbookId: { in: some.map((row) => row.id) } },
      select: { path: true, bytes: true },
    });
    for (const row of some) {
      const revision = revisions.find((each) => each.runbookId === row.id);
      if (!revision) continue;
      const path = freePath(row.importPath ?? `${row.slug}.${revision.format}`, row.slug, written);
      yield { path, bytes: new TextEncoder().encode(revision.source) };
    }
    for (const { path, bytes } of files) {
      if (written.has(path)) continue;
      written.add(path);
      yield { path, bytes };
    }
  }
}

/** A runbook made in the portal may have the address that another's path spells. */
function freePath(wish: string, slug: string, written: Set<string>): string {
  const ending = /\.[^/.]+$/.exec(wish)?.[0] ?? "";
  let path = wish;
  for (let count = 2; written.has(path); count += 1) path = `${slug}-${count}${ending}`;
  written.add(path);
  return path;
}
