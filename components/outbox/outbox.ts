import { changeAfter } from "./change-after";
import { type OutboxChannel, type OutboxMessage, silentChannel } from "./channel";
import { type Clock, realClock } from "./clock";
import { createLane, type Lane } from "./lane";
import { newEntry, type OutboxEntry } from "./outbox-entry";
import { NotKeptError, type OutboxStorage } from "./outbox-storage";
import { emptyOutbox, type Kept, type Outbox, type OutboxSnapshot } from "./outbox-types";
import type { Outcome, SendEntry } from "./send-entry";
import { createUnkept } from "./unkept";
import type { OutboxLock } from "./web-lock";

export type OutboxOptions = {
  personId: string;
  storage: OutboxStorage;
  lock: OutboxLock;
  send: SendEntry;
  channel?: OutboxChannel;
  clock?: Clock;
  random?: () => number;
};

const storageTroubleMs = 5_000;

/**
 * Keeps what a person does until the portal has acknowledged it: stored first, then sent, in order within an
 * incident, with the same id for ever. Nothing leaves it but by an acknowledgement or by `discard`.
 */
export function createOutbox({
  personId,
  storage,
  lock,
  send,
  channel = silentChannel,
  clock = realClock,
  random = Math.random,
}: OutboxOptions): Outbox {
  const listeners = new Set<() => void>();
  const keptListeners = new Set<(kept: Kept) => void>();
  const lanes = new Map<string, Lane>();
  let snapshot = emptyOutbox;
  let reading: Promise<void> | null = null;
  let isStale = false;
  let isStopped = false;

  const show = (change: Partial<OutboxSnapshot>) => {
    if (isStopped) return;
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };

  /** What was stored before the call is shown after it. Never throws: the next look may go better. */
  const refresh = (): Promise<void> => {
    isStale = true;
    reading ??= readAll();
    return reading;
  };

  const readAll = async () => {
    // Also before the first read of a storage that answers at once, `reading` is set.
    await null;
    while (isStale && !isStopped) {
      isStale = false;
      const all = await storage.all().catch(() => null);
      if (!all) {
        // Nothing may be overlooked for good because one look failed.
        if (snapshot.isLoaded) clock.after(storageTroubleMs, () => void refresh());
        break;
      }
      const entries = all.filter((entry) => entry.personId === personId);
      const foreign = all.filter((entry) => entry.personId !== personId);
      const needsSignIn = entries.some((entry) => entry.trouble === "signed-out");
      show({ isLoaded: true, entries, foreign, needsSignIn });
      for (const incident of waitingIncidents()) laneOf(incident).wake(false);
      // What was stored goes before it, and may have gone.
      unkept.look();
    }
    // Without a pause after the last look, or a change in between would be read by nobody.
    reading = null;
  };

  const waitingIncidents = () =>
    new Set(snapshot.entries.filter((entry) => entry.state === "waiting").map((entry) => entry.incident));

  const laneOf = (incident: string): Lane => {
    const known = lanes.get(incident);
    if (known) return known;
    const lane = createLane({ incident, lock, clock, attempt, next: () => nextOf(incident) });
    lanes.set(incident, lane);
    return lane;
  };

  const nextOf = async (incident: string): Promise<OutboxEntry | null> => {
    const entries = (await storage.ofIncident(incident)).filter((entry) => entry.personId === personId);
    // What was done in an incident waits until the portal knows the incident.
    const opening = entries.find((entry) => entry.kind === "incident");
    if (opening) return opening.state === "waiting" ? opening : null;
    return entries.find((entry) => entry.state === "waiting") ?? null;
  };

  const attempt = async (entry: OutboxEntry): Promise<boolean> => {
    const outcome = await trySending(entry);
    if (isStopped) return false;
    if (outcome.kind === "kept") {
      if (entry.kind === "incident") await nameIncident(entry.incident, outcome.answer);
      await storage.remove(entry.id);
      tellKept({ id: entry.id, incident: entry.incident, answer: outcome.answer });
    } else {
      await storage.change(entry.id, changeAfter(entry, outcome, clock.now(), random()));
      channel.post({ type: "changed" });
    }
    await refresh();
    return outcome.kind === "kept" || outcome.kind === "refused";
  };

  /** What was done in it before it had a key shows the key from now on. */
  const nameIncident = async (incident: string, answer: unknown) => {
    const incidentKey = keyIn(answer);
    for (const { id } of await storage.ofIncident(incident)) await storage.change(id, { incidentKey });
  };

  const trySending = (entry: OutboxEntry): Promise<Outcome> =>
    send(entry).catch(() => ({ kind: "again", afterMs: null }));

  const hearKept = (kept: Kept) => {
    for (const listener of keptListeners) listener(kept);
    // The portal answers again: whatever waits out a pause need not.
    endPauses((entry) => entry.id !== kept.id);
    unkept.flush();
  };

  const endPauses = (isMeant: (entry: OutboxEntry) => boolean) => {
    for (const entry of snapshot.entries) {
      if (entry.trouble && isMeant(entry)) laneOf(entry.incident).wake(true);
    }
  };

  const tellKept = (kept: Kept) => {
    hearKept(kept);
    channel.post({ type: "kept", ...kept });
  };

  const changed = async () => {
    channel.post({ type: "changed" });
    await refresh();
  };

  const unkept = createUnkept({
    send: trySending,
    clock,
    random,
    isBlocked: (incident) => waitingIncidents().has(incident),
    onChange: (all) => show({ unkept: all }),
    onKept: ({ id, incident }, answer) => hearKept({ id, incident, answer }),
  });

  const keep = async (entry: OutboxEntry) => {
    try {
      await storage.add(entry);
    } catch (error) {
      const message = error instanceof NotKeptError ? error.message : "This browser could not store it.";
      unkept.put(entry, message);
      unkept.flush();
      throw error instanceof NotKeptError ? error : new NotKeptError(message, { cause: error });
    }
    unkept.remove(entry.id);
    await changed();
    endPauses((other) => other.incident === entry.incident);
  };

  /** What could not be stored may be by now; in the order in which it was done. */
  const keepOlder = async (isMeant: (entry: OutboxEntry) => boolean) => {
    for (const { entry } of unkept.all()) {
      // Given up, or refused, while one before it was stored.
      const isWanted = unkept.all().some((item) => item.entry.id === entry.id && !item.isRefused);
      if (isWanted && isMeant(entry)) await keep(entry).catch(() => {});
    }
  };

  const wake = () => {
    void refresh().then(() => endPauses(() => true));
    void keepOlder(() => true);
  };

  channel.listen((message: OutboxMessage) => {
    if (message.type === "kept") hearKept(message);
    void refresh();
  });
  wake();

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onKept(listener) {
      keptListeners.add(listener);
      return () => keptListeners.delete(listener);
    },
    async add(draft) {
      const entry = newEntry(draft, personId, clock.now());
      await keepOlder(({ incident }) => incident === entry.incident);
      await keep(entry);
    },
    async retry(id) {
      const lost = unkept.all().find((item) => item.entry.id === id);
      if (lost) return keep(lost.entry);
      await storage.change(id, {
        state: "waiting",
        refusal: null,
        attempts: 0,
        trouble: null,
        retryAt: null,
      });
      await changed();
    },
    async discard(id) {
      unkept.remove(id);
      await storage.remove(id);
      await changed();
    },
    async confirm(id) {
      unkept.remove(id);
      if (!snapshot.entries.some((entry) => entry.id === id)) return;
      await storage.remove(id);
      await changed();
    },
    refresh,
    wake,
    stop() {
      isStopped = true;
      for (const lane of lanes.values()) lane.stop();
      unkept.stop();
      channel.close();
    },
  };
}

function keyIn(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("key" in answer)) return null;
  return typeof answer.key === "string" ? answer.key : null;
}
