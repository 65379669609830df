import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askSeldomer } from "./ask-seldomer";

let page: EventTarget & { hidden: boolean };
beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(isShown: boolean) {
  page.hidden = !isShown;
  page.dispatchEvent(new Event("visibilitychange"));
}

test("the portal is asked soon, then seldomer, and no more after the end", () => {
  const ask = vi.fn();
  const stop = askSeldomer(ask);
  vi.advanceTimersByTime(2_000);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_999);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10 * 60_000);
  const before = ask.mock.calls.length;
  vi.advanceTimersByTime(60_000);
  expect(ask.mock.calls.length - before).toBe(2);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(ask.mock.calls.length - before).toBe(2);
});

test("a hidden tab asks nothing, and at once when it is shown", () => {
  const ask = vi.fn();
  const stop = askSeldomer(ask);
  show(false);
  vi.advanceTimersByTime(10 * 60_000);
  expect(ask).not.toHaveBeenCalled();
  show(true);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_000);
  expect(ask).toHaveBeenCalledTimes(2);
  stop();
});
