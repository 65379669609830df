import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";

// Runs one long-living child for processes.mjs. This process stands in its own session, so Ctrl-C in a terminal
// does not reach the child behind our back, and its standard input is a pipe from the starter: when the starter
// goes, by whatever signal, the pipe closes and the child is stopped in order. Nothing is left running.
// The first line says what to run (not the arguments: those can be read by every user of the machine, and the
// environment holds secrets); each later line is a signal to pass on.

/** @type {import("node:child_process").ChildProcess | undefined} */
let child;
/** @type {{ signal: NodeJS.Signals, killAfterMs: number }} */
let order;

function begin(line) {
  const { command, args, cleanup, signal, killAfterMs, ...options } = JSON.parse(line);
  order = { signal, killAfterMs };
  const finish = (code) => {
    for (const path of cleanup) rmSync(path, { recursive: true, force: true });
    process.exit(code);
  };
  child = spawn(command, args, { ...options, stdio: ["ignore", "inherit", "inherit"] });
  child.on("error", (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`);
    finish(127);
  });
  child.on("exit", (code) => finish(code ?? 1));
}

let isStopping = false;
function stop() {
  if (!child) process.exit(0);
  if (isStopping) return;
  isStopping = true;
  child.kill(order.signal);
  setTimeout(() => child?.kill("SIGKILL"), order.killAfterMs);
}

createInterface({ input: process.stdin })
  .on("line", (line) => (child ? child.kill(/** @type {NodeJS.Signals} */ (line)) : begin(line)))
  .on("close", stop);
process.stdin.on("error", stop);
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, stop);
