import type { Role } from "./actor";

/** Changes when the shape of what browsers keep does: what an older portal wrote is then fetched anew. */
export const copyVersion = 3;

/** How much a browser keeps of runbooks by default, in bytes. */
export const copyBudget = 25 * 1024 * 1024;

/** A runbook as a browser lists and finds it without a network. */
export type KeptEntry = {
  slug: string;
  /** Another tag, another page. */
  tag: string;
  /** Bytes of its HTML; the page with everything around it takes about three times that. */
  size: number;
  title: string;
  squadId: string | null;
  squadName: string | null;
  service: string | null;
  isTemplate: boolean;
  /** Of a squad that the person is a member of. */
  isMine: boolean;
  /** ISO 8601 in UTC. */
  updatedAt: string;
  revision: number;
  stepCount: number;
  commandCount: number;
  alerts: { name: string; normalized: string; anchor: string }[];
  headings: { id: string; text: string }[];
};

/** Whose copy it is. */
export type KeptPerson = { id: string; name: string; role: Role; canOpen: boolean };

/** What a browser holds already: the tag of its page, and its size there. */
export type HeldPage = { slug: string; tag: string; bytes: number };

export type CopyPlan = {
  /** To be fetched, in this order. */
  fetch: KeptEntry[];
  /** Slugs to be dropped: gone from the index, or beyond the budget. */
  drop: string[];
  /** Runbooks that the budget leaves out. */
  leftOut: number;
};

/**
 * What to fetch and what to drop so that the copy follows the index: own squads first, then the newest, until the
 * budget is spent. A page that is there already is dropped only for one that comes before it.
 */
export function planCopy(
  entries: readonly KeptEntry[],
  held: readonly HeldPage[],
  budget = copyBudget,
): CopyPlan {
  const known = new Map(held.map((page) => [page.slug, page]));
  const wanted: KeptEntry[] = [];
  let spent = 0;
  for (const entry of entries.toSorted(byUse)) {
    spent += known.get(entry.slug)?.bytes ?? entry.size * 3;
    if (spent > budget) break;
    wanted.push(entry);
  }
  const slugs = new Set(wanted.map(({ slug }) => slug));
  return {
    fetch: wanted.filter(({ slug, tag }) => known.get(slug)?.tag !== tag),
    drop: held.flatMap(({ slug }) => (slugs.has(slug) ? [] : [slug])),
    leftOut: entries.length - wanted.length,
  };
}

function byUse(one: KeptEntry, other: KeptEntry): number {
  return (
    Number(other.isMine) - Number(one.isMine) ||
    other.updatedAt.localeCompare(one.updatedAt) ||
    one.slug.localeCompare(other.slug)
  );
}
