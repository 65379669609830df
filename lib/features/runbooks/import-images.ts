import "server-only";
import type { Tx } from "@/lib/db/client";
import { type LeftImage, type ReadImage, readImages } from "./read-images";

type Shown = { runbookId: string; importPath: string; html: string };

/** The images of one import: how many the runbook now has, and what stayed behind. */
export type StoredImages = { kept: number; left: LeftImage[] };

/** Keeps the images that a page shows by relative addresses, and forgets those that it no longer shows. */
export async function storeImages(
  tx: Tx,
  { runbookId, importPath, html }: Shown,
  readImage: ReadImage,
): Promise<StoredImages & { isChanged: boolean }> {
  const { images, left } = await readImages({ importPath, html }, readImage);
  const known = await tx.runbookFile.findMany({
    where: { runbookId },
    select: { id: true, path: true, sha256: true },
  });
  const changed = images.filter(
    (image) => !known.some((file) => file.path === image.path && file.sha256 === image.sha256),
  );
  for (const { path, contentType, sha256, bytes } of changed) {
    const row = { contentType, sha256, bytes: Uint8Array.from(bytes) };
    await tx.runbookFile.upsert({
      where: { runbookId_path: { runbookId, path } },
      create: { runbookId, path, ...row },
      update: row,
    });
  }
  // One that is shown still and cannot be read today is kept as it was.
  const shown = new Set([...images, ...left].map(({ path }) => path));
  const gone = known.filter((file) => !shown.has(file.path));
  if (gone.length > 0)
    await tx.runbookFile.deleteMany({ where: { id: { in: gone.map((file) => file.id) } } });
  return { kept: images.length, left, isChanged: changed.length > 0 || gone.length > 0 };
}
