import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import type { KeptImage } from "@/lib/domain/portal-leads";
import { listSnapshots, readSnapshot, sweepSnapshots, writeSnapshot } from "@/lib/snapshot/snapshot-files";
import type { LibraryEntry } from "./library";

// The images of the runbooks in an outage: one file each, named by what is in it, so that it is never written twice.

/** Names the shape of the files. */
const mark = "image 1";
const prefix = "image-";
/** Bytes of all images together; those of the runbooks that changed last come first. */
const imageBudget = 50 * 1_024 * 1_024;

const imageSchema = z.object({ base64: z.string() });

const shared = globalThis as {
  /** What this process has found whole on disk. */
  portalImagesKept?: Set<string>;
};

/** Keeps the images of the current runbooks on disk; false when one could not be written. Needs the database. */
export async function keepImages(
  entries: ReadonlyMap<string, LibraryEntry>,
  budget = imageBudget,
): Promise<boolean> {
  const wanted = await chooseImages(entries, budget);
  const there = new Set(await listSnapshots(prefix));
  const known = shared.portalImagesKept ?? new Set();
  shared.portalImagesKept = known;
  for (const sha256 of wanted) {
    const name = prefix + sha256;
    const isWhole = there.has(name) && (known.has(name) || (await readImage(sha256)) !== null);
    if (!isWhole && !(await writeImage(sha256))) return false;
    known.add(name);
  }
  await sweepSnapshots(prefix, new Set(wanted.map((sha256) => prefix + sha256)));
  return true;
}

/** An image as it was last kept; null when it is not, or not whole. Never throws. */
export async function readImage(sha256: KeptImage["sha256"]): Promise<Uint8Array | null> {
  const stored = imageSchema.safeParse((await readSnapshot(prefix + sha256, mark))?.value);
  return stored.success ? Buffer.from(stored.data.base64, "base64") : null;
}

async function chooseImages(entries: ReadonlyMap<string, LibraryEntry>, budget: number): Promise<string[]> {
  const newestFirst = [...entries.values()].toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const shown = new Set(newestFirst.flatMap(({ images }) => images.map(({ sha256 }) => sha256)));
  if (shown.size === 0) return [];
  const rows = await db().$queryRaw<{ sha256: string; size: number }[]>`
    SELECT DISTINCT sha256, octet_length(bytes) AS size FROM runbook_files`;
  const sizes = new Map(rows.map(({ sha256, size }) => [sha256, size]));
  let left = budget;
  return [...shown].filter((sha256) => {
    const size = sizes.get(sha256);
    if (size === undefined || size > left) return false;
    left -= size;
    return true;
  });
}

/** True as well when the image is gone by now: nothing is missing then. */
async function writeImage(sha256: string): Promise<boolean> {
  const row = await db().runbookFile.findFirst({ where: { sha256 }, select: { bytes: true } });
  return !row || writeSnapshot(prefix + sha256, mark, { base64: Buffer.from(row.bytes).toString("base64") });
}
