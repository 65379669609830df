import "@/components/incidents/incidents.css";
import type { Metadata } from "next";
import Link from "next/link";
import { IncidentRows } from "@/components/lists/incident-rows";
import { StaleNotice } from "@/components/shell/stale-notice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/access/actor";
import { can } from "@/lib/access/policy";
import { type IncidentStatus, incidentStatuses } from "@/lib/domain/incident-status";
import { listIncidents } from "@/lib/features/incidents/list-incidents";

export const metadata: Metadata = { title: "Incidents" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const filters: { name: string; status: IncidentStatus | null }[] = [
  { name: "All", status: null },
  { name: "Open", status: "open" },
  { name: "Mitigated", status: "mitigated" },
  { name: "Resolved", status: "resolved" },
];

export default async function IncidentsPage({ searchParams }: PageProps) {
  const actor = await requireActor();
  const { status: wanted } = await searchParams;
  const status = incidentStatuses.find((name) => name === wanted) ?? null;
  const { incidents, stale } = await listIncidents(actor, status ? { status } : {});
  const canOpen = can(actor, "incident.open");
  return (
    <main id="main" className="page-wide">
      <div className="page-head">
        <h1>Incidents</h1>
        {canOpen ? (
          <ButtonLink href="/incidents/new" variant="strong">
            Start an incident
          </ButtonLink>
        ) : null}
      </div>
      {stale ? <StaleNotice asOf={stale.asOf}>only the newest incidents are listed.</StaleNotice> : null}
      <nav className="tabs" aria-label="Filter by status">
        {filters.map((filter) => (
          <Link
            key={filter.name}
            href={filter.status ? `/incidents?status=${filter.status}` : "/incidents"}
            aria-current={filter.status === status ? "page" : undefined}
          >
            {filter.name}
          </Link>
        ))}
      </nav>
      {incidents.length === 0 ? (
        <EmptyState title={status ? `No incident is ${status}` : "No incident yet"}>
          <p>An incident starts from a runbook, for real or as a drill.</p>
        </EmptyState>
      ) : (
        <IncidentRows incidents={incidents} />
      )}
    </main>
  );
}
