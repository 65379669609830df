import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { Stop } from "./report.mjs";

const guard = fileURLToPath(new URL("./guard.mjs", import.meta.url));

/**
 * Starts a long-living program that ends with this process, however this process ends.
 * @param {{ command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number,
 *   stdio?: import("node:child_process").StdioOptions, signal?: NodeJS.Signals, killAfterMs?: number,
 *   cleanup?: string[] }} options `cleanup` names folders that are removed once the program is gone.
 */
export function startGuarded(options) {
  const { stdio = "inherit", signal = "SIGTERM", killAfterMs = 15_000, cleanup = [], env, ...rest } = options;
  const [, out = stdio, err = stdio] = Array.isArray(stdio) ? stdio : [];
  const order = JSON.stringify({ ...rest, env: env ?? process.env, signal, killAfterMs, cleanup });
  const child = spawn(process.execPath, [guard], { detached: true, stdio: ["pipe", out, err] });
  child.stdin?.on("error", () => {});
  child.stdin?.write(`${order}\n`);
  let isRunning = true;
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  }).then((code) => {
    isRunning = false;
    return code;
  });
  return {
    exited,
    isRunning: () => isRunning,
    /** Sends a signal to the program itself; tests of crashes use it. @param {NodeJS.Signals} signal */
    signal: (signal) => void child.stdin?.write(`${signal}\n`),
    /** Asks the program to stop and waits until it is gone. */
    async stop() {
      child.stdin?.end();
      return exited;
    },
  };
}

/**
 * Runs a short program to its end. Its output is kept and shown only when it fails, unless `show` is set.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, show?: boolean, fail?: string }}
 *   [options] `fail` is the sentence that says what to do when it fails.
 * @returns {Promise<string>} what it printed
 */
export async function run(command, args, options = {}) {
  const { show = false, fail, ...rest } = options;
  const { code, output } = await capture(command, args, { show, ...rest });
  if (code !== 0) {
    const tail = show ? "" : output.trimEnd().split("\n").slice(-40).join("\n");
    throw new Stop(fail ?? `${command} ${args.join(" ")} failed.`, tail);
  }
  return output;
}

/**
 * Runs a program to its end and gives back its exit code and all that it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, timeout?: number, show?: boolean }}
 *   [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, { show = false, ...rest } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...rest, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
        if (show) to.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Stops the short programs that are still at work; used when this process is told to stop. */
export function stopRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/** A port that nobody listens on right now. @returns {Promise<number>} */
export function freePort(host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Whether a server could listen on this port. @param {number} port @returns {Promise<boolean>} */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
