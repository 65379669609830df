import { Badge } from "@/components/ui/badge";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { formatAbsolute } from "@/components/ui/time";
import type { ReviewPage } from "@/lib/domain/review-page";
import { PrintButton } from "./print-button";

type ReviewBandProps = Pick<ReviewPage, "incident"> & { review: ReviewPage["review"]; canExport: boolean };

/** What is reviewed, how it ended, and the ways to take it along. */
export function ReviewBand({ incident, review, canExport }: ReviewBandProps) {
  const { status, durations, openedAt } = review;
  const since = { open: 0, mitigated: durations.toMitigated, resolved: durations.toResolved }[status] ?? 0;
  const when = new Date(Date.parse(openedAt) + since).toISOString();
  const address = `/api/v1/incidents/${incident.key}/export`;
  return (
    <section className="review-band" aria-label="Incident">
      <div className="review-band-main">
        <SeverityBadge severity={incident.severity} />
        {incident.isDrill ? <Badge tone="accent">Drill</Badge> : null}
        <span className="key">{incident.key}</span>
        <h1>{incident.title}</h1>
      </div>
      <div className="review-band-side">
        <span className="quiet">
          {statusWords[status]} <time dateTime={when}>{formatAbsolute(when)}</time>
        </span>
        <span className="review-acts no-print">
          <ButtonLink href={`/incidents/${incident.key}`} variant="ghost">
            Board
          </ButtonLink>
          <PrintButton />
          {canExport ? (
            <>
              {/* Plain links: the browser keeps the file under the name that the answer gives. */}
              <a className={buttonClass({})} href={`${address}?format=md`} download>
                Export Markdown
              </a>
              <a className={buttonClass({})} href={`${address}?format=json`} download>
                Export JSON
              </a>
            </>
          ) : null}
        </span>
      </div>
    </section>
  );
}

const statusWords = { open: "Open since", mitigated: "Mitigated", resolved: "Resolved" } as const;
