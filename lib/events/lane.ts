import type { IncidentRef } from "@/lib/domain/incident-key";
import { AppError } from "@/lib/errors";

const longestWait = 8_000;

const shared = globalThis as { portalLanes?: Map<IncidentRef, Promise<unknown>> };

/**
 * Lets the writers of one incident go one after the other within this process. They would wait for the row lock
 * anyway, but each with a connection of the pool in its hand, and a busy incident must not take them all.
 */
export function inLane<T>(ref: IncidentRef, work: () => Promise<T>): Promise<T> {
  shared.portalLanes ??= new Map();
  const lanes = shared.portalLanes;
  const begun = Date.now();
  const before = lanes.get(ref) ?? Promise.resolve();
  const turn = before.then(() => {
    if (Date.now() - begun > longestWait) {
      throw new AppError("unavailable", "Too many people write here at once. Try again in a moment.");
    }
    return work();
  });
  // The next one waits for the end, however it ends.
  const end = turn
    .catch(() => undefined)
    .finally(() => {
      if (lanes.get(ref) === end) lanes.delete(ref);
    });
  lanes.set(ref, end);
  return turn;
}
