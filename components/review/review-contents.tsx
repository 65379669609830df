import { ScrollSpy } from "@/components/runbook/scroll-spy";
import type { Review } from "@/lib/domain/timeline";

/** The parts of the review, with how much each holds. */
export function ReviewContents({ review }: { review: Review }) {
  const { counts, steps, deviations, timeline } = review;
  const settled = counts.done + counts.failed + counts.skipped + counts["not-applicable"];
  const items = [
    { id: "summary", text: "Summary", count: null },
    { id: "time", text: "Where the time went", count: null },
    { id: "deviations", text: "Deviations", count: String(deviations.length) },
    { id: "checklist", text: "Checklist as it ended", count: `${settled}/${steps.length}` },
    { id: "timeline", text: "Timeline", count: String(timeline.length) },
  ];
  return (
    <nav className="toc" aria-label="Review" id="contents">
      <p className="toc-title">Review</p>
      <ol>
        {items.map(({ id, text, count }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <span>{text}</span>
              {count === null ? null : <span className="toc-count">{count}</span>}
            </a>
          </li>
        ))}
      </ol>
      <ScrollSpy navId="contents" />
    </nav>
  );
}
