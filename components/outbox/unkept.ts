import type { Clock } from "./clock";
import type { OutboxEntry } from "./outbox-entry";
import type { Unkept } from "./outbox-types";
import { isDue, pauseAfter } from "./pause";
import type { SendEntry } from "./send-entry";

type UnkeptOptions = {
  send: SendEntry;
  clock: Clock;
  random: () => number;
  /** Stored acts of the incident stand before. */
  isBlocked: (incident: string) => boolean;
  onChange: (all: readonly Unkept[]) => void;
  onKept: (entry: OutboxEntry, answer: unknown) => void;
};

export type UnkeptActs = {
  all: () => readonly Unkept[];
  put: (entry: OutboxEntry, message: string) => void;
  remove: (id: string) => void;
  /** Sends them at once, whatever the last attempt met; in their order within an incident. */
  flush: () => void;
  /** Sends those that need not wait: what stood before them may have gone. */
  look: () => void;
  stop: () => void;
};

/** What an incident waits for after an attempt that failed; for ever after an end of the session: a flush ends it. */
type Pause = { attempts: number; until: number };

/** Acts that the device could not store. They can still reach the portal while the tab lives. */
export function createUnkept(options: UnkeptOptions): UnkeptActs {
  const { send, clock, random, isBlocked, onChange, onKept } = options;
  const pauses = new Map<string, Pause>();
  let all: readonly Unkept[] = [];
  let isRunning = false;
  let isWanted = false;
  let isForced = false;
  let isStopped = false;
  let cancelTimer = () => {};

  const change = (next: readonly Unkept[]) => {
    all = next;
    onChange(all);
  };
  const isThere = (id: string) => all.some((item) => item.entry.id === id);
  const remove = (id: string) => {
    if (isThere(id)) change(all.filter((item) => item.entry.id !== id));
  };
  const put = (entry: OutboxEntry, message: string, isRefused = false) => {
    const item = { entry, message, isRefused };
    change(
      isThere(entry.id) ? all.map((other) => (other.entry.id === entry.id ? item : other)) : [...all, item],
    );
  };

  const run = async () => {
    isRunning = true;
    cancelTimer();
    while (isWanted && !isStopped) {
      const isNow = isForced;
      isWanted = false;
      isForced = false;
      await pass(isNow);
    }
    isRunning = false;
    const waiting = all.filter(({ isRefused }) => !isRefused).map(({ entry }) => entry.incident);
    const next = Math.min(...waiting.map((incident) => pauses.get(incident)?.until ?? Infinity));
    if (next < Infinity && !isStopped) cancelTimer = clock.after(Math.max(0, next - clock.now()), look);
  };

  const pass = async (isNow: boolean) => {
    const held = new Set<string>();
    for (const { entry, isRefused } of all) {
      const { id, incident } = entry;
      // Given up, or stored, while one before it was sent.
      if (isStopped || !isThere(id)) continue;
      if (isRefused || held.has(incident) || isBlocked(incident)) continue;
      const pause = pauses.get(incident);
      if (!isNow && pause && (pause.until === Infinity || !isDue(pause.until, clock.now()))) continue;
      const outcome = await send(entry);
      if (outcome.kind === "kept" || outcome.kind === "refused") pauses.delete(incident);
      else {
        held.add(incident);
        const attempts = (pause?.attempts ?? 0) + 1;
        const until =
          outcome.kind === "again" ? clock.now() + pauseAfter(attempts, outcome.afterMs, random()) : Infinity;
        pauses.set(incident, { attempts, until });
      }
      if (!isThere(id)) continue;
      if (outcome.kind === "kept") {
        onKept(entry, outcome.answer);
        remove(id);
      } else if (outcome.kind === "refused") put(entry, outcome.message, true);
    }
  };

  const look = () => {
    if (isStopped || all.length === 0) return;
    isWanted = true;
    if (!isRunning) void run();
  };

  return {
    all: () => all,
    put: (entry, message) => put(entry, message),
    remove,
    flush() {
      isForced = all.length > 0;
      look();
    },
    look,
    stop() {
      isStopped = true;
      cancelTimer();
    },
  };
}
