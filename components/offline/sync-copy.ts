import type { BoardProps } from "@/components/board/board";
import { copyVersion, type KeptEntry, type KeptPerson, planCopy } from "@/lib/domain/offline-copy";
import { type Answer, indexPath } from "./ask-portal";
import { CopyGone, type CopyStore, type KeptBoards, type KeptIncident, type KeptRunbook } from "./copy-store";

export type SyncOutcome =
  | "kept"
  /** The person may no longer, or is no longer signed in: everything was dropped. */
  | "dropped"
  /** The portal did not answer, or is of another version than this page; what is kept stays. */
  | "unreachable";

type Options = {
  store: CopyStore;
  get: (path: string) => Promise<Answer>;
  now: () => Date;
  /** Most bytes of runbooks. */
  budget?: number;
  /** Called after each step, so that a page can show how far it is. */
  onStep?: () => void;
};

type Index = { version: number; person: KeptPerson; runbooks: KeptEntry[] };

/** Runbooks that are fetched at a time. */
const lanes = 2;

class Refused extends Error {}
class Unreachable extends Error {}

/**
 * Makes the browser's copy follow the portal: boards of open incidents first, then runbooks in the order of the plan.
 * Can be stopped at any point and goes on from there the next time. Throws what the storage throws.
 */
export async function syncCopy(options: Options): Promise<SyncOutcome> {
  try {
    await follow(options);
    return "kept";
  } catch (error) {
    if (error instanceof Refused) {
      await options.store.clear();
      return "dropped";
    }
    if (error instanceof CopyGone) return "dropped";
    if (error instanceof Unreachable) return "unreachable";
    throw error;
  }
}

async function follow({ store, get, now, budget, onStep = () => {} }: Options): Promise<void> {
  const index = parse<Index>(await ask(get, indexPath));
  if (index.version !== copyVersion) throw new Unreachable();
  const { person, runbooks: entries } = index;
  await store.begin(person);
  const plan = planCopy(entries, await store.held(), budget);
  await store.dropRunbooks(plan.drop);
  await store.note(person, { entries, leftOut: plan.leftOut });
  onStep();

  await followIncidents({ store, get, now }, person, entries);
  onStep();

  const waiting = plan.fetch.values();
  const lane = async () => {
    for (const { slug, tag } of waiting) {
      const { status, text } = await ask(get, `/api/v1/offline/runbooks/${encodeURIComponent(slug)}`);
      // Gone, or not for this person, since the index was made.
      if (status !== 200) await store.dropRunbooks([slug]);
      else {
        const content = JSON.parse(text) as Pick<KeptRunbook, "runbook" | "steps" | "aids">;
        const keptAt = now().toISOString();
        await store.keepRunbook(person, { slug, tag, bytes: text.length, keptAt }, content);
      }
      onStep();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await store.note(person, { checkedAt: now().toISOString() });
  onStep();
}

async function followIncidents(
  { store, get, now }: Pick<Options, "store" | "get" | "now">,
  person: KeptPerson,
  entries: readonly KeptEntry[],
): Promise<void> {
  const answer = await ask(get, "/api/v1/offline/incidents");
  const { incidents } = parse<{ incidents: KeptIncident[] }>(answer);
  const known = new Map((await store.allBoards()).map((kept) => [kept.key, kept]));
  const newest = new Map(entries.map(({ slug, revision }) => [slug, revision]));
  const { name, role, canOpen } = person;
  const rights = JSON.stringify([name, role, canOpen]);
  // The record alone does not tell: what the person may do and the newest revision change without an event.
  const isSame = (kept: KeptBoards) =>
    kept.rights === rights &&
    kept.boards.every(({ document: { slug, newestRevision } }) => {
      return (newest.get(slug) ?? newestRevision) === newestRevision;
    });
  for (const { key, id, lastSeq } of incidents) {
    const kept = known.get(key);
    if (kept?.lastSeq === lastSeq && isSame(kept)) continue;
    const { status, text } = await ask(get, `/api/v1/offline/incidents/${key}`);
    if (status !== 200) continue;
    const { boards } = JSON.parse(text) as { boards: BoardProps[] };
    await store.keepBoards(person, { key, id, lastSeq, rights, keptAt: now().toISOString(), boards });
  }
  await store.followIncidents(person, incidents);
}

/** An answer that says something of this one thing. Throws Refused when it says something of the person. */
async function ask(get: Options["get"], path: string): Promise<Answer> {
  const answer = await get(path);
  if (answer.status === 401) throw new Refused();
  if (answer.status !== 200 && answer.status !== 403 && answer.status !== 404) throw new Unreachable();
  return answer;
}

function parse<T>({ status, text }: Answer): T {
  if (status === 403) throw new Refused();
  if (status !== 200) throw new Unreachable();
  return JSON.parse(text) as T;
}
