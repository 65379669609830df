import type { OutboxEntry } from "./outbox-entry";
import type { Unkept } from "./outbox-types";
import type { SendEntry } from "./send-entry";

type UnkeptOptions = {
  send: SendEntry;
  /** Stored acts of the incident stand before. */
  isBlocked: (incident: string) => boolean;
  onChange: (all: readonly Unkept[]) => void;
  onKept: (entry: OutboxEntry, answer: unknown) => void;
};

export type UnkeptActs = {
  all: () => readonly Unkept[];
  put: (entry: OutboxEntry, message: string) => void;
  remove: (id: string) => void;
  /** Sends them once, in their order within an incident. */
  flush: () => void;
};

/** Acts that the device could not store. They can still reach the portal while the tab lives. */
export function createUnkept({ send, isBlocked, onChange, onKept }: UnkeptOptions): UnkeptActs {
  let all: readonly Unkept[] = [];
  let isRunning = false;
  let isWanted = false;

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
    while (isWanted) {
      isWanted = false;
      const held = new Set<string>();
      for (const { entry, isRefused } of all) {
        if (isRefused || held.has(entry.incident) || isBlocked(entry.incident)) continue;
        const outcome = await send(entry);
        if (!isThere(entry.id)) continue;
        if (outcome.kind === "kept") {
          onKept(entry, outcome.answer);
          remove(entry.id);
        } else if (outcome.kind === "refused") put(entry, outcome.message, true);
        else held.add(entry.incident);
      }
    }
    isRunning = false;
  };

  return {
    all: () => all,
    put: (entry, message) => put(entry, message),
    remove,
    flush() {
      isWanted = true;
      if (!isRunning) void run();
    },
  };
}
