import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DeviationList } from "@/components/review/deviation-list";
import { EndedChecklist } from "@/components/review/ended-checklist";
import { FullTimeline } from "@/components/review/full-timeline";
import { ReviewBand } from "@/components/review/review-band";
import { ReviewContents } from "@/components/review/review-contents";
import { ReviewFacts } from "@/components/review/review-facts";
import { ReviewSide, revisionWords } from "@/components/review/review-side";
import { TimeChart } from "@/components/review/time-chart";
import { DrillMark } from "@/components/ui/drill-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { foldCourse } from "@/lib/domain/review-course";
import { AppError } from "@/lib/errors";
import { getReview } from "@/lib/features/incidents/get-review";

type Props = { params: Promise<{ key: string }> };

/** Once a request, for the page and its title. No page while the database is away. */
const loadReview = cache(async (key: string) => {
  const actor = await requireActor();
  try {
    return { actor, page: await getReview(actor, key) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    if (error instanceof AppError && error.code === "unavailable") return { actor, page: null };
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key } = await params;
  const incident = (await loadReview(key)).page?.incident;
  return { title: incident ? `Review of ${incident.key}: ${incident.title}` : `Review of ${key}` };
}

export default async function IncidentReviewPage({ params }: Props) {
  const { key } = await params;
  const { actor, page } = await loadReview(key);
  if (page === null) return <ReviewAway incidentKey={key} />;
  const { incident, runs, review } = page;
  return (
    <div className="review-page" data-drill={incident.isDrill || undefined}>
      {incident.isDrill ? <DrillMark /> : null}
      <ReviewBand incident={incident} review={review} canExport={can(actor, "incident.export")} />
      <div className="cols review">
        <ReviewContents review={review} />
        <main id="main">
          {runs.map((run) => (
            <p className="crumbs" key={run.id}>
              <Link href={`/runbooks/${run.runbook.slug}/revisions/${run.revision}`}>
                {run.runbook.title}
              </Link>
              <span className="crumbs-revision">{revisionWords(run)}</span>
            </p>
          ))}
          <section aria-labelledby="summary">
            <h2 id="summary">Review</h2>
            <ReviewFacts review={review} />
          </section>
          <section aria-labelledby="time">
            <h2 id="time">Where the time went</h2>
            <TimeChart review={review} />
          </section>
          <section aria-labelledby="deviations">
            <h2 id="deviations">Deviations from the runbook</h2>
            <DeviationList deviations={review.deviations} isOver={review.status === "resolved"} />
          </section>
          <section aria-labelledby="checklist">
            <h2 id="checklist">Checklist as it ended</h2>
            {runs.map((run) => (
              <EndedChecklist key={run.id} steps={review.steps.filter((step) => step.runId === run.id)} />
            ))}
          </section>
          <section aria-labelledby="timeline">
            <h2 id="timeline">Timeline</h2>
            <p className="quiet">
              In the order of the record. Times are in UTC, as the portal recorded them.
            </p>
            <FullTimeline lines={review.timeline} />
          </section>
        </main>
        <ReviewSide people={review.people} runs={runs} course={foldCourse(page.events)} />
      </div>
    </div>
  );
}

function ReviewAway({ incidentKey }: { incidentKey: string }) {
  return (
    <main id="main" className="page-narrow">
      <EmptyState title="The review cannot be shown while the database is away">
        <p>
          Nothing is lost. Load this page again in a moment; the{" "}
          <Link href={`/incidents/${incidentKey}`} className="text-link">
            board of {incidentKey}
          </Link>{" "}
          may still be there to read.
        </p>
      </EmptyState>
    </main>
  );
}
