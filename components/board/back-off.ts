const firstCapMs = 1_000;
const longestCapMs = 15_000;

/**
 * How long to wait before the next try, in milliseconds: anything up to a cap that doubles from 1 s to 15 s. "Full
 * jitter": whoever lost the same server at the same moment does not come back at the same moment.
 */
export function backOffMs(attempt: number): number {
  return Math.random() * Math.min(firstCapMs * 2 ** attempt, longestCapMs);
}
