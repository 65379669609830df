import type { FactEvent } from "../board-state";

/** A runbook that is followed in the incident. */
export type StartedRun = {
  id: string;
  slug: string;
  title: string;
  revision: number;
  by: string;
  at: string;
};

/** The runs of an incident in the order in which they were started. */
export function startedRuns(facts: readonly FactEvent[]): StartedRun[] {
  return facts.flatMap((fact) =>
    fact.kind === "run.started" && fact.runId !== null
      ? [
          {
            id: fact.runId,
            slug: fact.data.runbookSlug,
            title: fact.data.title,
            revision: fact.data.revision,
            by: fact.actorName,
            at: fact.recordedAt,
          },
        ]
      : [],
  );
}
