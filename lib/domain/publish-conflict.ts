import type { RunbookFormat } from "./document";

/** What a publish on top of somebody else's newer revision answers beside its sentence (status 409). */
export type ConflictDetails = {
  currentNumber: number;
  currentSource: string;
  currentFormat: RunbookFormat;
  /** Null for an import. */
  currentAuthor: string | null;
  currentMessage: string;
  /** ISO 8601 in UTC. */
  currentCreatedAt: string;
  /** The text that the refused one was written on; null when there is no revision of that number. */
  baseSource: string | null;
};
