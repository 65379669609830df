import "server-only";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import { riskWordsOf } from "@/lib/db/risk-words";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { groupBy } from "@/lib/domain/group-by";
import { indexRunbooks, type KeptImage, type RunbookIndex } from "@/lib/domain/portal-leads";
import { AppError } from "@/lib/errors";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { confirmLibrary, keepLibrary, readLibrary } from "./library-snapshot";

/** One runbook with its current revision, compiled. */
export type LibraryEntry = {
  id: string;
  slug: string;
  title: string;
  isTemplate: boolean;
  service: string | null;
  squad: { id: string; slug: string; name: string; riskWords: string } | null;
  updatedAt: Date;
  importPath: string | null;
  images: KeptImage[];
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
  /** `compiled` is of an earlier revision, because this one could not be rendered. */
  isStandIn: boolean;
};

export type Library = {
  entries: ReadonlyMap<string, LibraryEntry>;
  /** All runbooks by path, for the links between them. */
  index: RunbookIndex;
  /** When the copy was last known to be true; null while the database answers. */
  staleSince: Date | null;
  /** Changes with every change of a runbook; for caches that are made from the library. */
  version: string;
};

type Memory = Omit<Library, "staleSince"> & {
  checkedAt: Date;
  /** Nothing of it came from the database yet: it was read from the snapshot on disk. */
  isFromDisk: boolean;
};

/** Runbooks that are compiled at a time, well below what the compiler lets wait. */
const batchSize = 64;

type Loads = { running: Promise<Library>; next: Promise<Library> | null };

const shared = globalThis as {
  portalLibrary?: Memory;
  portalLibraryLoads?: Loads | undefined;
  portalLibraryListeners?: Set<(library: Library) => void>;
};

/** Calls `changed` after each load that brought something new. It must neither throw nor take long. */
export function onLibraryChange(changed: (library: Library) => void): void {
  shared.portalLibraryListeners ??= new Set();
  shared.portalLibraryListeners.add(changed);
}

/**
 * All current runbooks. Asks the database for a light list at each call and loads what changed; with the database
 * gone it gives the copy of this process, or that on disk, and says since when. Throws AppError "unavailable" when
 * there is neither.
 * Calls at the same time share a load, but never one that began before them: what was written before the call, by
 * whatever process, is in the answer.
 */
export function getLibrary(): Promise<Library> {
  const loads = shared.portalLibraryLoads;
  if (!loads) return start();
  loads.next ??= loads.running.then(start, start);
  return loads.next;
}

function start(): Promise<Library> {
  const loads: Loads = { running: load(), next: null };
  shared.portalLibraryLoads = loads;
  const end = () => {
    if (shared.portalLibraryLoads === loads && loads.next === null) shared.portalLibraryLoads = undefined;
  };
  loads.running.then(end, end);
  return loads.running;
}

/** What this process could still show without the database; null when there is no copy yet. */
export function libraryCopy(): { runbooks: number; checkedAt: Date; isFromDisk: boolean } | null {
  const memory = shared.portalLibrary;
  if (!memory) return null;
  const { entries, checkedAt, isFromDisk } = memory;
  return { runbooks: entries.size, checkedAt, isFromDisk };
}

async function load(): Promise<Library> {
  const memory = shared.portalLibrary;
  try {
    const { entries, isChanged } = await refresh(memory?.entries ?? new Map());
    const version = [...entries.values()].map(fingerprint).join("\n");
    const isSame = version === memory?.version;
    const index = isSame ? memory.index : indexRunbooks(entries.values());
    shared.portalLibrary = { entries, index, version, checkedAt: new Date(), isFromDisk: false };
    const library = { entries, index, version, staleSince: null };
    const isNews = !isSame || memory.isFromDisk;
    if (isNews) for (const changed of shared.portalLibraryListeners ?? []) changed(library);
    if (isChanged || isNews) keepLibrary(entries);
    else confirmLibrary(entries);
    return library;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const copy = memory ?? (await fromDisk());
    if (!copy) {
      throw new AppError("unavailable", "The database cannot be reached yet. Try again in a moment.", {
        cause: error,
      });
    }
    return { ...copy, staleSince: copy.checkedAt };
  }
}

async function fromDisk(): Promise<Memory | null> {
  const kept = await readLibrary();
  if (!kept) return null;
  const { entries, checkedAt } = kept;
  const version = [...entries.values()].map(fingerprint).join("\n");
  shared.portalLibrary = {
    entries,
    checkedAt,
    version,
    index: indexRunbooks(entries.values()),
    isFromDisk: true,
  };
  return shared.portalLibrary;
}

