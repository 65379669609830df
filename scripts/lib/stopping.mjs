import { stopRunning } from "./processes.mjs";
import { explain, say } from "./report.mjs";

/** @type {(() => unknown)[]} */
const stops = [];

let isStopping = false;

/** Whether a signal asked us to stop: what ends now, ends because we stop it. */
export const isEnding = () => isStopping;

/** Registers what must be stopped at the end; the last registered is stopped first. @param {() => unknown} stop */
export function atEnd(stop) {
  stops.push(stop);
}

/** Stops everything that was registered, once. */
async function stopAll() {
  for (const stop of stops.splice(0).reverse()) await stop();
}

/**
 * Runs a script's work. Ctrl-C or a signal stops everything that it started and ends with code 0; a failure is
 * explained and ends with code 1; otherwise the work's own number is the code.
 * @param {() => Promise<number>} work
 */
export async function runScript(work) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      // npm passes a terminal's Ctrl-C on, so that the same wish can arrive twice.
      if (isStopping) return;
      isStopping = true;
      say("\nStopping…");
      stopRunning();
      await stopAll();
      say("Stopped.");
      process.exit(0);
    });
  }
  let code = 1;
  try {
    code = await work();
  } catch (error) {
    if (isStopping) return;
    explain(error);
  }
  if (isStopping) return;
  await stopAll();
  process.exit(code);
}
