import "server-only";
import { isUniqueViolation } from "@/lib/db/errors";
import { retryOnConflict } from "@/lib/db/retry";
import { inTransaction, type Queryable } from "@/lib/db/sql";
import type { IncidentRef } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";
import { type LockedIncident, lockIncident } from "./append-event";
import { inLane } from "./lane";

/**
 * Runs `work` in one transaction that holds the lock on the incident: what it appends is committed and announced as
 * a whole, or not at all. A lost race for the lock is tried again. Throws AppError "not-found".
 */
export async function withIncident<T>(
  ref: IncidentRef,
  work: (tx: Queryable, incident: LockedIncident) => Promise<T>,
): Promise<T> {
  return inLane(ref, () => locked(async (tx) => work(tx, await lockIncident(tx, ref))));
}

/** The same for two incidents. They are locked in the order of their numbers, so that no two wait for each other. */
export async function withIncidents<T>(
  [one, other]: [number, number],
  work: (tx: Queryable, incidents: [LockedIncident, LockedIncident]) => Promise<T>,
): Promise<T> {
  return locked(async (tx) => {
    const first = await lockIncident(tx, Math.min(one, other));
    const second = await lockIncident(tx, Math.max(one, other));
    return work(tx, one < other ? [first, second] : [second, first]);
  });
}

async function locked<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
  try {
    return await retryOnConflict(() => inTransaction(work));
  } catch (error) {
    // Under the lock of this incident only another incident can have taken the event's id in between.
    if (isUniqueViolation(error)) throw idIsTaken();
    throw error;
  }
}

/** The id that a browser has made stands for another event already. */
export function idIsTaken(): AppError {
  return new AppError("conflict", "Another event has this id already. Reload the page and try again.");
}
