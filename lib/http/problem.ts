import { STATUS_CODES } from "node:http";
import type { AppError } from "@/lib/errors";

/** What cannot be had now is worth another try soon: the breaker looks twice a second. */
const retryAfterSeconds = "1";

/** A failure as RFC 9457 says it. `code` is what programs read, `detail` what people read. */
export function problemResponse(error: AppError, requestId: string): Response {
  const body = {
    ...error.details,
    type: "about:blank",
    title: STATUS_CODES[error.status] ?? "Error",
    status: error.status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(Object.keys(error.fields).length > 0 ? { fields: error.fields } : {}),
  };
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(error.status === 503 && { "Retry-After": retryAfterSeconds }),
    },
  });
}

/** For what nobody foresaw: says nothing of the inside; the log has the rest under the same request id. */
export function unknownProblemResponse(requestId: string): Response {
  const body = {
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
    detail: `Something went wrong on our side. Try again; if it stays, give this number to an admin: ${requestId}`,
    code: "internal",
    requestId,
  };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
    },
  });
}
