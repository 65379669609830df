import "server-only";
import { db } from "@/lib/db/client";
import { applyToBoard, type BoardState, emptyBoard } from "@/lib/domain/board-state";
import { windowOf } from "@/lib/domain/board-window";
import { toIncidentEvent } from "@/lib/events/event-row";

const batch = 1_000;
const keptIncidents = 200;

// Next may load this module more than once in a process.
const shared = globalThis as { portalFolds?: Map<string, BoardState> };

/**
 * The board of an incident, in its window (`windowOf`), up to its newest event. What was folded once is kept in the
 * process and gone on from, so that a long incident opens as fast as a short one. `lastSeq` is what the incident's
 * row said: a record that is shorter than what was kept has come from a backup, and is folded anew.
 */
export async function foldIncident(incidentId: string, lastSeq: number): Promise<BoardState> {
  shared.portalFolds ??= new Map();
  const folds = shared.portalFolds;
  const known = folds.get(incidentId);
  const isWhole = known && (known.seq <= lastSeq || known.seq <= (await readLastSeq(incidentId)));
  const board = await foldFrom(incidentId, isWhole ? known : emptyBoard);
  // Put last, so that the first is the one that nobody has asked for the longest.
  folds.delete(incidentId);
  folds.set(incidentId, board);
  const oldest = folds.keys().next();
  if (folds.size > keptIncidents && !oldest.done) folds.delete(oldest.value);
  return board;
}

/** Asked again, since others may have folded on while the caller held its row. */
async function readLastSeq(id: string): Promise<number> {
  const row = await db().incident.findUnique({ where: { id }, select: { lastSeq: true } });
  return row?.lastSeq ?? 0;
}

async function foldFrom(incidentId: string, from: BoardState): Promise<BoardState> {
  let board = from;
  for (;;) {
    const rows = await db().event.findMany({
      where: { incidentId, seq: { gt: board.seq } },
      orderBy: { seq: "asc" },
      take: batch,
    });
    for (const row of rows) board = applyToBoard(board, toIncidentEvent(row));
    if (rows.length > 0) board = windowOf(board);
    if (rows.length < batch) return board;
  }
}
