import { cx } from "@/components/ui/cx";
import { countOf, formatDuration } from "@/lib/domain/review-words";
import type { Review, StepEnd } from "@/lib/domain/timeline";
import { timeBars } from "./time-bars";

const marks: Record<StepEnd, string | null> = {
  done: null,
  failed: "failed",
  deferred: "deferred",
  unfinished: "begun, not finished",
  undone: "undone",
  skipped: "skipped",
  "not-applicable": "not applicable",
  untouched: null,
};

/** A line for each step that somebody settled: when it was worked on, and for how long. */
export function TimeChart({ review }: { review: Review }) {
  const bars = timeBars(review.openedAt, review.steps);
  if (bars.length === 0) return <p className="quiet">No step was settled, so there is nothing to measure.</p>;
  const { untouched } = review.counts;
  return (
    <>
      <ol className="gantt">
        {bars.map(({ step, left, width }) => (
          <li key={`${step.runId}:${step.stepId}`}>
            <span className="gantt-name">{step.text || "Step without words"}</span>
            <span className="gantt-track" aria-hidden>
              <i
                className={cx(step.end !== "done" && "open", step.end === "undone" && "bad")}
                style={{ left: `min(${left}%, 100% - 14px)`, width: `${width}%` }}
              />
            </span>
            <span className="gantt-time">
              {marks[step.end] ?? formatDuration(step.span?.milliseconds ?? null)}
            </span>
          </li>
        ))}
      </ol>
      <p className="quiet">
        A bar begins when the step before it was settled, or earlier, with the first command copied or note
        written for it. It ends with the tick.
        {untouched > 0 ? ` ${countOf(untouched, "step")} were never touched and have none.` : ""}
      </p>
    </>
  );
}
