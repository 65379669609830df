import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** Tries of one account, and of one address, in fifteen minutes. Kept in Postgres: all processes count together. */
const limits = { account: 10, address: 60 } as const;
const windowSeconds = 15 * 60;

const shared = globalThis as { portalLimiters?: Map<string, RateLimiterPrisma> };

function limiter(kind: keyof typeof limits): RateLimiterPrisma {
  shared.portalLimiters ??= new Map();
  const known = shared.portalLimiters.get(kind);
  if (known) return known;
  const made = new RateLimiterPrisma({
    storeClient: db(),
    tableName: "rateLimit",
    keyPrefix: `sign-in:${kind}`,
    points: limits[kind],
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  });
  shared.portalLimiters.set(kind, made);
  return made;
}

/** Counts one try to sign in; throws AppError "too-many-requests" when there were too many. */
export async function countSignInTry(email: string, address: string | null): Promise<void> {
  const counted = await Promise.allSettled([
    limiter("account").consume(email),
    ...(address ? [limiter("address").consume(address)] : []),
  ]);
  for (const result of counted) {
    if (result.status === "fulfilled") continue;
    if (!(result.reason instanceof RateLimiterRes)) throw result.reason;
    const minutes = Math.max(1, Math.ceil(result.reason.msBeforeNext / 60_000));
    throw new AppError("too-many-requests", `Too many tries. Wait ${minutes} min and try again.`);
  }
}

/** A success gives the account its tries back; those of the address stay counted. */
export async function forgetSignInTries(email: string): Promise<void> {
  await limiter("account").delete(email);
}