const fingerprint = (entry: LibraryEntry) =>
  [
    entry.slug,
    entry.compiled.road,
    entry.isStandIn,
    entry.revision.number,
    // Images change without a new text.
    entry.updatedAt.getTime(),
    entry.title,
    entry.squad?.name,
    entry.squad?.riskWords,
    entry.service,
  ].join("\0");

async function refresh(
  known: ReadonlyMap<string, LibraryEntry>,
): Promise<{ entries: Map<string, LibraryEntry>; isChanged: boolean }> {
  const rows = await db().runbook.findMany({
    where: { currentRevision: { gt: 0 } },
    orderBy: { title: "asc" },
    include: { squad: { select: { id: true, slug: true, name: true, riskWords: true } } },
  });
  const changed = rows.filter((row) => isChanged(row, known.get(row.slug)));
  const [revisions, images] =
    changed.length === 0 ? [[], []] : await Promise.all([loadRevisions(changed), loadImages(changed)]);
  const loaded = new Map(revisions.map((revision) => [revision.runbookId, revision]));
  const imagesOf = groupBy(images, (image) => image.runbookId);
  const entries: (LibraryEntry | null)[] = [];
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    entries.push(
      ...(await Promise.all(
        batch.map((row) => {
          const before = known.get(row.slug);
          const kept = loaded.has(row.id) ? (imagesOf.get(row.id) ?? []) : (before?.images ?? []);
          return entryOf({ ...row, images: kept }, loaded.get(row.id), before);
        }),
      )),
    );
  }
  return {
    entries: new Map(entries.flatMap((entry) => (entry ? [[entry.slug, entry] as const] : []))),
    isChanged: changed.length > 0,
  };
}

/**
 * An import may bring other images for the same text: the row's time tells. The squad's words change what is drawn.
 * A copy from disk may be that of another database.
 */
function isChanged(
  row: { id: string; currentRevision: number; updatedAt: Date; squad: { riskWords: string } | null },
  before: LibraryEntry | undefined,
): boolean {
  return (
    before?.id !== row.id ||
    before.revision.number !== row.currentRevision ||
    before.squad?.riskWords !== row.squad?.riskWords ||
    before.updatedAt.getTime() !== row.updatedAt.getTime()
  );
}

type RevisionRow = Awaited<ReturnType<typeof loadRevisions>>[number];
type RunbookRow = Pick<
  LibraryEntry,
  "id" | "slug" | "title" | "isTemplate" | "service" | "squad" | "updatedAt" | "importPath" | "images"
>;

async function entryOf(
  { id, slug, title, isTemplate, service, squad, updatedAt, importPath, images }: RunbookRow,
  changed: RevisionRow | undefined,
  before: LibraryEntry | undefined,
): Promise<LibraryEntry | null> {
  const facts = { id, slug, title, isTemplate, service, squad, updatedAt, importPath, images };
  const revision = changed ? withAuthorName(changed) : before?.revision;
  if (!revision) return null;
  // A page that fell back to its source may have met a busy moment: the compiler knows whether to try again.
  if (!changed && before && before.compiled.road !== "source" && !before.isStandIn)
    return { ...before, ...facts };
  const { source, format } = revision;
  const compiled = await compileRunbook({ source, format, riskWords: riskWordsOf(squad) });
  // Promise 1: when the new text cannot be rendered at all, the last page that could be stays up.
  if (compiled.road === "source" && before && before.compiled.road !== "source") {
    const standIn = { ...before.compiled, problems: compiled.problems };
    return { ...facts, revision, compiled: standIn, isStandIn: true };
  }
  return { ...facts, revision, compiled, isStandIn: false };
}

function withAuthorName({ author, ...row }: RevisionRow): LibraryEntry["revision"] {
  return { ...row, authorName: author?.name ?? null };
}

function loadImages(rows: { id: string }[]) {
  return db().runbookFile.findMany({
    where: { runbookId: { in: rows.map((row) => row.id) } },
    select: { runbookId: true, path: true, sha256: true, contentType: true },
  });
}

function loadRevisions(rows: { id: string; currentRevision: number }[]) {
  return db().revision.findMany({
    where: { OR: rows.map((row) => ({ runbookId: row.id, number: row.currentRevision })) },
    include: { author: { select: { name: true } } },
  });
}
