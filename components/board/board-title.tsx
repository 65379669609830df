import { FileClock } from "lucide-react";
import Link from "next/link";
import { EventTime } from "./event-time";
import type { BoardDocument, BoardStep } from "./types";

type BoardTitleProps = {
  doc: Pick<
    BoardDocument,
    "title" | "titleAnchor" | "slug" | "squadName" | "revision" | "newestRevision" | "startedAt" | "steps"
  >;
  /** Steps that need nothing more. */
  settled: number;
  isClosed: boolean;
  /** The step to do now. */
  current: BoardStep | null;
  onGo: (stepId: string) => void;
};

/** Which text is followed, since when, and how far. */
export function BoardTitle({ doc, settled, isClosed, current, onGo }: BoardTitleProps) {
  const { title, titleAnchor, slug, squadName, revision, newestRevision, startedAt, steps } = doc;
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
          revision {revision}, followed since <EventTime iso={startedAt} /> · {settled} of {steps.length}{" "}
          steps settled
        </span>
      </div>
      <h2 className="runbook-title" id={titleAnchor ?? undefined}>
        {title}
      </h2>
      {current && !isClosed ? (
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
      {isClosed ? (
        <p className="notice board-notice">This incident is resolved: its checklist is closed.</p>
      ) : null}
    </header>
  );
}
