"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { type IncidentStatus, incidentStatuses, nextStatuses } from "@/lib/domain/incident-status";
import { LinkState, type LinkStatus } from "./link-state";
import { RunningClock } from "./running-clock";
import type { BoardIncident } from "./types";

type IncidentBandProps = {
  incident: BoardIncident;
  status: IncidentStatus;
  /** When the status became what it is. */
  statusSince: string | null;
  people: ReactNode;
  link: LinkStatus;
  /** Null for who may not change it. */
  onStatus: ((to: IncidentStatus) => void) | null;
};

const statusNames: Record<IncidentStatus, string> = {
  open: "Open",
  mitigated: "Mitigated",
  resolved: "Resolved",
};

/** What is going on, how bad, for how long, who is here, and the way on. */
export function IncidentBand({ incident, status, statusSince, people, link, onStatus }: IncidentBandProps) {
  const next = nextStatuses(status);
  return (
    <section className="band" aria-label="Incident">
      <div className="band-main">
        <SeverityBadge severity={incident.severity} />
        {incident.isDrill ? <Badge tone="accent">Drill</Badge> : null}
        <span className="key">{incident.key === incident.id ? "No number yet" : incident.key}</span>
        <h1>{incident.title}</h1>
      </div>
      <div className="band-side">
        <ol className="status" aria-label="Status">
          {incidentStatuses.map((name) => (
            <li key={name} aria-current={name === status ? "step" : undefined}>
              {statusNames[name]}
            </li>
          ))}
        </ol>
        <RunningClock since={incident.openedAt} until={status === "resolved" ? statusSince : null} />
        {people}
        <LinkState link={link} />
        {onStatus ? (
          <span className="band-acts">
            {next.map((to) => (
              <Button key={to} onClick={() => onStatus(to)} variant={to === "open" ? "ghost" : "plain"}>
                {to === "open" ? "Open again…" : `${statusNames[to]}…`}
              </Button>
            ))}
          </span>
        ) : null}
      </div>
    </section>
  );
}
