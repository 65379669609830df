import "server-only";
import { db } from "@/lib/db/client";
import type { RunbookPlace } from "@/lib/domain/portal-leads";

/** Every runbook with the path that it was imported from. */
export function listPlaces(): Promise<RunbookPlace[]> {
  return db().runbook.findMany({
    where: { currentRevision: { gt: 0 } },
    select: { slug: true, importPath: true },
  });
}
