import "server-only";
import { ZodError } from "zod";
import { isBusy, isLockConflict, isUnavailable } from "@/lib/db/errors";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

/**
 * Any failure as one that may be shown. What was not foreseen is logged in full and shown as one general sentence:
 * no foreign message reaches a browser.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) return fromZod(error);
  if (isUnavailable(error) || isLockConflict(error)) {
    log().warn({ err: error }, "database not available");
    return new AppError(
      "unavailable",
      isBusy(error)
        ? "The portal is very busy. Nothing was saved; try again in a moment."
        : "The database does not answer. Nothing was saved; try again in a moment.",
      {
        cause: error,
      },
    );
  }
  log().error({ err: error }, "unforeseen failure");
  return new AppError("internal", "Something went wrong on our side. Nothing was saved; try again.", {
    cause: error,
  });
}

function fromZod(error: ZodError): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    if (field && !fields[field]) fields[field] = issue.message;
  }
  const first = error.issues[0];
  const message =
    Object.keys(fields).length > 0 ? "Some fields need another look." : (first?.message ?? "Not valid.");
  return new AppError("invalid", message, { fields });
}
