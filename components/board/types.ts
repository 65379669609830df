import type { LiveUnit } from "@/lib/domain/commands/copy-units";
import type { Section, Step, Variable } from "@/lib/domain/document";
import type { Severity } from "@/lib/domain/incident-status";
import type { RunAids } from "./panels/desk-types";

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

/** A command of a step whose output can be kept; what it should print, when the text says so. */
export type StepCommand = { id: string; expected: string | null };

export type BoardStep = Pick<
  Step,
  | "id"
  | "text"
  | "ordinal"
  | "parentId"
  | "sectionId"
  | "depth"
  | "phase"
  | "choice"
  | "condition"
  | "expected"
> & {
  kind: Step["kind"] | "added";
  /** Who added it during the incident, and behind which step (null: behind the last); null for one of the text. */
  added: { after: string | null; by: string; at: string } | null;
  commands: StepCommand[];
};

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
  /** Those of the text; board-steps.ts puts the ones that were added between them. */
  steps: BoardStep[];
  commands: LiveUnit[];
  variables: Variable[];
  aids: RunAids;
};

export type BoardRights = { canAppend: boolean; canChangeStatus: boolean };

export type Person = { id: string; name: string };
