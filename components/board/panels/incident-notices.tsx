import { GitMerge } from "lucide-react";
import Link from "next/link";
import { EventTime } from "../event-time";
import type { Desk } from "./use-desk";

/** What became one with this incident: said across the board, since it changes where one works. */
export function IncidentNotices({ desk }: { desk: Pick<Desk, "merges"> }) {
  const { into, from } = desk.merges;
  if (!into && from.length === 0) return null;
  return (
    <div className="incident-notices">
      {into ? (
        <p className="notice notice-warn">
          <GitMerge aria-hidden />
          <span>
            Merged into <Link href={`/incidents/${into.key}`}>{into.key}</Link> by {into.by} ·{" "}
            <EventTime iso={into.at} />. This board is closed: go on there.
          </span>
        </p>
      ) : null}
      {from.map(({ key, title, by, at }) => (
        <p className="notice" key={key}>
          <GitMerge aria-hidden />
          <span>
            <Link href={`/incidents/${key}`}>{key}</Link> ({title}) was merged into this one by {by} ·{" "}
            <EventTime iso={at} />
          </span>
        </p>
      ))}
    </div>
  );
}
