import "server-only";

const stepMs = 100;
/** A step that took longer than this did so because the event loop stood still. */
const longestStepMs = 250;

/**
 * Calls `run` after `ms` milliseconds in which this process could have noticed an answer; returns what calls it off.
 * Time in which the event loop stood still does not count: a timer that comes late runs before the answers that
 * arrived meanwhile are read, and would call them missing.
 */
export function afterPatience(ms: number, run: () => void): () => void {
  let left = ms;
  let timer: NodeJS.Timeout;
  const step = () => {
    const from = performance.now();
    timer = setTimeout(
      () => {
        left -= Math.min(performance.now() - from, longestStepMs);
        // A timer may come a fraction of a millisecond early.
        if (left < 1) run();
        else step();
      },
      Math.min(stepMs, left),
    );
    timer.unref();
  };
  step();
  return () => clearTimeout(timer);
}
