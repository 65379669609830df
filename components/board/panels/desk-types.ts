import type { EscalationLevel, RunbookMeta, Step, Wait } from "@/lib/domain/document";
import type { IncidentRole } from "@/lib/domain/event-data";
import type { SummarisedRun } from "@/lib/domain/hand-over-summary";
import type { ResponseLimit } from "@/lib/domain/response-limits";

/** What a revision says that helps an incident beside its steps. */
export type RunAids = {
  /** By step. */
  waits: Record<string, Wait[]>;
  limits: ResponseLimit[];
  levels: EscalationLevel[];
  triggers: string[];
  causes: { text: string; fix: string | null }[];
  dashboards: RunbookMeta["dashboards"];
};

/** A run that the board does not show at the moment. */
export type OtherRun = SummarisedRun & {
  slug: string;
  steps: readonly Pick<Step, "id" | "text" | "parentId" | "choice" | "phase" | "depth" | "sectionId">[];
};

/** What the desk asks with a form of its own. */
export type DeskQuestion =
  | { kind: "severity" | "timer" | "link" | "run" | "merge" | "hand-over" }
  | { kind: "role"; role: IncidentRole }
  | { kind: "escalate"; level: string; contact: string | null }
  | { kind: "reference"; slug: string; title: string; href: string };
