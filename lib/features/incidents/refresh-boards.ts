import "server-only";
import { db } from "@/lib/db/client";
import { isUnavailable } from "@/lib/db/errors";
import { log } from "@/lib/log";
import { copiedSeq, forgetBoard, keepBoard, keepList } from "./board-snapshot";
import { loadBoard } from "./get-board";
import { listedAtOnce, loadIncidents } from "./list-incidents";

/** An incident's board is kept for this long after it was resolved. */
const afterResolveMs = 3_600_000;
const most = 200;

const shared = globalThis as { portalBoardsSeen?: string };

/**
 * Brings the copies of all boards up to date that are going on, so that they can be shown once the database is away.
 * One light query, and a load for each incident that has moved since. Fails as the database does.
 */
export async function refreshBoards(): Promise<void> {
  const readAt = new Date();
  const active = await db().incident.findMany({
    where: {
      OR: [
        { status: { not: "resolved" } },
        { resolvedAt: { gt: new Date(readAt.getTime() - afterResolveMs) } },
      ],
    },
    select: { number: true, lastSeq: true },
    orderBy: { number: "desc" },
    take: most,
  });
  // One after the other: this is work for nobody who waits.
  for (const { number, lastSeq } of active) {
    if (copiedSeq(number) > lastSeq) await forgetLost(number);
    if (copiedSeq(number) < lastSeq) await copy(number);
  }
  const seen = JSON.stringify(active);
  const list = seen === shared.portalBoardsSeen ? null : await loadList();
  await keepList(
    list,
    active.map(({ number }) => number),
    readAt,
  );
  shared.portalBoardsSeen = seen;
}

/**
 * A copy that is further than the record is of one that a backup has replaced. The row is asked again, since a board
 * may have been read and kept after the list was.
 */
async function forgetLost(number: number): Promise<void> {
  const copied = copiedSeq(number);
  const row = await db().incident.findUnique({ where: { number }, select: { lastSeq: true } });
  if (row && row.lastSeq < copied) forgetBoard(number);
}

/** One record that cannot be read (written by a newer portal, say) does not keep the others from being copied. */
async function copy(number: number): Promise<void> {
  try {
    keepBoard(await loadBoard(number));
  } catch (error) {
    if (isUnavailable(error)) throw error;
    log().error({ err: error, incident: number }, "a board could not be copied for outages");
  }
}

/** What the lists show: all that goes on, and the newest of the rest. */
async function loadList() {
  const lists = await Promise.all([
    loadIncidents({ status: ["open", "mitigated"], limit: most }),
    loadIncidents({ limit: listedAtOnce }),
  ]);
  const byKey = new Map(lists.flat().map((incident) => [incident.key, incident]));
  return [...byKey.values()].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}
