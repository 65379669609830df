import "server-only";
import { log } from "@/lib/log";

/** Between two looks at a database that is away. */
const pauseMs = 500;

export type Breaker = {
  /** The database is away: ask nothing, fail at once. */
  isOpen: () => boolean;
  /** Says that an answer is slow to come, so that the database had better be looked at; nobody waits for that. */
  doubt: (reason: unknown) => void;
  /** Says that something failed as it would with a database that is away; until it is looked at, nobody need ask. */
  suspect: (reason: unknown) => void;
  /** Resolves once it is known whether a suspicion is right; at once when there is none. Never rejects. */
  verdict: () => Promise<void>;
};

/**
 * Keeps everybody from waiting for a dead database. One query without an answer does not prove one, so at a suspicion
 * `probe` asks, and only when it fails too, nobody but `probe` asks any more: one at a time and in the background, so
 * that no request pays for finding out. When it resolves, all may ask again.
 */
export function createBreaker(probe: () => Promise<void>): Breaker {
  let openedAt: number | null = null;
  let looking: Promise<void> | null = null;
  let isSuspect = false;

  async function look(reason: unknown): Promise<void> {
    try {
      await probe();
    } catch {
      if (openedAt === null) {
        openedAt = Date.now();
        log().warn({ err: reason }, "the database is away: reading goes on from copies");
      }
      setTimeout(() => void look(reason), pauseMs).unref();
      return;
    }
    if (openedAt !== null) log().warn({ awayMs: Date.now() - openedAt }, "the database answers again");
    openedAt = null;
  }

  function doubt(reason: unknown): void {
    if (openedAt !== null || looking) return;
    looking = look(reason).finally(() => {
      looking = null;
      isSuspect = false;
    });
  }

  return {
    isOpen: () => openedAt !== null,
    doubt,
    suspect(reason) {
      doubt(reason);
      isSuspect = looking !== null;
    },
    verdict: () => (isSuspect && looking) || Promise.resolve(),
  };
}
