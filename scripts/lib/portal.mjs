import { setTimeout as wait } from "node:timers/promises";
import { nextCommand } from "./build.mjs";
import { root } from "./places.mjs";
import { startGuarded } from "./processes.mjs";
import { Stop } from "./report.mjs";

/**
 * Starts the web server and waits until it answers.
 * @param {{ port: number, databaseUrl: string, secret: string, address?: string, isDev?: boolean, distDir?: string,
 *   env?: NodeJS.ProcessEnv, stdio?: import("node:child_process").StdioOptions }} options
 */
export async function startPortal(options) {
  const {
    port,
    databaseUrl,
    secret,
    address = `http://localhost:${port}`,
    isDev = false,
    distDir,
    env,
    stdio,
  } = options;
  const server = startGuarded({
    command: process.execPath,
    args: [nextCommand, isDev ? "dev" : "start", "-p", String(port)],
    cwd: root,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: isDev ? "development" : "production",
      ...(distDir && { PORTAL_DIST_DIR: distDir }),
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: address,
      PORT: String(port),
      ...env,
    },
    ...(stdio && { stdio }),
  });
  await untilItAnswers(server, port);
  return { ...server, address };
}

/** @param {{ isRunning: () => boolean, stop: () => Promise<unknown> }} server @param {number} port */
async function untilItAnswers(server, port) {
  const until = Date.now() + 120_000;
  while (server.isRunning() && Date.now() < until) {
    if (await answers(port)) return;
    await wait(100);
  }
  const wasRunning = server.isRunning();
  await server.stop();
  throw new Stop(
    wasRunning
      ? "The portal did not answer within two minutes and was stopped: the lines above say what it was doing."
      : "The portal ended while it started: the lines above say why.",
  );
}

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/live`, {
      signal: AbortSignal.timeout(5_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
