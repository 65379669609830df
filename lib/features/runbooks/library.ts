import "server-only";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { AppError } from "@/lib/errors";
import { compileRunbook } from "@/lib/mdx/compile-runbook";

/** One runbook with its current revision, compiled. */
export type LibraryEntry = {
  id: string;
  slug: string;
  title: string;
  isTemplate: boolean;
  service: string | null;
  squad: { id: string; slug: string; name: string } | null;
  updatedAt: Date;
  revision: {
    id: string;
    number: number;
    format: RunbookFormat;
    source: string;
    sha256: string;
    message: string;
    authorName: string | null;
    createdAt: Date;
  };
  compiled: CompiledRunbook;
};

export type Library = {
  entries: ReadonlyMap<string, LibraryEntry>;
  /** When the copy was last known to be true; null while the database answers. */
  staleSince: Date | null;
  /** Changes with every change of a runbook; for caches that are made from the library. */
  version: string;
};

type Memory = { entries: Map<string, LibraryEntry>; version: string; checkedAt: Date; downUntil: number };

/** After a failure the database is left alone for this long, so that reading does not wait for a dead one. */
const breakerMs = 2_000;

const shared = globalThis as { portalLibrary?: Memory; portalLibraryLoad?: Promise<Library> | undefined };

/**
 * All current runbooks. Asks the database for a light list at each call and loads what changed; with the database
 * gone it gives the copy of this process and says since when. Throws AppError "unavailable" when there is no copy yet.
 * Calls at the same time share one load.
 */
export function getLibrary(): Promise<Library> {
  shared.portalLibraryLoad ??= load().finally(() => {
    shared.portalLibraryLoad = undefined;
  });
  return shared.portalLibraryLoad;
}

async function load(): Promise<Library> {
  const memory = shared.portalLibrary;
  if (memory && Date.now() < memory.downUntil) return { ...memory, staleSince: memory.checkedAt };
  try {
    const entries = await refresh(memory?.entries ?? new Map());
    const version = [...entries.values()].map(fingerprint).join("\n");
    shared.portalLibrary = { entries, version, checkedAt: new Date(), downUntil: 0 };
    return { entries, version, staleSince: null };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    if (!memory) {
      throw new AppError("unavailable", "The database cannot be reached yet. Try again in a moment.", {
        cause: error,
      });
    }
    memory.downUntil = Date.now() + breakerMs;
    return { ...memory, staleSince: memory.checkedAt };
  }
}

const fingerprint = (entry: LibraryEntry) =>
  [entry.slug, entry.revision.number, entry.title, entry.squad?.name, entry.service].join("\0");

async function refresh(known: ReadonlyMap<string, LibraryEntry>): Promise<Map<string, LibraryEntry>> {
  const rows = await db().runbook.findMany({
    where: { currentRevision: { gt: 0 } },
    orderBy: { title: "asc" },
    include: { squad: { select: { id: true, slug: true, name: true } } },
  });
  const changed = rows.filter((row) => known.get(row.slug)?.revision.number !== row.currentRevision);
  const revisions = changed.length === 0 ? [] : await loadRevisions(changed);
  const loaded = new Map(revisions.map((revision) => [revision.runbookId, revision]));
  const entries = await Promise.all(
    rows.map(async ({ id, slug, title, isTemplate, service, squad, updatedAt }) => {
      const facts = { id, slug, title, isTemplate, service, squad, updatedAt };
      const before = known.get(slug);
      const revision = loaded.get(id);
      if (!revision) return before ? { ...before, ...facts } : null;
      const { author, ...rest } = revision;
      const compiled = await compileRunbook(revision);
      // Promise 1: when the new text cannot be rendered at all, the last page that could be stays up.
      const shown = compiled.road === "source" && before ? keepLast(before.compiled, compiled) : compiled;
      return { ...facts, revision: { ...rest, authorName: author?.name ?? null }, compiled: shown };
    }),
  );
  return new Map(entries.flatMap((entry) => (entry ? [[entry.slug, entry] as const] : [])));
}

function loadRevisions(rows: { id: string; currentRevision: number }[]) {
  return db().revision.findMany({
    where: { OR: rows.map((row) => ({ runbookId: row.id, number: row.currentRevision })) },
    include: { author: { select: { name: true } } },
  });
}

function keepLast(last: CompiledRunbook, failed: CompiledRunbook): CompiledRunbook {
  return last.road === "source" ? failed : { ...last, problems: failed.problems };
}
