import type { OutboxEntry } from "./outbox-entry";

/** The part of an entry that attempts change, or that an incident brings when the portal has given it a key. */
export type EntryChange = Partial<
  Pick<OutboxEntry, "state" | "refusal" | "attempts" | "trouble" | "retryAt" | "incidentKey">
>;

/** Where entries are kept. All tabs of a browser share one; lists come in the order of adding. */
export type OutboxStorage = {
  /**
   * Puts the entry last and resolves once it would outlive the tab. The same id again changes nothing. Throws
   * NotKeptError.
   */
  add: (entry: OutboxEntry) => Promise<void>;
  all: () => Promise<OutboxEntry[]>;
  ofIncident: (incident: string) => Promise<OutboxEntry[]>;
  /** Does nothing when the entry is gone. */
  change: (id: string, change: EntryChange) => Promise<void>;
  remove: (id: string) => Promise<void>;
};

/** The device does not keep an entry. The message is a sentence for the person at the screen. */
export class NotKeptError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "NotKeptError";
  }
}
