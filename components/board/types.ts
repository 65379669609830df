import type { LiveUnit } from "@/lib/domain/commands/copy-units";
import type { Section, Step, Variable } from "@/lib/domain/document";
import type { Severity } from "@/lib/domain/incident-status";

export type BoardIncident = {
  id: string;
  key: string;
  title: string;
  severity: Severity;
  isDrill: boolean;
  /** ISO 8601 in UTC. */
  openedAt: string;
  openedBy: string;
};

export type BoardStep = Pick<
  Step,
  "id" | "kind" | "text" | "ordinal" | "parentId" | "sectionId" | "depth" | "phase" | "choice"
>;

/** What the browser needs of the run that the board shows. */
export type BoardDocument = {
  runId: string;
  startedAt: string;
  slug: string;
  title: string;
  titleAnchor: string | null;
  squadName: string | null;
  revision: number;
  newestRevision: number;
  /** With the state of the steps written into its slots. */
  html: string;
  sections: Pick<Section, "id" | "text" | "depth">[];
  steps: BoardStep[];
  commands: LiveUnit[];
  variables: Variable[];
};

export type BoardRights = { canAppend: boolean; canChangeStatus: boolean };

export type Person = { id: string; name: string };
