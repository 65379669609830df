const shortest = 500;
/** A fault that is over is over for everybody within ten seconds; a refusal costs the portal next to nothing. */
const longest = 5_000;
/** A server that asks for more would not be asked again while the incident lasts. */
const longestAsked = 60_000;

/**
 * Milliseconds to wait after the attempt number `attempts` (from 1), spread so that many browsers do not come back at
 * the same time. `random` is in [0, 1).
 */
export function pauseAfter(attempts: number, askedMs: number | null, random: number): number {
  const ceiling = Math.min(longest, shortest * 2 ** Math.min(attempts, 10));
  const own = ceiling * (0.5 + random / 2);
  return askedMs === null ? own : Math.max(own, Math.min(askedMs, longestAsked));
}

/** Whether the time to wait for is over. A time further off than any pause was set by a clock that was wrong. */
export function isDue(retryAt: number | null, now: number): boolean {
  return retryAt === null || retryAt <= now || retryAt - now > longestAsked;
}
