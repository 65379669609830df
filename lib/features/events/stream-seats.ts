import { AppError } from "@/lib/errors";

const seatsPerPerson = 24;

const shared = globalThis as { portalStreams?: Map<string, number> };

/** Counts an open stream of a person; gives the function that counts it out. Throws when there are too many. */
export function takeSeat(personId: string): () => void {
  shared.portalStreams ??= new Map();
  const seats = shared.portalStreams;
  const taken = seats.get(personId) ?? 0;
  if (taken >= seatsPerPerson) {
    throw new AppError("too-many-requests", "You have too many boards open at once. Close some tabs.");
  }
  seats.set(personId, taken + 1);
  let isLeft = false;
  return () => {
    if (isLeft) return;
    isLeft = true;
    const now = (seats.get(personId) ?? 1) - 1;
    if (now > 0) seats.set(personId, now);
    else seats.delete(personId);
  };
}

/** How many streams this process has open. */
export function countStreams(): number {
  let count = 0;
  for (const taken of shared.portalStreams?.values() ?? []) count += taken;
  return count;
}
