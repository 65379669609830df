import type { Clock } from "./clock";
import type { OutboxEntry } from "./outbox-entry";
import { isDue } from "./pause";
import type { OutboxLock } from "./web-lock";

type LaneOptions = {
  incident: string;
  lock: OutboxLock;
  clock: Clock;
  /** The entry whose turn it is, or null. */
  next: () => Promise<OutboxEntry | null>;
  /** Sends it and stores what became of it; true when the next one may go. */
  attempt: (entry: OutboxEntry) => Promise<boolean>;
};

/** The queue of one incident. */
export type Lane = {
  /** Looks whether something is to be sent; `now` means at once, whatever the last attempt met. */
  wake: (now: boolean) => void;
  /** Looks again at that time (milliseconds since 1970). */
  wakeAt: (time: number) => void;
  stop: () => void;
};

const storageTroubleMs = 5_000;

/**
 * Sends the entries of one incident one after the other, under a lock that the tabs of a browser share. The order
 * holds by the lock alone in this browser, and would hold without: nobody sends an entry before all older ones have
 * left the storage.
 */
export function createLane({ incident, lock, clock, next, attempt }: LaneOptions): Lane {
  let isRunning = false;
  let isWanted = false;
  let isForced = false;
  let isStopped = false;
  let cancelTimer = () => {};

  const wakeAt = (time: number) => {
    cancelTimer();
    if (isStopped) return;
    cancelTimer = clock.after(Math.max(0, time - clock.now()), () => wake(false));
  };

  const wake = (now: boolean) => {
    if (isStopped) return;
    isForced ||= now;
    isWanted = true;
    if (!isRunning) void run();
  };

  const run = async () => {
    isRunning = true;
    try {
      while (isWanted && !isStopped) {
        isWanted = false;
        await lock(`portal-outbox:${incident}`, pass);
      }
    } catch {
      // The storage or the lock failed, not the portal: what is stored stays, and is looked at again.
      wakeAt(clock.now() + storageTroubleMs);
    } finally {
      isRunning = false;
    }
  };

  const pass = async () => {
    while (!isStopped) {
      const entry = await next();
      if (!entry) return;
      const isNow = isForced;
      isForced = false;
      if (!isNow && entry.trouble === "signed-out") return;
      if (!isNow && !isDue(entry.retryAt, clock.now())) return wakeAt(entry.retryAt ?? 0);
      if (!(await attempt(entry))) return;
    }
  };

  return {
    wake,
    wakeAt,
    stop() {
      isStopped = true;
      cancelTimer();
    },
  };
}
