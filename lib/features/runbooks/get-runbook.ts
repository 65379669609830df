import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import type { Actor } from "@/lib/domain/actor";
import type { CompiledRunbook, Problem, RunbookFormat } from "@/lib/domain/document";
import { linkDocument } from "@/lib/domain/link-document";
import { leadsOf, type RunbookIndex } from "@/lib/domain/portal-leads";
import { AppError } from "@/lib/errors";
import { problemsAmongOthers } from "@/lib/reading/lint/among-others";
import { getLibrary, type LibraryEntry } from "./library";

export type RunbookPage = {
  runbook: {
    id: string;
    slug: string;
    title: string;
    squadId: string | null;
    squadName: string | null;
    service: string | null;
    isTemplate: boolean;
  };
  /** `createdAt` is ISO 8601 in UTC; `authorName` is null for an import. */
  revision: {
    number: number;
    authorName: string | null;
    createdAt: string;
    message: string;
    format: RunbookFormat;
    sha256: string;
  };
  compiled: CompiledRunbook;
  /** Set while the database is away: the page is the process's copy as of that time. */
  stale: { asOf: string } | null;
};

/** The current revision of a runbook, rendered. Throws AppError "not-found". */
export async function getRunbookPage(actor: Actor, slug: string): Promise<RunbookPage> {
  const { entry, index, staleSince } = await getEntry(actor, slug);
  const { id, title, squad, service, isTemplate, revision, compiled } = entry;
  const { number, authorName, message, format, sha256 } = revision;
  return {
    runbook: {
      id,
      slug: entry.slug,
      title,
      squadId: squad?.id ?? null,
      squadName: squad?.name ?? null,
      service,
      isTemplate,
    },
    revision: { number, authorName, message, format, sha256, createdAt: revision.createdAt.toISOString() },
    compiled: {
      ...compiled,
      html: linkDocument(compiled.html, leadsOf(entry, entry.images, index)),
      problems: problemsOf(entry, index),
    },
    stale: staleSince && { asOf: staleSince.toISOString() },
  };
}

/** With what the text alone cannot tell: references that lead to no runbook of this portal, and a date long past. */
function problemsOf({ slug, importPath, compiled, revision }: LibraryEntry, index: RunbookIndex): Problem[] {
  return problemsAmongOthers(compiled, revision.source, {
    ownPath: importPath ?? `${slug}.md`,
    paths: index.paths,
    today: new Date().toISOString().slice(0, 10),
  });
}

/** The source text of the current revision, byte for byte. Throws AppError "not-found". */
export async function getRunbookSource(
  actor: Actor,
  slug: string,
): Promise<{ source: string; sha256: string }> {
  const { entry } = await getEntry(actor, slug);
  return { source: entry.revision.source, sha256: entry.revision.sha256 };
}

/** A runbook of the library, for whoever may read it. Throws AppError "not-found". */
export async function getEntry(
  actor: Actor,
  slug: string,
): Promise<{ entry: LibraryEntry; index: RunbookIndex; staleSince: Date | null }> {
  const { entries, index, staleSince } = await getLibrary();
  const entry = entries.get(slug);
  if (!entry)
    throw new AppError("not-found", "There is no runbook at this address. It may have been renamed.");
  assertCan(actor, "runbook.read", { squadId: entry.squad?.id ?? null });
  return { entry, index, staleSince };
}
