import { uuidv7 } from "uuidv7";
import type { OutboxDatabase } from "./outbox-database";
import type { OutboxLock } from "./web-lock";

const leaseMs = 12_000;
const renewMs = 4_000;
const lookMs = 500;

/**
 * A lock for browsers without Web Locks: a row with an end, which its holder moves on while it works. The lease of a
 * tab that died ends by itself.
 */
export function leaseLock(database: OutboxDatabase, holder: string = uuidv7()): OutboxLock {
  const take = (name: string): Promise<boolean> =>
    database(async (db) => {
      const tx = db.transaction("leases", "readwrite");
      const lease = await tx.store.get(name);
      const left = lease ? lease.until - Date.now() : 0;
      // An end further off than any lease was written by a clock that was wrong.
      const isHeld = lease !== undefined && lease.holder !== holder && left > 0 && left <= leaseMs;
      if (!isHeld) await tx.store.put({ name, holder, until: Date.now() + leaseMs });
      await tx.done;
      return !isHeld;
    });

  const giveBack = (name: string): Promise<void> =>
    database(async (db) => {
      const tx = db.transaction("leases", "readwrite");
      const lease = await tx.store.get(name);
      if (lease?.holder === holder) await tx.store.delete(name);
      await tx.done;
    });

  return async (name, work) => {
    while (!(await take(name))) await new Promise((resolve) => setTimeout(resolve, lookMs));
    const renewal = setInterval(() => void take(name).catch(() => {}), renewMs);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      // At worst it ends by itself.
      await giveBack(name).catch(() => {});
    }
  };
}
