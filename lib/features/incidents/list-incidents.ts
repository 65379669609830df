import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/actor";
import { formatIncidentKey } from "@/lib/domain/incident-key";
import type { IncidentStatus, Severity } from "@/lib/domain/incident-status";
import { countProgress } from "./count-steps";

export type IncidentSummary = {
  key: string;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  isDrill: boolean;
  /** ISO 8601 in UTC. */
  openedAt: string;
  resolvedAt: string | null;
  openedBy: string;
  runbookTitle: string | null;
  /** Steps that need nothing more, of all steps of its runs. */
  done: number;
  total: number;
};

export type IncidentFilter = {
  status?: IncidentStatus | IncidentStatus[];
  limit?: number;
};

/** Incidents, the newest first. */
export async function listIncidents(
  actor: Actor,
  { status, limit = 100 }: IncidentFilter = {},
): Promise<IncidentSummary[]> {
  assertCan(actor, "incident.read");
  const incidents = await db().incident.findMany({
    where: status ? { status: { in: [status].flat() } } : {},
    orderBy: { openedAt: "desc" },
    take: limit,
    include: {
      openedBy: { select: { name: true } },
      runbook: { select: { title: true } },
      runs: { select: { id: true, revisionId: true } },
    },
  });
  const progress = await countProgress(incidents);
  return incidents.map((incident) => ({
    key: formatIncidentKey(incident.number),
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    isDrill: incident.isDrill,
    openedAt: incident.openedAt.toISOString(),
    resolvedAt: incident.resolvedAt?.toISOString() ?? null,
    openedBy: incident.openedBy.name,
    runbookTitle: incident.runbook?.title ?? null,
    ...(progress.get(incident.id) ?? { done: 0, total: 0 }),
  }));
}
