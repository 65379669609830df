import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { riskWordsOf } from "@/lib/db/risk-words";
import type { CompiledRunbook } from "@/lib/domain/document";
import { log } from "@/lib/log";
import { compileKey, compileRunbook } from "@/lib/mdx/compile-runbook";
import {
  listSnapshots,
  readSnapshot,
  sweepSnapshots,
  touchSnapshot,
  writeSnapshot,
} from "@/lib/snapshot/snapshot-files";
import { keepImages } from "./image-snapshot";
import type { LibraryEntry } from "./library";

// One file a runbook, named by all that is in it, and an index that names them and is written last: whoever reads
// the index finds what it names. Several processes may write at once; they write the same.

/** Names the shape of the files; raise it when `LibraryEntry` changes. */
const mark = "library 1";
const indexName = "library";
const prefix = "runbook-";
/** So that a publish of a hundred runbooks writes them together. */
const gatherMs = 300;
const confirmEveryMs = 60_000;
const batchSize = 64;

const entrySchema = z.object({
  /** Names the compile: with other code or settings the text is compiled anew. */
  key: z.string(),
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  isTemplate: z.boolean(),
  service: z.string().nullable(),
  squad: z.object({ id: z.string(), slug: z.string(), name: z.string(), riskWords: z.string() }).nullable(),
  updatedAt: z.coerce.date(),
  importPath: z.string().nullable(),
  images: z.array(z.object({ path: z.string(), sha256: z.string(), contentType: z.string() })),
  revision: z.object({
    id: z.string(),
    number: z.number(),
    format: z.enum(["md", "mdx"]),
    source: z.string(),
    sha256: z.string(),
    message: z.string(),
    authorName: z.string().nullable(),
    createdAt: z.coerce.date(),
  }),
  // Written by this very shape of code, which the mark and the key say.
  compiled: z.custom<CompiledRunbook>((value) => typeof value === "object" && value !== null),
  isStandIn: z.boolean(),
});

const indexSchema = z.object({ files: z.array(z.string()) });

type Entries = ReadonlyMap<string, LibraryEntry>;

const shared = globalThis as {
  portalLibraryToKeep?: Entries | undefined;
  /** What is on disk by this process; undefined when it is not sure that this is the newest. */
  portalLibraryKept?: Set<string> | undefined;
  portalLibraryConfirmedAt?: number;
};

/** Keeps the library on disk, soon and in the background. */
export function keepLibrary(entries: Entries): void {
  const isWaiting = shared.portalLibraryToKeep !== undefined;
  shared.portalLibraryToKeep = entries;
  if (!isWaiting) setTimeout(() => void keepNext(), gatherMs).unref();
}

/**
 * Says, at most once a minute, that what is on disk is still true. What is gone from there, or could not be written,
 * is written then.
 */
export function confirmLibrary(entries: Entries): void {
  if (Date.now() - (shared.portalLibraryConfirmedAt ?? 0) < confirmEveryMs) return;
  shared.portalLibraryConfirmedAt = Date.now();
  if (!shared.portalLibraryKept) keepLibrary(entries);
  else
    void touchSnapshot(indexName).then((isThere) => {
      if (!isThere) keepLibrary(entries);
    });
}

/** The library as it was last kept; null when there is none. What is damaged is left out. Never throws. */
export async function readLibrary(): Promise<{ entries: Entries; checkedAt: Date } | null> {
  const stored = await readSnapshot(indexName, mark);
  const index = indexSchema.safeParse(stored?.value);
  if (!stored || !index.success) return null;
  const { files } = index.data;
  const entries: (LibraryEntry | null)[] = [];
  for (let start = 0; start < files.length; start += batchSize)
    entries.push(...(await Promise.all(files.slice(start, start + batchSize).map(readEntry))));
  const whole = entries.filter((entry) => entry !== null);
  log().warn({ runbooks: whole.length, of: files.length }, "the library was read from the snapshot");
  return {
    entries: new Map(whole.map((entry) => [entry.slug, entry] as const)),
    checkedAt: stored.checkedAt,
  };
}

async function readEntry(name: string): Promise<LibraryEntry | null> {
  const parsed = entrySchema.safeParse((await readSnapshot(name, mark))?.value);
  if (!parsed.success) return null;
  const { key, ...entry } = parsed.data;
  if (key === keyOf(entry)) return entry;
  const { source, format } = entry.revision;
  const compiled = await compileRunbook({ source, format, riskWords: riskWordsOf(entry.squad) });
  return { ...entry, compiled, isStandIn: false };
}

async function keepNext(): Promise<void> {
  const entries = shared.portalLibraryToKeep;
  if (!entries) return;
  const known = shared.portalLibraryKept ?? new Set();
  shared.portalLibraryKept = undefined;
  const kept = await keep(entries, known).catch((error) => {
    log().error({ err: error }, "the library could not be kept on disk");
    return null;
  });
  shared.portalLibraryConfirmedAt = Date.now();
  if (shared.portalLibraryToKeep !== entries) return keepNext();
  if (kept) shared.portalLibraryKept = kept;
  shared.portalLibraryToKeep = undefined;
}

/** Writes what is not there yet; `known` was found whole before. The names of all files, or null when one failed. */
async function keep(entries: Entries, known: ReadonlySet<string>): Promise<Set<string> | null> {
  const there = new Set(await listSnapshots(prefix));
  const files = new Set<string>();
  for (const entry of entries.values()) {
    const key = keyOf(entry);
    const name = nameOf(entry, key);
    files.add(name);
    // One that an earlier process wrote is taken over when it is whole; being touched, nobody sweeps it away.
    const isWhole =
      there.has(name) &&
      (known.has(name) || (await readSnapshot(name, mark)) !== null) &&
      (await touchSnapshot(name));
    if (!isWhole && !(await writeSnapshot(name, mark, { key, ...entry }))) return null;
  }
  if (!(await writeSnapshot(indexName, mark, { files: [...files] }))) return null;
  await sweepSnapshots(prefix, files);
  return (await keepImages(entries)) ? files : null;
}

function keyOf({ revision: { source, format }, squad }: LibraryEntry): string {
  return compileKey({ source, format, riskWords: riskWordsOf(squad) });
}

/** Of all that the file says, in one order: an entry from disk and one from the database must have the same name. */
function nameOf(entry: LibraryEntry, key: string): string {
  const { id, slug, title, isTemplate, service, squad, updatedAt, importPath, images, isStandIn } = entry;
  const { number, format, sha256, message, authorName, createdAt } = entry.revision;
  const text = JSON.stringify([
    [mark, key, entry.compiled.road, isStandIn],
    [id, slug, title, isTemplate, service, updatedAt, importPath],
    squad && [squad.id, squad.slug, squad.name, squad.riskWords],
    images.map((image) => [image.path, image.sha256, image.contentType]),
    [entry.revision.id, number, format, sha256, message, authorName, createdAt],
  ]);
  return `${prefix}${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}
