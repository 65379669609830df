import "server-only";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import { linkDocument } from "@/lib/domain/link-document";
import { imageName, leadsOf, type RunbookIndex } from "@/lib/domain/portal-leads";
import { env } from "@/lib/env";
import type { StandaloneRunbook } from "@/lib/standalone/runbook-page";
import type { LibraryEntry } from "./library";

/** Where the links and images of a page that stands alone lead. Null leaves a link unresolved, an image its words. */
export type StandalonePlaces = {
  runbook: (slug: string) => string;
  /** By the name of the image in an address of the portal. */
  image: (name: string) => string | null;
};

/** A runbook of the library, ready for a page of its own. */
export function standaloneRunbook(
  entry: LibraryEntry,
  index: RunbookIndex,
  places: StandalonePlaces,
): StandaloneRunbook {
  const { slug, title, isTemplate, service, squad, revision, compiled } = entry;
  const portal = leadsOf(entry, entry.images, index);
  const lastPart = (address: string | null) => address?.split("/").at(-1);
  const html = linkDocument(compiled.html, {
    runbook: (target, isPath) => {
      const found = lastPart(portal.runbook(target, isPath));
      return found === undefined ? null : places.runbook(decodeURIComponent(found));
    },
    image: (address) => {
      const name = lastPart(portal.image(address));
      return name === undefined ? null : places.image(name);
    },
  });
  return {
    slug,
    title,
    isTemplate,
    service,
    squadName: squad?.name ?? null,
    revision,
    model: compiled.model,
    html,
  };
}

/** The images of a runbook as data addresses, by their names; null while the database is away. */
export async function imagesAsData({
  id,
  images,
}: LibraryEntry): Promise<ReadonlyMap<string, string> | null> {
  if (images.length === 0) return new Map();
  try {
    const rows = await db().runbookFile.findMany({
      where: { runbookId: id },
      select: { sha256: true, contentType: true, bytes: true },
    });
    return new Map(
      rows.map((row) => [
        imageName(row),
        `data:${row.contentType};base64,${Buffer.from(row.bytes).toString("base64")}`,
      ]),
    );
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return null;
  }
}

/** Address of the portal, without a slash at its end. */
export function portalUrl(): string {
  return env().NEXTAUTH_URL.replace(/\/+$/, "");
}
