import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import { imageName } from "@/lib/domain/portal-leads";
import { AppError } from "@/lib/errors";

/** An image of a runbook by its name in the address. Throws AppError "not-found". */
export async function getRunbookFile(
  actor: Actor,
  slug: string,
  name: string,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const row = await db().runbookFile.findFirst({
    where: { runbook: { slug }, sha256: { startsWith: shaOf(name) } },
    select: { bytes: true, contentType: true, sha256: true, runbook: { select: { squadId: true } } },
  });
  if (!row || imageName(row) !== name) throw noSuchFile();
  assertCan(actor, "runbook.read", { squadId: row.runbook.squadId });
  return { bytes: row.bytes, contentType: row.contentType };
}

function shaOf(name: string): string {
  const sha = /^([0-9a-f]{32})\.[a-z]+$/.exec(name)?.[1];
  if (!sha) throw noSuchFile();
  return sha;
}

function noSuchFile(): AppError {
  return new AppError("not-found", "There is no image at this address.");
}
