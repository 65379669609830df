import type { IncidentEvent } from "./incident-event";
import type { Severity } from "./incident-status";
import type { Review } from "./timeline";

export type ReviewedRun = {
  id: string;
  /** ISO 8601 in UTC. */
  startedAt: string;
  runbook: { slug: string; title: string; squadName: string | null };
  revision: number;
  /** The runbook's newest revision: larger than `revision` when it was published since. */
  newestRevision: number;
  /** SHA-256 of the revision's text: proof of what was followed. */
  sha256: string;
};

/** Everything that the review of an incident shows and exports. Secrets are masked in all of it. */
export type ReviewPage = {
  incident: {
    id: string;
    number: number;
    key: string;
    title: string;
    severity: Severity;
    isDrill: boolean;
    openedAt: string;
    openedBy: string;
  };
  runs: ReviewedRun[];
  review: Review;
  events: IncidentEvent[];
};
