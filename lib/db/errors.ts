import "server-only";
import { Prisma } from "./generated/client";

/** Codes of a server that is gone, starting, stopping, or lets nobody in (class 08 is all of it about the link). */
const unreachableStates = new Set(["3D000", "28000", "28P01", "57P01", "57P02", "57P03", "57P04", "57P05"]);
/**
 * Codes of a server that answers and cannot do it now: read-only (a standby, or a full disk made it so), disk,
 * memory or connections used up, a disk that fails, or it took longer than it may.
 */
const refusingStates = new Set(["25006", "25P03", "25P04", "57014", "58030"]);
const databaseAway = "DATABASE_AWAY";
const databaseBusy = "DATABASE_BUSY";
const unavailablePrisma = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2028"]);
const unreachableNode = new Set([
  "ECONNREFUSED",
  "ECONNABORTED",
  "ENETUNREACH",
  "ENETDOWN",
  "EHOSTDOWN",
  "ECONNRESET",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "EPIPE",
  "EAI_AGAIN",
]);
const unreachableWords =
  /Connection terminated|Query read timeout|not queryable|Can't reach database server|DatabaseNotReachable|ConnectionClosed|SocketTimeout/i;

/** The breaker (breaker.ts) did not even ask: the database was away a moment ago. */
export class DatabaseAwayError extends Error {
  /** Told by its code: Next loads this module more than once in a process, and each has a class of its own. */
  readonly code = databaseAway;

  constructor() {
    super("The database is away; it was not asked.");
    this.name = "DatabaseAwayError";
  }
}

/** No connection of the pool came free in time: too many ask at once, and the database may be well. */
export class DatabaseBusyError extends Error {
  readonly code = databaseBusy;

  constructor() {
    super("Too many ask the database at once; this one was not let in.");
    this.name = "DatabaseBusyError";
  }
}

/** True when it was not asked, for too many did at once. */
export function isBusy(error: unknown): boolean {
  return chain(error).some(isPartBusy);
}

/** The driver's own words for it come when this process stood still for longer than we wait. */
function isPartBusy(part: unknown): boolean {
  return (
    codeOf(part) === databaseBusy ||
    (part instanceof Error && part.message.includes("timeout exceeded when trying to connect"))
  );
}

/** A transaction that was given up because it took too long; told by the code that Postgres has for it. */
export class TransactionTooLongError extends Error {
  readonly code = "25P04";

  constructor() {
    super("The transaction took too long and was given up.");
    this.name = "TransactionTooLongError";
  }
}

/** True when the row exists already (Postgres 23505). */
export function isUniqueViolation(error: unknown): boolean {
  return chain(error).some((part) => ["P2002", "23505"].includes(codeOf(part)));
}

/** True when another transaction held the lock for too long (55P03) or the two collided (40001, 40P01). */
export function isLockConflict(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034") return true;
  return chain(error).some((part) => ["55P03", "40001", "40P01"].includes(codeOf(part)));
}

/** True when the database cannot be reached, does not answer in time, or cannot write now: later it may. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  return chain(error).some((part) => {
    const code = codeOf(part);
    return (
      isPartUnreachable(part) ||
      isPartBusy(part) ||
      refusingStates.has(code) ||
      /^53\w{3}$/.test(code) ||
      unavailablePrisma.has(code)
    );
  });
}

/** True when the database gave no answer at all, or lets us in no more: nothing else would get one either. */
export function isUnreachable(error: unknown): boolean {
  return chain(error).some(isPartUnreachable);
}

function isPartUnreachable(part: unknown): boolean {
  const code = codeOf(part);
  if (
    code === databaseAway ||
    unreachableStates.has(code) ||
    unreachableNode.has(code) ||
    /^08\w{3}$/.test(code)
  )
    return true;
  return part instanceof Error && unreachableWords.test(part.message);
}

function chain(error: unknown): unknown[] {
  const parts: unknown[] = [];
  for (let part = error; part && parts.length < 8; part = causeOf(part)) parts.push(part);
  return parts;
}

/** The driver adapter puts the Postgres error in `cause` and in `meta.driverAdapterError`. */
function causeOf(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return null;
  if ("cause" in part && part.cause) return part.cause;
  if ("meta" in part && typeof part.meta === "object" && part.meta && "driverAdapterError" in part.meta) {
    return part.meta.driverAdapterError;
  }
  return null;
}

function codeOf(part: unknown): string {
  if (typeof part !== "object" || part === null) return "";
  if ("originalCode" in part && typeof part.originalCode === "string") return part.originalCode;
  if ("code" in part && typeof part.code === "string") return part.code;
  return "";
}
