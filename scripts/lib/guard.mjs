import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

// Runs one long-living child for processes.mjs. This process stands in its own session, so Ctrl-C in a terminal
// does not reach the child behind our back, and its standard input is a pipe from the starter: when the starter
// goes, by whatever signal, the pipe closes and the child is stopped in order. Nothing is left running.

const { command, args, cwd, env, uid, gid, signal, killAfterMs, cleanup } = JSON.parse(process.argv[2] ?? "{}");

const child = spawn(command, args, { cwd, env, uid, gid, stdio: ["ignore", "inherit", "inherit"] });

function finish(code) {
  for (const path of cleanup) rmSync(path, { recursive: true, force: true });
  process.exit(code);
}

child.on("error", (error) => {
  process.stderr.write(`${command} could not be started: ${error.message}\n`);
  finish(127);
});
child.on("exit", (code) => finish(code ?? 1));

let isStopping = false;
function stop() {
  if (isStopping) return;
  isStopping = true;
  child.kill(signal);
  setTimeout(() => child.kill("SIGKILL"), killAfterMs).unref();
}

process.stdin.on("end", stop).on("error", stop).resume();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, stop);
