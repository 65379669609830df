import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { imageName } from "@/lib/domain/portal-leads";
import { AppError } from "@/lib/errors";
import { readImage } from "./image-snapshot";
import { getLibrary } from "./library";

type RunbookImage = { bytes: Uint8Array; contentType: string };

/**
 * An image of a runbook by its name in the address; with the database away the copy on disk. Throws AppError
 * "not-found", and "unavailable" when it is not in the copy.
 */
export async function getRunbookFile(actor: Actor, slug: string, name: string): Promise<RunbookImage> {
  const sha = shaOf(name);
  try {
    return await loadImage(actor, slug, { name, sha });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return findCopy(actor, slug, name);
  }
}

async function loadImage(
  actor: Actor,
  slug: string,
  { name, sha }: { name: string; sha: string },
): Promise<RunbookImage> {
  const row = await db().runbookFile.findFirst({
    where: { runbook: { slug }, sha256: { startsWith: sha } },
    select: { bytes: true, contentType: true, sha256: true, runbook: { select: { squadId: true } } },
  });
  if (!row || imageName(row) !== name) throw noSuchFile();
  assertCan(actor, "runbook.read", { squadId: row.runbook.squadId });
  return { bytes: row.bytes, contentType: row.contentType };
}

async function findCopy(actor: Actor, slug: string, name: string): Promise<RunbookImage> {
  const { entries } = await getLibrary();
  const entry = entries.get(slug);
  const image = entry?.images.find((candidate) => imageName(candidate) === name);
  if (!entry || !image) throw noSuchFile();
  assertCan(actor, "runbook.read", { squadId: entry.squad?.id ?? null });
  const bytes = await readImage(image.sha256);
  if (!bytes) throw new AppError("unavailable", "This image is not kept. It is back with the database.");
  return { bytes, contentType: image.contentType };
}

function shaOf(name: string): string {
  const sha = /^([0-9a-f]{32})\.[a-z]+$/.exec(name)?.[1];
  if (!sha) throw noSuchFile();
  return sha;
}

function noSuchFile(): AppError {
  return new AppError("not-found", "There is no image at this address.");
}
