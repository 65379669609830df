import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import type { ReviewCourse } from "@/lib/domain/review-course";
import type { ReviewedRun } from "@/lib/domain/review-page";
import type { ReviewPerson } from "@/lib/domain/review-people";
import { countOf } from "@/lib/domain/review-words";
import { ReviewCoursePanels } from "./review-course";

type ReviewSideProps = { people: ReviewPerson[]; runs: ReviewedRun[]; course: ReviewCourse };

/** Who took part, what was followed, and what surrounded it. */
export function ReviewSide({ people, runs, course }: ReviewSideProps) {
  return (
    <aside className="review-side">
      <section aria-labelledby="people">
        <h2 id="people">People</h2>
        <ul className="review-people">
          {people.map((person) => (
            <li key={person.id ?? person.name}>
              <Avatar id={person.id ?? person.name} name={person.name} size="small" isDecorative />
              <span>
                {person.name}
                <small>{didWhat(person)}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <ReviewCoursePanels course={course} />
      <section aria-labelledby="followed">
        <h2 id="followed">Runbook followed</h2>
        <ul className="review-runs">
          {runs.map((run) => (
            <li key={run.id}>
              <Link href={`/runbooks/${run.runbook.slug}/revisions/${run.revision}`}>
                {run.runbook.title}
              </Link>
              <small>{revisionWords(run)}</small>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

/** "revision 14 · today’s is 16, 2 changes since". */
export function revisionWords({ revision, newestRevision }: ReviewedRun): string {
  const since = newestRevision - revision;
  return since > 0
    ? `revision ${revision} · today’s is ${newestRevision}, ${countOf(since, "change")} since`
    : `revision ${revision}, the newest`;
}

function didWhat({ ticks, undone, skips, notes, copies, statusChanges }: ReviewPerson): string {
  const counts: [number, string][] = [
    [ticks, "tick"],
    [undone, "undo"],
    [skips, "skip"],
    [notes, "note"],
    [copies, "copied command"],
    [statusChanges, "status change"],
  ];
  return counts.flatMap(([count, noun]) => (count > 0 ? [countOf(count, noun)] : [])).join(", ");
}
