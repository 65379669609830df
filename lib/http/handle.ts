import { unstable_rethrow } from "next/navigation";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { isLockConflict, isUnavailable } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { problemResponse, unknownProblemResponse } from "./problem";
import { readJson } from "./read-json";
import { routeLabel } from "./route-label";
import { assertSameOrigin } from "./same-origin";

const bodyLimit = 64 * 1024;
const reading = new Set(["GET", "HEAD", "OPTIONS"]);

export type Call = {
  requestId: string;
  url: URL;
  /** The JSON body, at most 64 KB unless `limit` says otherwise. */
  json: <T>(schema: z.ZodType<T>, limit?: number) => Promise<T>;
};

/**
 * What every route handler is wrapped in: a request id, the same-origin check of writes, and failures as
 * problem+json. What nobody foresaw goes to the log and answers 500 without details.
 */
export async function handle(request: Request, run: (call: Call) => Promise<Response>): Promise<Response> {
  const requestId = requestIdOf(request);
  const startedAt = performance.now();
  const response = await answer(request, requestId, run);
  report(request, requestId, response.status, performance.now() - startedAt);
  response.headers.set("X-Request-Id", requestId);
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  return response;
}

async function answer(
  request: Request,
  requestId: string,
  run: (call: Call) => Promise<Response>,
): Promise<Response> {
  try {
    if (!reading.has(request.method)) assertWriteIsOurs(request);
    return await run({
      requestId,
      url: new URL(request.url),
      json: (schema, limit = bodyLimit) => readJson(request, schema, limit),
    });
  } catch (error) {
    unstable_rethrow(error);
    const known = error instanceof AppError ? error : databaseFailure(error);
    if (!known || known.status >= 500) {
      log().error(
        {
          err: error,
          requestId,
          method: request.method,
          route: routeLabel(new URL(request.url).pathname),
        },
        "request failed",
      );
    }
    return known ? problemResponse(known, requestId) : unknownProblemResponse(requestId);
  }
}

/** One line and one observation a request. The pattern of the route alone: no query, no body, nothing that was typed. */
function report({ method, url }: Request, requestId: string, status: number, ms: number): void {
  const route = routeLabel(new URL(url).pathname);
  metrics().httpRequestDuration.observe({ method, route, status: String(status) }, ms / 1_000);
  log().info({ requestId, method, route, status, ms: Math.round(ms * 10) / 10 }, "request");
}

function assertWriteIsOurs(request: Request): void {
  const { NEXTAUTH_URL, PORTAL_TRUSTED_ORIGINS, PORTAL_TRUST_PROXY } = env();
  assertSameOrigin(request.headers, {
    portalUrl: NEXTAUTH_URL,
    trustedOrigins: PORTAL_TRUSTED_ORIGINS,
    trustProxy: PORTAL_TRUST_PROXY,
  });
}

function databaseFailure(cause: unknown): AppError | null {
  if (isLockConflict(cause)) {
    return new AppError("unavailable", "Too many people write here at once. Try again in a moment.", {
      cause,
    });
  }
  if (isUnavailable(cause)) {
    return new AppError(
      "unavailable",
      "The database does not answer. Nothing was saved; try again in a moment.",
      {
        cause,
      },
    );
  }
  return null;
}

/** A proxy's id is kept so that its log and ours can be read together; anything odd is replaced. */
function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && /^[\w.-]{8,64}$/.test(given) ? given : uuidv7();
}
