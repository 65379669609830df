import "server-only";
import pino, { type DestinationStream, type Logger } from "pino";
import { setting } from "@/lib/env";
import { withoutSecrets } from "@/lib/without-secrets";

const shared = globalThis as { portalLog?: Logger };

/**
 * Structured log on standard output, one JSON object a line. Whatever could be a secret is left out, by its name at
 * any depth and by its looks inside texts.
 */
export function log(): Logger {
  shared.portalLog ??= createLog(setting("PORTAL_LOG_LEVEL"));
  return shared.portalLog;
}

/** The log of a process; `to` is for tests. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { app: "runbook-portal" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      log: (fields: Record<string, unknown>) => withoutSecrets(fields) as Record<string, unknown>,
    },
    // An Error became plain fields above; pino's own serializer would look for an Error.
    serializers: { err: (value: unknown) => value },
  };
  return to ? pino(options, to) : pino(options);
}
