import { foldCourse } from "./review-course";
import type { ReviewPage } from "./review-page";

/** Raised with every change that a program would notice; docs/incident-export.md describes the shape. */
export const exportSchemaVersion = 2;

/** The JSON export: the record itself (`events`) and what was folded from it. Times are ISO 8601 in UTC. */
export function reviewJson({ incident, runs, review, events }: ReviewPage, exportedAt: Date) {
  const { status, durations, counts, steps, deviations, people } = review;
  const seconds = (milliseconds: number | null) => (milliseconds === null ? null : milliseconds / 1_000);
  return {
    schemaVersion: exportSchemaVersion,
    exportedAt: exportedAt.toISOString(),
    incident: { ...incident, status },
    durations: {
      toFirstStepSeconds: seconds(durations.toFirstStep),
      toMitigatedSeconds: seconds(durations.toMitigated),
      toResolvedSeconds: seconds(durations.toResolved),
    },
    runs: runs.map((run) => ({
      ...run,
      steps: steps
        .filter((step) => step.runId === run.id)
        .map(({ stepId: id, text, section, end, isAdded, by, at, reason, notes, outputs, span }) => ({
          id,
          text,
          section,
          end,
          isAdded,
          by,
          at,
          reason,
          notes,
          outputs,
          seconds: seconds(span?.milliseconds ?? null),
        })),
    })),
    counts,
    deviations,
    people,
    course: foldCourse(events),
    events,
  };
}

export type ReviewJson = ReturnType<typeof reviewJson>;
