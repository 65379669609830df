"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import type { Desk } from "./use-desk";

/** The runbooks that are followed here, with how far each is, and the way to one more. */
export function RunsPanel({ desk }: { desk: Desk }) {
  const { runs, incident, canAct } = desk;
  if (runs.length < 2 && !canAct) return null;
  return (
    <section className="runs" aria-label="Runbooks here">
      <h2>Runbooks here</h2>
      <ul>
        {runs.map(({ id, title, isShown, settled, total }) => (
          <li key={id}>
            <Link
              href={`/incidents/${incident.key}?run=${id}`}
              aria-current={isShown ? "true" : undefined}
              prefetch={false}
            >
              <span>{title}</span>
              {total === null ? null : (
                <span className="toc-count" data-full={settled === total || undefined}>
                  <span className="sr-only">steps settled: </span>
                  {settled}/{total}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {canAct ? (
        <button type="button" className="add-run needs-js" onClick={() => desk.ask({ kind: "run" })}>
          <Plus size={14} aria-hidden />
          Open another runbook here
        </button>
      ) : null}
    </section>
  );
}
