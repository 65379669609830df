import "server-only";
import { log } from "@/lib/log";

/** Between two looks at a database that is away. */
const pauseMs = 500;

export type Breaker = {
  /** The database is away: ask nothing, fail at once. */
  isOpen: () => boolean;
  /** Says that the database did not answer. */
  trip: (error: unknown) => void;
};

/**
 * Keeps everybody from waiting for a dead database. Once it did not answer, it is asked by nobody but `probe`, one at
 * a time and in the background, so that no request pays for finding out; when `probe` resolves, all may ask again.
 */
export function createBreaker(probe: () => Promise<void>): Breaker {
  let openedAt: number | null = null;

  async function look(): Promise<void> {
    try {
      await probe();
    } catch {
      setTimeout(() => void look(), pauseMs).unref();
      return;
    }
    log().warn({ awayMs: Date.now() - (openedAt ?? 0) }, "the database answers again");
    openedAt = null;
  }

  return {
    isOpen: () => openedAt !== null,
    trip(error) {
      if (openedAt !== null) return;
      openedAt = Date.now();
      log().warn({ err: error }, "the database is away: reading goes on from copies");
      void look();
    },
  };
}
