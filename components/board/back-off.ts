const firstCapMs = 1_000;
/** A fault that is over is over for everybody within ten seconds. */
const longestCapMs = 8_000;

/**
 * How long to wait before the next try, in milliseconds: anything up to a cap that doubles from 1 s to 8 s. "Full
 * jitter": whoever lost the same server at the same moment does not come back at the same moment.
 */
export function backOffMs(attempt: number): number {
  return Math.random() * Math.min(firstCapMs * 2 ** attempt, longestCapMs);
}
