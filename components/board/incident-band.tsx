"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { type IncidentStatus, incidentStatuses, nextStatuses } from "@/lib/domain/incident-status";
import { LinkState, type LinkStatus } from "./link-state";
import { BandMenu, BandSeverity, EscalateButton } from "./panels/band-acts";
import type { Desk } from "./panels/use-desk";
import { RunningClock } from "./running-clock";
import type { BoardIncident } from "./types";

type IncidentBandProps = {
  incident: BoardIncident;
  status: IncidentStatus;
  /** When the status became what it is. */
  statusSince: string | null;
  people: ReactNode;
  link: LinkStatus;
  desk: Desk;
  /** The clock that ends next. */
  urgent: ReactNode;
  /** Null for who may not change it. */
  onStatus: ((to: IncidentStatus) => void) | null;
};

const statusNames: Record<IncidentStatus, string> = {
  open: "Open",
  mitigated: "Mitigated",
  resolved: "Resolved",
};

/** What is going on, how bad, for how long, who is here, and the way on. */
export function IncidentBand(props: IncidentBandProps) {
  const { incident, status, statusSince, people, link, desk, urgent, onStatus } = props;
  const next = nextStatuses(status);
  return (
    <section className="band" aria-label="Incident">
      <div className="band-main">
        <BandSeverity desk={desk} />
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
        {urgent}
        {people}
        <LinkState link={link} />
        <span className="band-acts">
          <EscalateButton desk={desk} />
          {onStatus
            ? next.map((to) => (
                <Button key={to} onClick={() => onStatus(to)} variant={to === "open" ? "ghost" : "plain"}>
                  {to === "open" ? "Open again…" : `${statusNames[to]}…`}
                </Button>
              ))
            : null}
          <BandMenu desk={desk} />
        </span>
      </div>
    </section>
  );
}
