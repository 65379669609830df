import Link from "next/link";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { Time } from "@/components/ui/time";

export type IncidentRow = {
  id: string;
  /** `INC-0042`; the id while only this device knows it. */
  key: string;
  title: string;
  severity: string;
  status: "open" | "mitigated" | "resolved";
  isDrill: boolean;
  openedAt: string;
  openedBy: string;
  runbookTitle: string | null;
  done: number;
  total: number;
};

const statusWords: Record<IncidentRow["status"], { label: string; tone: BadgeTone }> = {
  open: { label: "Open", tone: "danger" },
  mitigated: { label: "Mitigated", tone: "warn" },
  resolved: { label: "Resolved", tone: "quiet" },
};

/** Incidents, a line each: how bad, what, how far. */
export function IncidentRows({ incidents }: { incidents: readonly IncidentRow[] }) {
  return (
    <ul className="rows">
      {incidents.map((incident) => (
        <li key={incident.key} data-drill={incident.isDrill || undefined}>
          <div className="row">
            <p className="row-title">
              <SeverityBadge severity={incident.severity} />
              <Link href={`/incidents/${incident.key}`} prefetch={false}>
                {incident.title}
              </Link>
              {incident.isDrill ? <Badge tone="warn">Drill</Badge> : null}
            </p>
            <p className="row-facts">
              <span className="key">{incident.key === incident.id ? "No number yet" : incident.key}</span>
              <span>
                opened <Time iso={incident.openedAt} /> by {incident.openedBy}
              </span>
              {incident.runbookTitle ? <span>{incident.runbookTitle}</span> : null}
            </p>
            <p className="row-side">
              {incident.total > 0 ? (
                <span className="row-progress">
                  <progress
                    className="meter"
                    value={incident.done}
                    max={incident.total}
                    aria-label="Steps done"
                  />
                  {incident.done} of {incident.total}
                </span>
              ) : null}
              <Badge tone={statusWords[incident.status].tone}>{statusWords[incident.status].label}</Badge>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
