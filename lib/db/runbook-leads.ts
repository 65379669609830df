import "server-only";
import type { Leads } from "@/lib/domain/link-document";
import { indexRunbooks, leadsOf } from "@/lib/domain/portal-leads";
import { db } from "./client";

/** Where the relative addresses in a runbook's text lead today, for any of its revisions. */
export async function findRunbookLeads(slug: string): Promise<Leads> {
  const [places, images] = await Promise.all([
    db().runbook.findMany({
      where: { currentRevision: { gt: 0 } },
      select: { slug: true, importPath: true },
    }),
    db().runbookFile.findMany({
      where: { runbook: { slug } },
      select: { path: true, sha256: true, contentType: true },
    }),
  ]);
  const own = places.find((place) => place.slug === slug) ?? { slug, importPath: null };
  return leadsOf(own, images, indexRunbooks(places));
}
