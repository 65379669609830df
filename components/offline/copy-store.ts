import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { BoardProps } from "@/components/board/board";
import type { RunAids } from "@/components/board/panels/desk-types";
import type { BoardStep } from "@/components/board/types";
import type { IncidentRow } from "@/components/lists/incident-rows";
import type { RunbookProps } from "@/components/runbook/runbook-view";
import { withDeadline } from "@/components/ui/with-deadline";
import { copyVersion, type HeldPage, type KeptEntry, type KeptPerson } from "@/lib/domain/offline-copy";

/** An open incident as lists show it, and where its record stands. */
export type KeptIncident = IncidentRow & { id: string; lastSeq: number };

/** Whose copy it is and what should be in it. */
export type CopyState = {
  version: number;
  person: KeptPerson;
  entries: KeptEntry[];
  incidents: KeptIncident[];
  /** Runbooks that the budget leaves out. */
  leftOut: number;
  /** When all of it was last found to be so, ISO 8601; null while the first filling is under way. */
  checkedAt: string | null;
};

export type HeldRunbook = HeldPage & { keptAt: string };
/** `steps` and `aids` are those of an incident that follows it. */
export type KeptRunbook = {
  slug: string;
  keptAt: string;
  runbook: RunbookProps;
  steps: BoardStep[];
  aids: RunAids;
};
/** One board a run, in the order of their start. */
export type KeptBoards = {
  key: string;
  id: string;
  lastSeq: number;
  /** What the person might do when they were fetched, as one word; empty for what this browser made itself. */
  rights: string;
  keptAt: string;
  boards: BoardProps[];
};

interface Schema extends DBSchema {
  state: { key: "state"; value: CopyState };
  held: { key: string; value: HeldRunbook };
  runbooks: { key: string; value: KeptRunbook };
  boards: { key: string; value: KeptBoards; indexes: { id: string } };
}

/** The copy was dropped, or is somebody else's now: whoever was filling it must stop. */
export class CopyGone extends Error {}

/** What this browser keeps for the time without a network. Every method rejects when the storage is refused. */
export type CopyStore = Awaited<ReturnType<typeof openCopyStore>>;

const openDeadlineMs = 5_000;
const stores = ["state", "held", "runbooks", "boards"] as const;

