import "server-only";
import { Prisma } from "./generated/client";

/** Codes of a server that is gone, starting, stopping, frozen or full: trying again later may help. */
const unavailableStates = new Set([
  "3D000",
  "28P01",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08001",
  "08003",
  "08006",
  "57014",
]);
const unavailablePrisma = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2028"]);
const unavailableNode = new Set([
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

/** True when the row exists already (Postgres 23505). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** True when another transaction held the lock for too long (55P03) or the two collided (40001, 40P01). */
export function isLockConflict(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034") return true;
  return chain(error).some((part) => ["55P03", "40001", "40P01"].includes(codeOf(part)));
}

/** True when the database cannot be reached or does not answer in time. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  return chain(error).some((part) => {
    const code = codeOf(part);
    if (unavailableStates.has(code) || unavailablePrisma.has(code) || unavailableNode.has(code)) return true;
    return (
      part instanceof Error &&
      /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Can't reach database server|DatabaseNotReachable|ConnectionClosed|SocketTimeout/i.test(
        part.message,
      )
    );
  });
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
