import { performance } from "node:perf_hooks";

/** @param {number[]} times @param {number} share between 0 and 1 */
export function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {() => unknown} work @returns {Promise<number>} milliseconds */
export async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Times two pieces of work in turns, so that both meet the same noise of the machine.
 * @param {{ ours: () => unknown, baseline: () => unknown, rounds: number, warmUp: number }} options
 * @returns {Promise<{ ours: number, baseline: number }>} medians in milliseconds
 */
export async function inTurns({ ours, baseline, rounds, warmUp }) {
  const times = { ours: [], baseline: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const pair = { ours: await timeOf(ours), baseline: await timeOf(baseline) };
    if (round < 0) continue;
    times.ours.push(pair.ours);
    times.baseline.push(pair.baseline);
  }
  return { ours: percentile(times.ours, 0.5), baseline: percentile(times.baseline, 0.5) };
}
