import "server-only";
import { createHash } from "node:crypto";
import { assertCan } from "@/lib/access/assert-can";
import { can } from "@/lib/access/policy";
import type { Actor } from "@/lib/domain/actor";
import { linkDocument } from "@/lib/domain/link-document";
import type { KeptEntry } from "@/lib/domain/offline-copy";
import { leadsOf, type RunbookIndex } from "@/lib/domain/portal-leads";
import { AppError } from "@/lib/errors";
import { PIPELINE_VERSION } from "@/lib/mdx/pipeline-version";
import { getLibrary, type LibraryEntry } from "./library";
import { summarise } from "./list-runbooks";

/**
 * Every runbook that the actor may read, as a browser lists and finds it without a network. Works from memory, as the
 * list does. Throws AppError "unavailable" while the database is away: a copy must not follow what cannot be checked.
 */
export async function listKeptRunbooks(actor: Actor): Promise<KeptEntry[]> {
  assertCan(actor, "copy.keep");
  const { entries, index, staleSince } = await getLibrary();
  if (staleSince || actor.isStandIn) {
    throw new AppError("unavailable", "The database cannot be reached. What is kept on this device stays.");
  }
  return [...entries.values()]
    .filter((entry) => can(actor, "runbook.read", { squadId: entry.squad?.id ?? null }))
    .map((entry) => keptEntry(actor, entry, index));
}

function keptEntry(actor: Actor, entry: LibraryEntry, index: RunbookIndex): KeptEntry {
  const { model } = entry.compiled;
  const { alerts, ...summary } = summarise(entry);
  return {
    ...summary,
    tag: tagOf(actor, entry, index),
    size: Buffer.byteLength(entry.compiled.html),
    isMine: entry.squad !== null && actor.memberOf.includes(entry.squad.id),
    alerts: model.alerts.map(({ name, normalized, anchor }) => ({ name, normalized, anchor })),
    headings: model.sections.slice(1).map(({ id, text }) => ({ id, text })),
  };
}

/** Another tag, another page: what the text became, what stands around it, and what this actor may do with it. */
function tagOf(actor: Actor, entry: LibraryEntry, index: RunbookIndex): string {
  const { title, isTemplate, squad, revision, compiled } = entry;
  const target = { squadId: squad?.id ?? null };
  const rights = (["incident.open", "runbook.edit", "problems.read"] as const).map((permission) =>
    can(actor, permission, target),
  );
  const facts = [PIPELINE_VERSION, title, isTemplate, squad?.name, revision.number, revision.authorName];
  return shortHash(JSON.stringify([...facts, compiled.road, ...rights, pageHash(entry, index)]));
}

const pageHashes = new WeakMap<RunbookIndex, Map<string, { html: string; hash: string }>>();

/** A page changes with where its links lead too. Worked out once for each state of the library. */
function pageHash(entry: LibraryEntry, index: RunbookIndex): string {
  const known = pageHashes.get(index) ?? new Map<string, { html: string; hash: string }>();
  pageHashes.set(index, known);
  const { html } = entry.compiled;
  const before = known.get(entry.slug);
  if (before?.html === html) return before.hash;
  const hash = shortHash(linkDocument(html, leadsOf(entry, entry.images, index)));
  known.set(entry.slug, { html, hash });
  return hash;
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 16);
