import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPresenceReport } from "./presence-report";

type Said = { tabId: string; runId: string; stepId: string | null; gone?: true };
let said: Said[] = [];
let goodbyes: Blob[] = [];
const page = { hidden: false };

beforeEach(() => {
  vi.useFakeTimers();
  [said, goodbyes, page.hidden] = [[], [], false];
  vi.stubGlobal("document", Object.defineProperty(new EventTarget(), "hidden", { get: () => page.hidden }));
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { sendBeacon: (_url: string, blob: Blob) => goodbyes.push(blob) });
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    said.push(JSON.parse(body) as Said);
    throw new TypeError("Failed to fetch");
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function open() {
  const report = createPresenceReport({ incidentKey: "INC-0042", runId: "run" });
  report.open();
  report.setLive(true);
  vi.advanceTimersByTime(0);
  return report;
}

test("an open board says so at once, then every 20 s, and steps at most every 2 s", () => {
  const report = open();
  expect(said).toMatchObject([{ runId: "run", stepId: null }]);
  for (const step of ["a", "b", "c", "c"]) report.at(step);
  vi.advanceTimersByTime(1_999);
  expect(said).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(said.map(({ stepId }) => stepId)).toEqual([null, "c"]);
  vi.advanceTimersByTime(40_000);
  expect(said).toHaveLength(4);
  expect(new Set(said.map(({ tabId }) => tabId)).size).toBe(1);
  report.close();
});

test("it says goodbye when it is left, as JSON, and comes back when the page does", async () => {
  const report = open();
  window.dispatchEvent(new Event("pagehide"));
  expect(goodbyes[0]?.type).toBe("application/json");
  expect(JSON.parse((await goodbyes[0]?.text()) ?? "")).toMatchObject({ tabId: said[0]?.tabId, gone: true });
  window.dispatchEvent(new Event("pageshow"));
  vi.advanceTimersByTime(2_000);
  expect(said).toHaveLength(2);
  report.close();
  expect(goodbyes).toHaveLength(2);
  report.at("late");
  vi.advanceTimersByTime(60_000);
  expect(said).toHaveLength(2);
});

test("a tab that is hidden for a moment stays; hidden for long it leaves, once", () => {
  const report = open();
  const hide = (hidden: boolean) => {
    page.hidden = hidden;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  hide(true);
  vi.advanceTimersByTime(14_000);
  hide(false);
  vi.advanceTimersByTime(16_000);
  expect(goodbyes).toHaveLength(0);
  hide(true);
  vi.advanceTimersByTime(60_000);
  expect(goodbyes).toHaveLength(1);
  report.close();
  expect(goodbyes).toHaveLength(1);
});

test("while the link is cut nothing is said, and all of it once it is back", () => {
  const report = open();
  report.setLive(false);
  report.at("a");
  vi.advanceTimersByTime(60_000);
  expect(said).toHaveLength(1);
  report.setLive(true);
  vi.advanceTimersByTime(0);
  expect(said.at(-1)?.stepId).toBe("a");
  report.close();
});
