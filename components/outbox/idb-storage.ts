import type { OutboxDatabase } from "./outbox-database";
import type { OutboxStorage } from "./outbox-storage";

/** Entries in IndexedDB. Adding waits until the disk has them. */
export function idbStorage(database: OutboxDatabase): OutboxStorage {
  return {
    add: (entry) =>
      database(async (db) => {
        const tx = db.transaction("entries", "readwrite", { durability: "strict" });
        const known = await tx.store.getKey(entry.id);
        if (known === undefined) {
          const last = await tx.store.index("by-order").openKeyCursor(null, "prev");
          await tx.store.add({ ...entry, order: (last?.key ?? 0) + 1 });
        }
        await tx.done;
      }),
    all: () => database((db) => db.getAllFromIndex("entries", "by-order")),
    ofIncident: (incident) =>
      database((db) =>
        db.getAllFromIndex("entries", "by-incident", IDBKeyRange.bound([incident], [incident, Infinity])),
      ),
    change: (id, change) =>
      database(async (db) => {
        const tx = db.transaction("entries", "readwrite");
        const entry = await tx.store.get(id);
        if (entry) await tx.store.put({ ...entry, ...change });
        await tx.done;
      }),
    remove: (id) => database((db) => db.delete("entries", id)),
  };
}
