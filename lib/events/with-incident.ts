import "server-only";
import { db, type Tx } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { retryOnConflict } from "@/lib/db/retry";
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
  work: (tx: Tx, incident: LockedIncident) => Promise<T>,
): Promise<T> {
  const attempt = () =>
    db().$transaction(async (tx) => work(tx, await lockIncident(tx, ref)), {
      maxWait: 4_000,
      timeout: 5_000,
    });
  try {
    return await inLane(ref, () => retryOnConflict(attempt));
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
