import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { withDeadline } from "@/components/ui/with-deadline";
import type { OutboxEntry } from "./outbox-entry";
import { NotKeptError } from "./outbox-storage";

/** Who may send for an incident, in browsers without Web Locks. */
export type Lease = { name: string; holder: string; until: number };

export type OutboxSchema = DBSchema & {
  entries: {
    key: string;
    value: OutboxEntry;
    indexes: { "by-order": number; "by-incident": [string, number] };
  };
  leases: { key: string; value: Lease };
};

export type OutboxDatabase = <T>(use: (db: IDBPDatabase<OutboxSchema>) => Promise<T>) => Promise<T>;

const version = 1;
const deadlineMs = 5_000;

/**
 * The database of this browser's outbox, opened at the first use and again after it was closed from outside. Each use
 * has a deadline: a browser's storage can hang. Throws NotKeptError.
 */
export function openOutboxDatabase(name = "portal-outbox"): OutboxDatabase {
  let opening: Promise<IDBPDatabase<OutboxSchema>> | null = null;

  const open = () => {
    const forget = () => {
      if (opening === opened) opening = null;
    };
    const opened = openDB<OutboxSchema>(name, version, {
      upgrade(db, from) {
        if (from < 1) {
          const entries = db.createObjectStore("entries", { keyPath: "id" });
          entries.createIndex("by-order", "order", { unique: true });
          entries.createIndex("by-incident", ["incident", "order"]);
          db.createObjectStore("leases", { keyPath: "name" });
        }
      },
      // A tab of a newer build waits for us; holding on would stop its ticks. We open again at the next use.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase | null)?.close();
        forget();
      },
      terminated: forget,
    });
    // One that was given up may still come.
    opened.then((db) => opening !== opened && db.close(), forget);
    return opened;
  };

  return async (use) => {
    try {
      opening ??= open();
      const opened = opening;
      const db = await inTime(opened).catch((error: unknown) => {
        // An opening that hangs is not waited for again: the next use opens anew.
        if (opening === opened) opening = null;
        throw error;
      });
      return await inTime(use(db));
    } catch (error) {
      // A connection that was closed under our feet is no reason to fail twice.
      if (isNamed(error, "InvalidStateError")) opening = null;
      throw error instanceof NotKeptError ? error : new NotKeptError(sentenceFor(error), { cause: error });
    }
  };
}

const inTime = <T>(work: Promise<T>): Promise<T> =>
  withDeadline(
    work,
    deadlineMs,
    () => new NotKeptError("This browser's storage does not answer. Close other tabs of the portal."),
  );

function sentenceFor(error: unknown): string {
  if (isNamed(error, "QuotaExceededError")) return "This device has no room left.";
  if (isNamed(error, "VersionError")) return "The portal was updated. Reload this tab.";
  return "This browser stores nothing. Is this a private window?";
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
