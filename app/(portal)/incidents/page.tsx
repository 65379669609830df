import "@/components/incidents/incidents.css";
import type { Metadata } from "next";
import Link from "next/link";
import { IncidentRows } from "@/components/lists/incident-rows";
import { StaleNotice } from "@/components/shell/stale-notice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/access/actor";
import { mayOffer } from "@/lib/access/policy";
import type { IncidentStatus } from "@/lib/domain/incident-status";
import { type IncidentFilter, listIncidents } from "@/lib/features/incidents/list-incidents";

export const metadata: Metadata = { title: "Incidents" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

type Show = IncidentStatus | "drills";

type Filter = { name: string; show: Show | null; none: string };

const all: Filter = { name: "All", show: null, none: "No incident yet" };
const filters: Filter[] = [
  all,
  { name: "Open", show: "open", none: "No incident is open" },
  { name: "Mitigated", show: "mitigated", none: "No incident is mitigated" },
  { name: "Resolved", show: "resolved", none: "No incident is resolved" },
  { name: "Drills", show: "drills", none: "No drill yet" },
];

/** A status is asked of real incidents: drills have a place of their own. */
function filterOf(show: Show | null): IncidentFilter {
  if (show === null) return {};
  return show === "drills" ? { isDrill: true } : { status: show, isDrill: false };
}

export default async function IncidentsPage({ searchParams }: PageProps) {
  const actor = await requireActor();
  const { status: wanted } = await searchParams;
  const chosen = filters.find(({ show }) => show !== null && show === wanted) ?? all;
  const { incidents, stale } = await listIncidents(actor, filterOf(chosen.show));
  const canOpen = mayOffer(actor, "incident.open");
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
      <nav className="tabs" aria-label="Filter">
        {filters.map((filter) => (
          <Link
            key={filter.name}
            href={filter.show ? `/incidents?status=${filter.show}` : "/incidents"}
            aria-current={filter === chosen ? "page" : undefined}
          >
            {filter.name}
          </Link>
        ))}
      </nav>
      {incidents.length === 0 ? (
        <EmptyState title={chosen.none}>
          <p>An incident starts from a runbook, for real or as a drill.</p>
        </EmptyState>
      ) : (
        <IncidentRows incidents={incidents} />
      )}
    </main>
  );
}
