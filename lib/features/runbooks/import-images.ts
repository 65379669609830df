import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { imageTypeOf, maxImageBytes } from "@/lib/domain/image-type";
import { imageAddresses } from "@/lib/domain/link-document";
import { resolveRelative } from "@/lib/domain/relative-path";

/** Reads a file by its path from the top of the imported folder; null where there is none. */
export type ReadImage = (path: string) => Promise<Uint8Array | null>;

type Shown = { runbookId: string; importPath: string; html: string };

/** Most images that are taken along with one runbook. */
const maxImages = 100;

/**
 * Keeps the images that a page shows by relative addresses, and forgets those it no longer shows. Gives whether
 * anything changed, and a sentence on what was left behind.
 */
export async function storeImages(
  tx: Tx,
  { runbookId, importPath, html }: Shown,
  readImage: ReadImage | undefined,
): Promise<{ isChanged: boolean; note: string | null }> {
  if (!readImage) return { isChanged: false, note: null };
  const paths = new Set(
    imageAddresses(html).flatMap((address) => resolveRelative(importPath, address) ?? []),
  );
  const known = await tx.runbookFile.findMany({
    where: { runbookId },
    select: { id: true, path: true, sha256: true },
  });
  const left: string[] = [];
  let isChanged = false;
  for (const path of [...paths].slice(0, maxImages)) {
    const bytes = await readImage(path);
    const contentType = bytes && bytes.length <= maxImageBytes ? imageTypeOf(bytes) : null;
    if (!bytes || contentType === null) {
      left.push(path);
      continue;
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (known.some((file) => file.path === path && file.sha256 === sha256)) continue;
    isChanged = true;
    const row = { contentType, sha256, bytes: Uint8Array.from(bytes) };
    await tx.runbookFile.upsert({
      where: { runbookId_path: { runbookId, path } },
      create: { runbookId, path, ...row },
      update: row,
    });
  }
  const gone = known.filter((file) => !paths.has(file.path));
  if (gone.length > 0) {
    isChanged = true;
    await tx.runbookFile.deleteMany({ where: { id: { in: gone.map((file) => file.id) } } });
  }
  left.push(...[...paths].slice(maxImages));
  const note =
    left.length === 0 ? null : `Images left behind (missing, too large or no images): ${left.join(", ")}.`;
  return { isChanged, note };
}
