/** A failure that a person can mend: `message` is one sentence that says what to do, `detail` is what was seen. */
export class Stop extends Error {
  /** @param {string} message @param {string} [detail] */
  constructor(message, detail = "") {
    super(message);
    this.name = "Stop";
    this.detail = detail;
  }
}

/** @param {number} from a time of performance.now() */
export const secondsSince = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/**
 * Does one long step and prints how long it took. On a terminal the name stands there while the step runs.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = performance.now();
  const ticker = setInterval(() => say(`  … ${name}, ${secondsSince(from)}`), 15_000);
  ticker.unref();
  say(`  ${name}`);
  try {
    const result = await work();
    say(`  ${name}: done in ${secondsSince(from)}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

let output = process.stdout;

/** From here on standard output belongs to a command's result: what is said beside it goes to standard error. */
export function sayOnStandardError() {
  output = process.stderr;
}

/** @param {string} line */
export function say(line) {
  output.write(`${line}\n`);
}

/** Prints why it ended: what was seen first, then the sentence that says what to do. @param {unknown} error */
export function explain(error) {
  if (error instanceof Stop) {
    if (error.detail) process.stderr.write(`\n${error.detail}\n`);
    process.stderr.write(`\n${error.message}\n`);
  } else {
    process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
