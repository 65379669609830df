import type { OutboxEntry } from "../outbox-entry";
import type { OutboxStorage } from "../outbox-storage";
import type { OutboxLock } from "../web-lock";

/** A storage that several outboxes of a test share, as tabs do; outlives each of them. */
export function memoryStorage(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>();
  let last = 0;
  const sorted = () => [...entries.values()].sort((a, b) => a.order - b.order).map((entry) => ({ ...entry }));
  return {
    async add(entry) {
      if (entries.has(entry.id)) return;
      last += 1;
      entries.set(entry.id, { ...entry, order: last });
    },
    all: async () => sorted(),
    ofIncident: async (incident) => sorted().filter((entry) => entry.incident === incident),
    async change(id, change) {
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, ...change });
    },
    async remove(id) {
      entries.delete(id);
    },
  };
}

/** A lock that several outboxes of a test share. */
export function memoryLock(): OutboxLock {
  const queues = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work);
    queues.set(
      name,
      turn.catch(() => {}),
    );
    return turn;
  };
}
