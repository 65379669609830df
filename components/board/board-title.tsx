import { CircleCheck, FileClock } from "lucide-react";
import Link from "next/link";
import { EventTime } from "./event-time";
import type { BoardDocument } from "./types";
import type { BoardChecklist } from "./use-checklist";

type BoardTitleProps = {
  doc: Pick<
    BoardDocument,
    "title" | "titleAnchor" | "slug" | "squadName" | "revision" | "newestRevision" | "startedAt"
  >;
  list: Pick<BoardChecklist, "due" | "settled" | "isResolved" | "current" | "after">;
  /** It goes on in another incident; the notice above says in which. */
  isMerged: boolean;
  onGo: (stepId: string) => void;
};

/** Which text is followed, since when, and how far. */
export function BoardTitle({ doc, list, isMerged, onGo }: BoardTitleProps) {
  const { title, titleAnchor, slug, squadName, revision, newestRevision, startedAt } = doc;
  const { due, settled, isResolved, current, after } = list;
  return (
    <header>
      <div className="crumbs">
        <ol>
          <li>
            <Link href={`/runbooks/${slug}`}>Runbook</Link>
          </li>
          {squadName ? <li>{squadName}</li> : null}
        </ol>
        <span className="crumbs-revision">
          revision {revision}, followed since <EventTime iso={startedAt} /> · {settled} of {due.length}{" "}
          {isResolved ? "steps for afterwards settled" : "steps settled"}
        </span>
      </div>
      <h2 className="runbook-title" id={titleAnchor ?? undefined}>
        {title}
      </h2>
      {current && !isMerged ? (
        <p className="next-step">
          <span>Next:</span>
          <button type="button" className="text-link" onClick={() => onGo(current.id)}>
            {current.text}
          </button>
        </p>
      ) : null}
      {newestRevision > revision ? (
        <p className="notice board-notice">
          <FileClock aria-hidden />
          <span>
            A newer revision exists ({newestRevision}). This run keeps revision {revision}, so that the record
            stays true. <Link href={`/runbooks/${slug}`}>Read the newest</Link>
          </span>
        </p>
      ) : null}
      {isResolved && !isMerged ? (
        <p className="notice board-notice">
          <CircleCheck aria-hidden />
          <span>
            Resolved.{" "}
            {after.length === 0
              ? "The checklist is closed; notes can still be added."
              : `${after.length === 1 ? "1 step remains" : `${after.length} steps remain`} for afterwards.`}
          </span>
        </p>
      ) : null}
    </header>
  );
}
