"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { Timeline } from "./timeline";

type BoardRailProps = {
  incidentKey: string;
  events: readonly IncidentEvent[];
  stepText: (stepId: string | null) => string;
  otherRuns: readonly { id: string; title: string }[];
  onNote: (() => void) | null;
};

/** What is happening, beside the text. */
export function BoardRail({ incidentKey, events, stepText, otherRuns, onNote }: BoardRailProps) {
  return (
    <aside className="rail board-rail" aria-label="What is happening">
      <section>
        <div className="rail-head">
          <h2>Timeline</h2>
          {onNote ? (
            <Button size="small" onClick={onNote}>
              Add a note
            </Button>
          ) : null}
        </div>
        <Timeline events={events} stepText={stepText} />
        <Link className="text-link" href={`/incidents/${incidentKey}/review`} prefetch={false}>
          All of it, for review
        </Link>
      </section>
      {otherRuns.length > 0 ? (
        <section>
          <h2>Also open here</h2>
          <ul>
            {otherRuns.map((run) => (
              <li key={run.id}>
                <Link href={`/incidents/${incidentKey}?run=${run.id}`}>{run.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </aside>
  );
}
