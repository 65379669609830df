import "server-only";
import { readSnapshot, sweepSnapshots, touchSnapshot, writeSnapshot } from "@/lib/snapshot/snapshot-files";
import type { Board } from "./get-board";
import type { IncidentSummary } from "./list-incidents";

// The last known state of the incidents that are going on: in memory, and on disk for a process that starts without
// the database. Several processes may write the same folder; each writes what it read from the one database.

/** Names the shape of the files; raise it when `Board` or `IncidentSummary` changes. */
const mark = "board 1";
const listName = "incidents";
const prefix = "board-";
/** More than anybody has going on at once; the newest are kept. */
const most = 200;
const touchEveryMs = 60_000;

type Copy<T> = { value: T; asOf: Date };

type Copies = {
  boards: Map<number, Copy<Board>>;
  list: Copy<IncidentSummary[]> | null;
  /** When all of `boards` were last compared with the database. */
  checkedAt: Date | null;
  touchedAt: number;
  /** By number: how far the board on disk is. */
  written: Map<number, number>;
  /** Ends with the last write that was asked for: one after the other, so that the newest is written last. */
  writing: Promise<void>;
};

const shared = globalThis as { portalBoards?: Copies };

function copies(): Copies {
  shared.portalBoards ??= {
    boards: new Map(),
    list: null,
    checkedAt: null,
    touchedAt: 0,
    written: new Map(),
    writing: Promise.resolve(),
  };
  return shared.portalBoards;
}

/** How far the copy of an incident's board is; -1 when there is none. */
export function copiedSeq(number: number): number {
  return copies().boards.get(number)?.value.state.seq ?? -1;
}

/** Keeps a board as it was just read. An older one than the copy is left out: reads may overtake each other. */
export function keepBoard(board: Board): void {
  const { number } = board.incident;
  const { boards } = copies();
  if (board.state.seq < copiedSeq(number)) return;
  boards.set(number, { value: board, asOf: new Date() });
  if (boards.size > most) boards.delete(Math.min(...boards.keys()));
  void writeBoards();
}

/** Lets go of a copy whose record is gone; the next that is kept takes its place, on disk too. */
export function forgetBoard(number: number): void {
  copies().boards.delete(number);
}

/** Writes what is newer in memory than on disk. What cannot be written is tried again with the next call. */
function writeBoards(): Promise<void> {
  const known = copies();
  known.writing = known.writing.then(async () => {
    for (const [number, { value }] of [...known.boards]) {
      if (known.written.get(number) === value.state.seq) continue;
      if (await writeSnapshot(`${prefix}${number}`, mark, value)) known.written.set(number, value.state.seq);
    }
  });
  return known.writing;
}

/** Keeps the list, and says that it and all boards of `active` (numbers of incidents) are true as of `readAt`. */
export async function keepList(
  list: IncidentSummary[] | null,
  active: readonly number[],
  readAt: Date,
): Promise<void> {
  const known = copies();
  const wanted = new Set(active);
  for (const number of known.boards.keys()) if (!wanted.has(number)) known.boards.delete(number);
  for (const number of known.written.keys()) if (!wanted.has(number)) known.written.delete(number);
  known.checkedAt = readAt;
  if (list) known.list = { value: list, asOf: readAt };
  else if (known.list) known.list.asOf = readAt;
  // The list's time speaks for the boards, so they come first.
  await writeBoards();
  const isDue = Date.now() - known.touchedAt > touchEveryMs;
  if (!list && !isDue) return;
  known.touchedAt = Date.now();
  if (known.list && (list || !(await touchSnapshot(listName))))
    await writeSnapshot(listName, mark, known.list.value);
  if (isDue) await sweepSnapshots(prefix, new Set(active.map((number) => `${prefix}${number}`)));
}

/** The last known state of an incident's board; null when there is none. */
export async function findBoardCopy(number: number): Promise<Copy<Board> | null> {
  const { boards, checkedAt } = copies();
  const inMemory = boards.get(number);
  if (inMemory) return { ...inMemory, asOf: latest(inMemory.asOf, checkedAt) };
  const [board, list] = await Promise.all([
    readSnapshot(`${prefix}${number}`, mark),
    readSnapshot(listName, mark),
  ]);
  // The mark says that this very shape of code wrote it. All boards were true when the list was.
  return board && { value: board.value as Board, asOf: latest(board.checkedAt, list?.checkedAt ?? null) };
}

/** The last known list of incidents, the newest first; null when there is none. */
export async function findListCopy(): Promise<Copy<IncidentSummary[]> | null> {
  const { list } = copies();
  if (list) return list;
  const stored = await readSnapshot(listName, mark);
  return stored && { value: stored.value as IncidentSummary[], asOf: stored.checkedAt };
}

function latest(one: Date, other: Date | null): Date {
  return other && other > one ? other : one;
}
