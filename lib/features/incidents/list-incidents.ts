import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import type { Actor } from "@/lib/domain/actor";
import { formatIncidentKey } from "@/lib/domain/incident-key";
import type { IncidentStatus, Severity } from "@/lib/domain/incident-status";
import { AppError } from "@/lib/errors";
import { findListCopy } from "./board-snapshot";
import { countProgress } from "./count-steps";

export type IncidentSummary = {
  id: string;
  /** Number of the newest event. */
  lastSeq: number;
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
  isDrill?: boolean;
  limit?: number;
};

/** How many are listed when nobody says. */
export const listedAtOnce = 100;

export type IncidentList = {
  incidents: IncidentSummary[];
  /** Set while the database is away: what is listed was true then (ISO 8601), and older ones are missing. */
  stale: { asOf: string } | null;
};

/** Incidents, the newest first. Throws AppError "unavailable" when the database is away and nothing is kept. */
export async function listIncidents(actor: Actor, filter: IncidentFilter = {}): Promise<IncidentList> {
  assertCan(actor, "incident.read");
  try {
    return { incidents: await loadIncidents(filter), stale: null };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const copy = await findListCopy();
    if (!copy) {
      throw new AppError("unavailable", "Incidents cannot be shown while the database is away.", {
        cause: error,
      });
    }
    const wanted = filter.status && [filter.status].flat();
    const incidents = copy.value.filter(
      ({ status, isDrill }) =>
        (!wanted || wanted.includes(status)) && (filter.isDrill === undefined || filter.isDrill === isDrill),
    );
    return {
      incidents: incidents.slice(0, filter.limit ?? listedAtOnce),
      stale: { asOf: copy.asOf.toISOString() },
    };
  }
}

/** Incidents as the database has them now, for callers that have asked already. */
export async function loadIncidents({
  status,
  isDrill,
  limit = listedAtOnce,
}: IncidentFilter): Promise<IncidentSummary[]> {
  const incidents = await db().incident.findMany({
    where: {
      ...(status && { status: { in: [status].flat() } }),
      ...(isDrill !== undefined && { isDrill }),
    },
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
    id: incident.id,
    lastSeq: incident.lastSeq,
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
