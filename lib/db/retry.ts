import "server-only";
import { isLockConflict } from "./errors";

const pauses = [30, 120];

/**
 * Runs a whole transaction again when it lost a race for a lock, at most twice. The work must have no effect
 * outside its transaction.
 */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!isLockConflict(error)) throw error;
    }
    // Two that collided must not meet again at the same moment.
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
  return work();
}
