import { countOf, formatDuration } from "@/lib/domain/review-words";
import type { Review } from "@/lib/domain/timeline";

/** Four figures: how fast it began, how fast it was stopped, how fast it ended, and how much of the runbook was done. */
export function ReviewFacts({ review: { durations, counts, steps, status } }: { review: Review }) {
  const settled = counts.done + counts.failed + counts.skipped + counts["not-applicable"];
  const facts = [
    {
      name: "To first step",
      value: formatDuration(durations.toFirstStep),
      note: durations.toFirstStep === null ? "no step was settled" : "from the opening",
    },
    {
      name: "To mitigated",
      value: formatDuration(durations.toMitigated),
      note: durations.toMitigated === null ? "never called mitigated" : "from the opening",
    },
    {
      name: "To resolved",
      value: formatDuration(durations.toResolved),
      note: durations.toResolved === null ? `still ${status}` : "from the opening",
    },
    {
      name: "Steps settled",
      value: `${settled} of ${steps.length}`,
      note:
        counts.undone > 0 ? `${countOf(counts.undone, "step")} undone` : `${counts.untouched} never touched`,
    },
  ];
  return (
    <dl className="review-facts">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            <small>{note}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