/** Opens the browser's copy; rejects where nothing may be kept, and when the storage hangs. */
export async function openCopyStore() {
  const opening = openDB<Schema>("portal-offline", 1, {
    upgrade(fresh) {
      fresh.createObjectStore("state");
      fresh.createObjectStore("held", { keyPath: "slug" });
      fresh.createObjectStore("runbooks", { keyPath: "slug" });
      fresh.createObjectStore("boards", { keyPath: "key" }).createIndex("id", "id");
    },
    // A later portal may change the shape: this tab must not stand in its way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const late = () => new Error("This browser's storage does not answer.");
  const db = await withDeadline(opening, openDeadlineMs, late).catch((error: unknown) => {
    opening.then(
      (one) => one.close(),
      () => {},
    );
    throw error;
  });

  return {
    /** Null when nothing is kept, or when another version of the portal kept it. */
    async state(): Promise<CopyState | null> {
      const state = await db.get("state", "state");
      return state?.version === copyVersion ? state : null;
    },
    /** Whether anything is kept, by whichever version of the portal. */
    isThere: async () => (await db.count("state")) > 0,
    held: () => db.getAll("held"),
    runbook: (slug: string) => db.get("runbooks", slug),
    /** By key (`INC-0042`) or by id. */
    boards: async (ref: string) =>
      (await db.get("boards", ref)) ?? db.getFromIndex("boards", "id", ref.toLowerCase()),
    allBoards: () => db.getAll("boards"),

    /** Makes the copy this person's: what was somebody else's, or of another version, goes first. */
    async begin(person: KeptPerson): Promise<void> {
      const tx = db.transaction(stores, "readwrite");
      const before = await tx.objectStore("state").get("state");
      const isOurs = before?.version === copyVersion && before.person.id === person.id;
      if (!isOurs) await Promise.all(stores.map((name) => tx.objectStore(name).clear()));
      const kept = isOurs ? before : { entries: [], incidents: [], leftOut: 0, checkedAt: null };
      await tx.objectStore("state").put({ ...kept, version: copyVersion, person }, "state");
      await tx.done;
    },
    /** Changes what is known of the whole. Throws CopyGone. */
    async note(person: KeptPerson, changes: Partial<Omit<CopyState, "version" | "person">>): Promise<void> {
      const tx = db.transaction("state", "readwrite");
      const state = await tx.store.get("state");
      if (state?.person.id !== person.id) throw new CopyGone();
      await tx.store.put({ ...state, ...changes }, "state");
      await tx.done;
    },
    /** Throws CopyGone. */
    async keepRunbook(
      person: KeptPerson,
      page: HeldRunbook,
      content: Pick<KeptRunbook, "runbook" | "steps" | "aids">,
    ): Promise<void> {
      const tx = db.transaction(["state", "held", "runbooks"], "readwrite");
      await assertOwner(tx.objectStore("state").get("state"), person);
      await tx.objectStore("held").put(page);
      await tx.objectStore("runbooks").put({ slug: page.slug, keptAt: page.keptAt, ...content });
      await tx.done;
    },
    async dropRunbooks(slugs: readonly string[]): Promise<void> {
      const tx = db.transaction(["held", "runbooks"], "readwrite");
      await Promise.all(
        slugs.flatMap((slug) => [
          tx.objectStore("held").delete(slug),
          tx.objectStore("runbooks").delete(slug),
        ]),
      );
      await tx.done;
    },
    /** An open board that has heard more since they were fetched keeps what it told. Throws CopyGone. */
    async keepBoards(person: KeptPerson, fetched: KeptBoards): Promise<void> {
      const tx = db.transaction(["state", "boards"], "readwrite");
      await assertOwner(tx.objectStore("state").get("state"), person);
      const known = (await tx.objectStore("boards").get(fetched.key))?.boards ?? [];
      const boards = fetched.boards.map((board) => {
        const told = known.find(({ document }) => document.runId === board.document.runId)?.initial;
        return told && told.seq > board.initial.seq ? { ...board, initial: told } : board;
      });
      await tx.objectStore("boards").put({ ...fetched, boards });
      await tx.done;
    },
    /** An open board tells what it knows; a copy that is further on, or somebody else's, stays as it is. */
    async advanceBoard(board: BoardProps): Promise<void> {
      const { incident, document, initial, person } = board;
      const tx = db.transaction(["state", "boards"], "readwrite");
      const owner = (await tx.objectStore("state").get("state"))?.person;
      const kept = await tx.objectStore("boards").get(incident.key);
      const isSame = (other: BoardProps) => other.document.runId === document.runId;
      const before = kept?.boards.find(isSame);
      if (owner?.id === person.id && (before?.initial.seq ?? -1) < initial.seq) {
        // A tab knows the rights of the time when it was opened; what was fetched since knows better.
        const boards = before
          ? (kept?.boards ?? []).map((other) => (isSame(other) ? { ...other, initial } : other))
          : [...(kept?.boards ?? []), board];
        const { key, id } = incident;
        // Its other runs come with the next look at the portal.
        const { lastSeq, rights } = kept ?? { lastSeq: -1, rights: "" };
        const keptAt = new Date().toISOString();
        await tx.objectStore("boards").put({ key, id, lastSeq, rights, keptAt, boards });
      }
      await tx.done;
    },
    /** Makes the list of open incidents what the portal says; those that it has not heard of yet stay. */
    async followIncidents(person: KeptPerson, incidents: readonly KeptIncident[]): Promise<void> {
      const tx = db.transaction(["state", "boards"], "readwrite");
      const state = await tx.objectStore("state").get("state");
      if (state?.person.id !== person.id) throw new CopyGone();
      const known = new Set(incidents.map(({ id }) => id));
      const unheard = state.incidents.filter(({ id, key }) => key === id && !known.has(id));
      const all = [...unheard, ...incidents];
      await tx.objectStore("state").put({ ...state, incidents: all }, "state");
      const keys = new Set(all.map(({ key }) => key));
      const gone = (await tx.objectStore("boards").getAllKeys()).filter((key) => !keys.has(key));
      await Promise.all(gone.map((key) => tx.objectStore("boards").delete(key)));
      await tx.done;
    },
    /** Lists an incident that only this browser knows; its key is its id. Throws CopyGone. */
    async addIncident(person: KeptPerson, incident: KeptIncident): Promise<void> {
      const tx = db.transaction("state", "readwrite");
      const state = await tx.store.get("state");
      if (state?.person.id !== person.id) throw new CopyGone();
      await tx.store.put({ ...state, incidents: [incident, ...state.incidents] }, "state");
      await tx.done;
    },
    /** Drops everything. */
    async clear(): Promise<void> {
      const tx = db.transaction(stores, "readwrite");
      await Promise.all(stores.map((name) => tx.objectStore(name).clear()));
      await tx.done;
    },
    close: () => (db as IDBPDatabase<Schema>).close(),
  };
}

async function assertOwner(state: Promise<CopyState | undefined>, person: KeptPerson): Promise<void> {
  if ((await state)?.person.id !== person.id) throw new CopyGone();
}
