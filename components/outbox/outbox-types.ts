import type { OutboxDraft, OutboxEntry } from "./outbox-entry";

/** An act that the device could not store; it is gone with the tab. */
export type Unkept = { entry: OutboxEntry; message: string; isRefused: boolean };

export type OutboxSnapshot = {
  /** False until the storage was read once. */
  isLoaded: boolean;
  /** What this person did and the portal has not acknowledged, oldest first. */
  entries: readonly OutboxEntry[];
  /** Entries of others who used this browser: never sent for this person. */
  foreign: readonly OutboxEntry[];
  unkept: readonly Unkept[];
  /** The portal asks for a sign-in before it takes anything. */
  needsSignIn: boolean;
};

/** The portal has an entry: its id, its incident's uuid, and the body of the portal's answer. */
export type Kept = { id: string; incident: string; answer: unknown };

export type Outbox = {
  get: () => OutboxSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Hears of each acknowledgement, also of other tabs, before the entry goes from the snapshot. */
  onKept: (listener: (kept: Kept) => void) => () => void;
  /** Resolves when the device has stored the act. Throws NotKeptError; the act then stands under `unkept`. */
  add: (draft: OutboxDraft) => Promise<void>;
  /** Tries again what was refused or could not be stored; the same id, so it can never count twice. */
  retry: (id: string) => Promise<void>;
  /** Gives an act up for good. */
  discard: (id: string) => Promise<void>;
  /** The portal is known to have it, by another road than an answer. */
  confirm: (id: string) => Promise<void>;
  /** Reads the storage again. */
  refresh: () => Promise<void>;
  /** Reads the storage again and tries at once: the network is back, the tab is shown, somebody signed in. */
  wake: () => void;
  stop: () => void;
};

export const emptyOutbox: OutboxSnapshot = {
  isLoaded: false,
  entries: [],
  foreign: [],
  unkept: [],
  needsSignIn: false,
};
