import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { type RestoreAction, RestoreButton } from "./restore-button";

export type HistoryRow = {
  number: number;
  message: string;
  authorName: string | null;
  createdAt: string;
  format: "md" | "mdx";
};

type RevisionHistoryProps = {
  slug: string;
  currentNumber: number;
  revisions: readonly HistoryRow[];
  /** The two that are compared at the moment. */
  compared: { from: number; to: number } | null;
  /** Null for who may not. */
  restore: RestoreAction | null;
};

/** The revisions, newest first. Any two can be chosen and compared: a plain form, which works without a script. */
export function RevisionHistory({ slug, currentNumber, revisions, compared, restore }: RevisionHistoryProps) {
  const from = compared?.from ?? currentNumber - 1;
  const to = compared?.to ?? currentNumber;
  const base = `/runbooks/${slug}`;
  return (
    <form action={`${base}/history`} aria-label="Revisions">
      {currentNumber > 1 ? (
        <div className="compare-bar">
          <span>Choose two, the older one on the left.</span>
          <Button type="submit" size="small">
            Compare
          </Button>
        </div>
      ) : null}
      <ol className="history" reversed>
        {revisions.map(({ number, message, authorName, createdAt, format }) => (
          <li key={number}>
            {currentNumber > 1 ? (
              <div className="history-choice">
                <label>
                  <span className="sr-only">Compare from revision {number}</span>
                  <input type="radio" name="from" value={number} defaultChecked={number === from} />
                </label>
                <label>
                  <span className="sr-only">Compare to revision {number}</span>
                  <input type="radio" name="to" value={number} defaultChecked={number === to} />
                </label>
              </div>
            ) : (
              <span />
            )}
            <div>
              <p className="history-message">
                <Link href={`${base}/revisions/${number}`}>{message}</Link>
              </p>
              <p className="history-facts">
                Revision {number} · {authorName ?? "imported"} · <Time iso={createdAt} show="both" />
                {format === "mdx" ? " · MDX" : ""}
              </p>
            </div>
            <div className="history-acts">
              {number > 1 ? (
                <ButtonLink
                  href={`${base}/history?from=${number - 1}&to=${number}`}
                  size="small"
                  variant="ghost"
                >
                  Changes
                  <span className="sr-only"> of revision {number}</span>
                </ButtonLink>
              ) : null}
              {number === currentNumber ? (
                <Badge tone="ok">Current</Badge>
              ) : restore ? (
                <RestoreButton slug={slug} number={number} currentNumber={currentNumber} restore={restore} />
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </form>
  );
}
