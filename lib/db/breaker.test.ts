import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBreaker } from "./breaker";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv("PORTAL_LOG_LEVEL", "silent");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

type Answer = { resolve: () => void; reject: (error: Error) => void };

function probeByHand() {
  const answers: Answer[] = [];
  const probe = vi.fn(() => new Promise<void>((resolve, reject) => answers.push({ resolve, reject })));
  return { probe, last: () => answers.at(-1) };
}

test("a suspicion that the probe does not share opens nothing", async () => {
  const { probe, last } = probeByHand();
  const breaker = createBreaker(probe);
  for (let caller = 0; caller < 100; caller += 1) breaker.suspect(new Error("no answer"));
  expect(probe).toHaveBeenCalledTimes(1);
  expect(breaker.isOpen()).toBe(false);
  const verdict = breaker.verdict();
  last()?.resolve();
  await verdict;
  expect(breaker.isOpen()).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(probe).toHaveBeenCalledTimes(1);
});

test("who comes while an answer is merely slow waits for nothing; after a failure, for the probe", async () => {
  const { probe, last } = probeByHand();
  const breaker = createBreaker(probe);
  breaker.doubt(new Error("slow"));
  await breaker.verdict();
  breaker.suspect(new Error("no answer"));
  expect(probe).toHaveBeenCalledTimes(1);
  let isKnown = false;
  const verdict = breaker.verdict().then(() => {
    isKnown = true;
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(isKnown).toBe(false);
  last()?.reject(new Error("dead"));
  await verdict;
  expect(breaker.isOpen()).toBe(true);
});

test("however many suspect it, one probe at a time asks, and its answer lets all in again", async () => {
  const { probe, last } = probeByHand();
  const breaker = createBreaker(probe);
  for (let caller = 0; caller < 100; caller += 1) breaker.suspect(new Error("no answer"));
  const verdict = breaker.verdict();
  last()?.reject(new Error("dead"));
  await verdict;
  expect(breaker.isOpen()).toBe(true);
  breaker.suspect(new Error("no answer either"));
  expect(probe).toHaveBeenCalledTimes(1);

  await vi.advanceTimersByTimeAsync(500);
  expect(probe).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(probe).toHaveBeenCalledTimes(2);
  // While it is away, nobody waits for what the probe finds.
  await breaker.verdict();
  expect(breaker.isOpen()).toBe(true);

  last()?.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(breaker.isOpen()).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(probe).toHaveBeenCalledTimes(2);

  breaker.suspect(new Error("dead again"));
  expect(probe).toHaveBeenCalledTimes(3);
});
