import "server-only";
import { getLibrary } from "./library";

/** Seconds since the current revision of each runbook was published, by slug; empty while there is nothing to read. */
export async function runbookAges(now: Date): Promise<ReadonlyMap<string, number>> {
  const library = await getLibrary().catch(() => null);
  const entries = [...(library?.entries.values() ?? [])].filter((entry) => !entry.isTemplate);
  return new Map(
    entries.map(({ slug, revision }) => [
      slug,
      Math.max(0, (now.getTime() - revision.createdAt.getTime()) / 1_000),
    ]),
  );
}
