import { createElement, Fragment } from "react";
import { groupBy } from "@/lib/domain/group-by";
import { gapBefore, sayClock, type Words } from "@/lib/domain/review-words";
import type { TimelineLine } from "@/lib/domain/timeline";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });

/** The whole record in its order, one line an event, a heading for each day. */
export function FullTimeline({ lines }: { lines: TimelineLine[] }) {
  const days = groupBy(lines, (line) => line.at.slice(0, 10));
  return [...days].map(([date, own]) => (
    <section key={date} aria-label={day.format(new Date(date))}>
      <h3 className="review-day">{day.format(new Date(date))}</h3>
      <ol className="review-timeline">
        {own.map((line) => (
          <li key={line.seq} data-kind={line.kind}>
            <time dateTime={line.at}>{line.at.slice(11, 19)}</time>
            <div>
              <p>
                <b>{line.actorName}</b> <Sentence words={line.words} />
                {line.happenedAt === null ? null : (
                  <span className="quiet">
                    {" "}
                    (happened {line.happenedAt.slice(0, 19).replace("T", " ")}, sent later)
                  </span>
                )}
                {line.skew === 0 ? null : (
                  <span className="quiet"> (their clock was {sayClock(line.skew)})</span>
                )}
              </p>
            </div>
            <span className="review-seq" title="Number in the record">
              {line.seq}
            </span>
          </li>
        ))}
      </ol>
    </section>
  ));
}

/** The pieces never change places, so they need no keys. */
function Sentence({ words }: { words: Words[] }) {
  const pieces = words.flatMap((piece, index) => [gapBefore(words, index), Piece({ piece })]);
  return createElement(Fragment, null, ...pieces);
}

function Piece({ piece }: { piece: Words }) {
  if (piece.type === "text") return piece.text;
  if (piece.type === "quote") return <q>{piece.text}</q>;
  return piece.text.trim().includes("\n") ? (
    <code className="review-block">{piece.text}</code>
  ) : (
    <code>{piece.text}</code>
  );
}
