import "server-only";
import { Client } from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { deadlines } from "./client";

const firstPause = 250;
const longestPause = 2_000;
const checkEvery = 15_000;

type Handlers = {
  onPayload: (payload: string) => void;
  /** Notifications may have been missed: after each connect, also the first. */
  onConnect: () => void;
};

export type Listener = { close: () => Promise<void>; isConnected: () => boolean };

/**
 * Keeps one LISTEN connection for as long as it is wanted. It connects anew by itself, with growing pauses, and
 * asks the server something now and then, since a link that is cut in silence says nothing.
 */
export function listen(channel: string, handlers: Handlers, url = env().DATABASE_URL): Listener {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let pause = firstPause;
  let isClosed = false;
  let isConnected = false;

  function later(run: () => Promise<void>, wait: number): void {
    if (isClosed) return;
    timer = setTimeout(() => void run(), wait);
    timer.unref();
  }

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: deadlines.connectionTimeoutMillis,
      query_timeout: deadlines.query_timeout,
      application_name: "runbook-portal listener",
    });
    client = next;
    let isLost = false;
    const lose = (error?: Error) => {
      if (isLost) return;
      isLost = true;
      isConnected = false;
      if (timer) clearTimeout(timer);
      next.removeAllListeners("notification");
      void next.end().catch(() => undefined);
      if (isClosed) return;
      log().warn({ err: error, channel, pause }, "listener lost its connection");
      later(connect, pause);
      pause = Math.min(pause * 2, longestPause);
    };
    next.on("error", lose);
    next.on("end", () => lose());
    next.on("notification", (message) => handlers.onPayload(message.payload ?? ""));

    async function check(): Promise<void> {
      try {
        await next.query("SELECT 1");
        later(check, checkEvery);
      } catch (error) {
        lose(error instanceof Error ? error : undefined);
      }
    }

    try {
      await next.connect();
      await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
      pause = firstPause;
      isConnected = true;
      handlers.onConnect();
      later(check, checkEvery);
    } catch (error) {
      lose(error instanceof Error ? error : undefined);
    }
  }

  void connect();
  return {
    isConnected: () => isConnected,
    close: async () => {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
