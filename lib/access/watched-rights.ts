import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { SessionClaims } from "./auth-options";
import { currentActor, readUsers, type UserRow } from "./user-row";

/** For this long an answer counts. */
const freshMs = 1_000;

type Rows = ReadonlyMap<string, UserRow>;
type Answer = { askedAt: number; rows: Promise<Rows> };
type Desk = { answers: Map<string, Answer>; asking: Set<string>; next: Promise<Rows> | null };

// Next may load this module more than once in a process.
const shared = globalThis as { portalRights?: Desk };

/**
 * Who this is by now, for streams: at most one second old. A tick wakes hundreds of streams at once; what they ask
 * in the same moment is one query, not one each. Null when the account is gone, disabled, or its sessions were ended.
 */
export async function readWatchedRights(claims: SessionClaims): Promise<Actor | null> {
  const { id } = claims.actor;
  return currentActor((await rowsWith(id)).get(id), claims);
}

function rowsWith(id: string): Promise<Rows> {
  shared.portalRights ??= { answers: new Map(), asking: new Set(), next: null };
  const desk = shared.portalRights;
  const known = desk.answers.get(id);
  if (known && performance.now() - known.askedAt < freshMs) return known.rows;
  desk.asking.add(id);
  desk.next ??= new Promise((resolve) => setImmediate(() => resolve(askForAll(desk))));
  return desk.next;
}

/** Puts everything that was asked since the last turn of the loop as one question. */
function askForAll(desk: Desk): Promise<Rows> {
  const ids = [...desk.asking];
  desk.asking.clear();
  desk.next = null;
  const askedAt = performance.now();
  for (const [id, known] of desk.answers) if (askedAt - known.askedAt >= freshMs) desk.answers.delete(id);
  const answer = { askedAt, rows: readRows(ids) };
  for (const id of ids) desk.answers.set(id, answer);
  // A failure is no answer: whoever comes next asks again.
  answer.rows.catch(() => {
    for (const id of ids) if (desk.answers.get(id) === answer) desk.answers.delete(id);
  });
  return answer.rows;
}

async function readRows(ids: string[]): Promise<Rows> {
  return new Map((await readUsers(ids)).map((user) => [user.id, user]));
}
