import "server-only";
import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

const shared = globalThis as { portalLog?: Logger };

/** Structured log on standard output, one JSON object a line. Whatever could be a secret is left out by its name. */
export function log(): Logger {
  shared.portalLog ??= pino({
    level: env().PORTAL_LOG_LEVEL,
    base: { app: "runbook-portal" },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        "password",
        "token",
        "secret",
        "cookie",
        "authorization",
        "*.password",
        "*.token",
        "*.secret",
        "*.cookie",
        "*.authorization",
      ],
      censor: "[left out]",
    },
  });
  return shared.portalLog;
}
