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

test("however many find it dead, one probe at a time asks, and its answer lets all in again", async () => {
  let answer: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const probe = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        answer = { resolve, reject };
      }),
  );
  const breaker = createBreaker(probe);
  expect(breaker.isOpen()).toBe(false);
  for (let caller = 0; caller < 100; caller += 1) breaker.trip(new Error("no answer"));
  expect(breaker.isOpen()).toBe(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(probe).toHaveBeenCalledTimes(1);

  answer?.reject(new Error("still dead"));
  await vi.advanceTimersByTimeAsync(500);
  expect(probe).toHaveBeenCalledTimes(2);
  expect(breaker.isOpen()).toBe(true);

  answer?.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(breaker.isOpen()).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(probe).toHaveBeenCalledTimes(2);

  breaker.trip(new Error("dead again"));
  expect(breaker.isOpen()).toBe(true);
  expect(probe).toHaveBeenCalledTimes(3);
});
