import "server-only";
import { assertCan } from "@/lib/access/assert-can";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import { riskWordsOf } from "@/lib/db/risk-words";
import { findRunbookLeads } from "@/lib/db/runbook-leads";
import type { Actor } from "@/lib/domain/actor";
import type { BoardState } from "@/lib/domain/board-state";
import type { CompiledRunbook, RunbookFormat } from "@/lib/domain/document";
import { formatIncidentKey } from "@/lib/domain/incident-key";
import type { Severity } from "@/lib/domain/incident-status";
import { linkDocument } from "@/lib/domain/link-document";
import { AppError } from "@/lib/errors";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { findBoardCopy, keepBoard } from "./board-snapshot";
import { foldIncident } from "./fold-incident";

export type BoardRun = {
  id: string;
  /** ISO 8601 in UTC. */
  startedAt: string;
  revision: number;
  /** The runbook's newest revision: larger than `revision` when it was published since. */
  newestRevision: number;
  runbook: { slug: string; title: string; squadName: string | null };
  compiled: CompiledRunbook;
};

export type Board = {
  incident: {
    id: string;
    number: number;
    key: string;
    title: string;
    severity: Severity;
    isDrill: boolean;
    openedAt: string;
    openedBy: string;
  };
  runs: BoardRun[];
  /** All events folded, in their window; `state.seq` is where the stream goes on. */
  state: BoardState;
};

/**
 * Everything an incident's board shows. Each run comes with the revision that it is pinned to. While the database is
 * away it is the last known state, and `stale` says of when. Throws AppError "not-found", and "unavailable" when
 * nothing is known of it.
 */
export async function getBoard(
  actor: Actor,
  incidentNumber: number,
): Promise<Board & { stale: { asOf: string } | null }> {
  assertCan(actor, "incident.read");
  try {
    const board = await loadBoard(incidentNumber);
    if (board.state.status.value !== "resolved") keepBoard(board);
    return { ...board, stale: null };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const copy = await findBoardCopy(incidentNumber);
    if (copy) return { ...copy.value, stale: { asOf: copy.asOf.toISOString() } };
    throw new AppError(
      "unavailable",
      "The database cannot be reached, and this incident is not among those that were kept. Runbooks can be read.",
      { cause: error },
    );
  }
}

/** The board as the database has it now, for callers that have asked already. Throws AppError "not-found". */
export async function loadBoard(incidentNumber: number): Promise<Board> {
  const incident = await db().incident.findUnique({
    where: { number: incidentNumber },
    include: {
      openedBy: { select: { name: true } },
      runs: {
        orderBy: { startedAt: "asc" },
        include: {
          revision: {
            include: {
              runbook: { include: { squad: { select: { name: true, riskWords: true } } } },
            },
          },
        },
      },
    },
  });
  if (!incident) throw new AppError("not-found", "There is no incident at this address.");
  const [state, runs] = await Promise.all([
    foldIncident(incident.id, incident.lastSeq),
    Promise.all(
      incident.runs.map(async ({ id, startedAt, revision }) => ({
        id,
        startedAt: startedAt.toISOString(),
        revision: revision.number,
        newestRevision: revision.runbook.currentRevision,
        runbook: {
          slug: revision.runbook.slug,
          title: revision.title,
          squadName: revision.runbook.squad?.name ?? null,
        },
        compiled: await linked(revision, revision.runbook),
      })),
    ),
  ]);
  const { id, number, title, severity, isDrill, openedAt, openedBy } = incident;
  return {
    incident: {
      id,
      number,
      key: formatIncidentKey(number),
      title,
      severity,
      isDrill,
      openedAt: openedAt.toISOString(),
      openedBy: openedBy.name,
    },
    runs,
    state,
  };
}

async function linked(
  { source, format }: { source: string; format: RunbookFormat },
  { slug, squad }: { slug: string; squad: { riskWords: string } | null },
): Promise<CompiledRunbook> {
  const [compiled, leads] = await Promise.all([
    compileRunbook({ source, format, riskWords: riskWordsOf(squad) }),
    findRunbookLeads(slug),
  ]);
  return { ...compiled, html: linkDocument(compiled.html, leads) };
}
