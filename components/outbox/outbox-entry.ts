import type { EventInput } from "@/lib/domain/incident-event";
import type { Severity } from "@/lib/domain/incident-status";

/** Why the portal will not take an entry as it is. */
export type Refusal = { status: number; message: string };

/** Body of `POST /api/v1/incidents`, with ids made here so that an incident can be opened without a network. */
export type OpenIncidentBody = {
  id: string;
  runId?: string;
  runbookSlug: string;
  /** Number of the revision that is followed; the current one when it is left out. */
  revision?: number;
  title: string;
  severity: Severity;
  isDrill: boolean;
  occurredAt?: string;
};

type Content = { kind: "event"; body: EventInput } | { kind: "incident"; body: OpenIncidentBody };

/** What somebody asks to be kept. `id` is the id of the event, or of the incident that is opened. */
export type OutboxDraft = Content & {
  id: string;
  /** The incident's uuid: entries with the same one are sent in their order. */
  incident: string;
  /** As people name it (`INC-0042`); null while only this browser knows the incident. */
  incidentKey: string | null;
  /** What it is about in words, such as the text of the step; null when the kind says it all. */
  about: string | null;
};

/**
 * One act of a person that the portal has not acknowledged. Stored in browsers as it stands here: a changed shape
 * needs a new version of the database and an upgrade.
 */
export type OutboxEntry = OutboxDraft & {
  /** Rises with each entry of this browser; given by the storage. */
  order: number;
  personId: string;
  /** When it was done, ISO 8601 in UTC. */
  at: string;
  state: "waiting" | "refused";
  /** Set while the state is `refused`. */
  refusal: Refusal | null;
  attempts: number;
  /** What the last attempt met, while it waits. */
  trouble: "unreachable" | "signed-out" | null;
  /** Milliseconds since 1970: not before then, unless something wakes the queue. */
  retryAt: number | null;
};

/** An entry that was never tried; the storage gives it its place. */
export function newEntry(draft: OutboxDraft, personId: string, now: number): OutboxEntry {
  return {
    ...draft,
    order: 0,
    personId,
    at: new Date(now).toISOString(),
    state: "waiting",
    refusal: null,
    attempts: 0,
    trouble: null,
    retryAt: null,
  };
}
