import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import type { Looker } from "@/lib/domain/presence";
import { backOffMs } from "./back-off";
import { followEvents } from "./follow-events";
import type { LinkStatus } from "./link-state";

/** What the page gives: one that a test can hide, take offline and speak to. */
class FakeSource extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = FakeSource.CONNECTING;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  open() {
    this.readyState = FakeSource.OPEN;
    this.dispatchEvent(new Event("open"));
  }
  say(kind: string, data: unknown) {
    this.dispatchEvent(Object.assign(new Event(kind), { data: JSON.stringify(data) }));
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }
}

const problem = { "content-type": "application/problem+json" };
const event = (seq: number) => ({ id: String(seq), seq, kind: "incident.noted" }) as IncidentEvent;
const newest = () => FakeSource.all.at(-1) as FakeSource;

function follow(after = 2) {
  const seen = {
    events: [] as number[],
    news: [] as number[],
    lookers: [] as Looker[],
    links: [] as LinkStatus[],
  };
  const stop = followEvents({
    incidentKey: "INC-0042",
    after,
    onEvents: (events) => seen.events.push(...events.map(({ seq }) => seq)),
    onNews: (events) => seen.news.push(...events.map(({ seq }) => seq)),
    onPresence: (lookers) => {
      seen.lookers = lookers;
    },
    onLink: (link) => seen.links.push(link),
  });
  cleanUp.push(stop);
  /** What was shown, one after the other; a newer time of the last news is no other state. */
  const states = () =>
    seen.links.map(({ state }) => state).filter((state, index, all) => state !== all[index - 1]);
  return { ...seen, seen, stop, states };
}

const cleanUp: (() => void)[] = [];
const page = { hidden: false, onLine: true };
/** The record: what the polls are answered with; a status when it refuses, null when it cannot be reached. */
let record: number[] | 401 | 502 | 503 | null = [];
const asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.all = [];
  asked.length = 0;
  record = [];
  Object.assign(page, { hidden: false, onLine: true });
  vi.stubGlobal("EventSource", FakeSource);
  const target = Object.defineProperty(new EventTarget(), "hidden", { get: () => page.hidden });
  vi.stubGlobal("document", target);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", Object.defineProperty({}, "onLine", { get: () => page.onLine }));
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    if (record === null) throw new TypeError("Failed to fetch");
    if (record === 503) return Response.json({}, { status: 503, headers: problem });
    if (!Array.isArray(record)) return new Response(null, { status: record });
    const after = Number(new URL(url, "http://x").searchParams.get("after"));
    const events = record.filter((seq) => seq > after).slice(0, 2);
    return Response.json({ events: events.map(event), lastSeq: record.at(-1) ?? 0 });
  });
});

afterEach(() => {
  for (const stop of cleanUp.splice(0)) stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("events in their order are handed on once, and repeats are left out", () => {
  const { events } = follow();
  newest().open();
  for (const seq of [1, 2, 3, 3, 4]) newest().say("message", event(seq));
  expect(events).toEqual([3, 4]);
  expect(asked).toEqual([]);
});

test("a number that jumps is not guessed at: what is missing is fetched, page by page", async () => {
  const { events } = follow();
  newest().open();
  record = [1, 2, 3, 4, 5, 6, 7];
  newest().say("message", event(7));
  expect(events).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(events).toEqual([3, 4, 5, 6, 7]);
  newest().say("message", event(8));
  expect(events.at(-1)).toBe(8);
});

test("a beat tells of what was lost on the way, and what it tells is fetched until it is there", async () => {
  const { events } = follow();
  newest().open();
  record = [1, 2, 3];
  newest().say("beat", 4);
  await vi.advanceTimersByTimeAsync(0);
  expect(events).toEqual([3]);
  record = [1, 2, 3, 4];
  await vi.advanceTimersByTimeAsync(5_000);
  expect(events).toEqual([3, 4]);
});

test("a board from an old copy is brought up to date, and what it catches up with is no news", async () => {
  const { events, news } = follow(0);
  newest().open();
  for (const seq of [1, 2, 3]) newest().say("message", event(seq));
  newest().say("beat", 3);
  newest().say("message", event(4));
  expect(events).toEqual([1, 2, 3, 4]);
  expect(news).toEqual([4]);
});

test("after a cut it comes back from its place, at a time that nobody else has", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const { states } = follow();
  expect(newest().url).toBe("/api/v1/incidents/INC-0042/stream?after=2");
  newest().open();
  newest().say("message", event(3));
  newest().fail(FakeSource.CONNECTING);
  expect(newest().readyState).toBe(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(499);
  expect(FakeSource.all).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(newest().url).toBe("/api/v1/incidents/INC-0042/stream?after=3");
  // The second try waits twice as long; one that succeeds begins anew.
  newest().fail(FakeSource.CONNECTING);
  await vi.advanceTimersByTimeAsync(999);
  expect(FakeSource.all).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  newest().open();
  newest().fail(FakeSource.CONNECTING);
  await vi.advanceTimersByTimeAsync(500);
  expect(FakeSource.all).toHaveLength(4);
  expect(states()).toEqual(["live", "reconnecting", "live", "reconnecting"]);
});

test("the pause is anything up to a cap that grows from 1 s to 8 s", () => {
  const random = vi.spyOn(Math, "random");
  for (const [attempt, cap] of [
    [0, 1_000],
    [1, 2_000],
    [3, 8_000],
    [4, 8_000],
    [50, 8_000],
  ] as const) {
    expect(random.mockReturnValue(0) && backOffMs(attempt)).toBe(0);
    expect(random.mockReturnValue(0.999) && backOffMs(attempt)).toBeCloseTo(cap * 0.999);
  }
});

test("while it is cut the record is asked every 5 s", async () => {
  const { events, states } = follow();
  newest().open();
  newest().fail(FakeSource.CONNECTING);
  record = [1, 2, 3];
  await vi.advanceTimersByTimeAsync(5_000);
  expect(events).toEqual([3]);
  expect(states().at(-1)).toBe("reconnecting");
});

test("a link that says nothing for 35 s is taken for dead; one that beats is not", async () => {
  const { states } = follow();
  newest().open();
  for (let beats = 0; beats < 4; beats += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    newest().say("beat", 2);
  }
  expect(FakeSource.all).toHaveLength(1);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(42_000);
  expect(FakeSource.all.length).toBeGreaterThan(1);
  expect(asked.length).toBeGreaterThan(0);
  expect(states()).toEqual(["live", "reconnecting"]);
});

test("a refused stream asks why: without a session it says so, until somebody signs in again", async () => {
  const { states } = follow();
  record = 401;
  newest().fail(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states()).toEqual(["reconnecting", "signed-out"]);
  expect(FakeSource.all).toHaveLength(1);
  record = [];
  document.dispatchEvent(new Event("visibilitychange"));
  newest().open();
  expect(states().at(-1)).toBe("live");
  newest().say("bye", "signed-out");
  expect(states().at(-1)).toBe("signed-out");
});

test("a portal that lost its database says so on the open stream, and that it is back", async () => {
  const { states, events, seen } = follow();
  newest().open();
  newest().say("away", 2);
  record = 503;
  await vi.advanceTimersByTimeAsync(12_000);
  newest().say("beat", 2);
  await vi.advanceTimersByTimeAsync(12_000);
  // Another process of the portal may still read.
  record = [1, 2];
  await vi.advanceTimersByTimeAsync(5_000);
  expect(states()).toEqual(["live", "no-database"]);
  expect(seen.links.at(-1)?.since).toBe(seen.links[1]?.since);
  expect(FakeSource.all).toHaveLength(1);
  newest().say("message", event(3));
  newest().say("back", 3);
  expect([states(), events]).toEqual([["live", "no-database", "live"], [3]]);
});

test("a stream that is refused for want of a database says so until there is one; a proxy's refusal is no such thing", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const { states } = follow();
  record = 503;
  for (let tries = 0; tries < 3; tries += 1) {
    newest().fail(FakeSource.CLOSED);
    await vi.advanceTimersByTimeAsync(4_500);
  }
  expect(states()).toEqual(["reconnecting", "no-database"]);
  newest().open();
  expect(states().at(-1)).toBe("live");
  record = 502;
  newest().fail(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(0);
  expect(states().at(-1)).toBe("reconnecting");
});

test("without a database and then without a portal: no connection, and back the same way", async () => {
  const { states } = follow();
  newest().open();
  newest().say("away", 2);
  record = null;
  newest().fail(FakeSource.CONNECTING);
  expect(states().at(-1)).toBe("no-database");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(states()).toEqual(["live", "no-database", "reconnecting"]);
  record = 503;
  newest().fail(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(0);
  expect(states().at(-1)).toBe("no-database");
  record = [1, 2];
  await vi.advanceTimersByTimeAsync(5_000);
  expect(states().at(-1)).toBe("reconnecting");
});

test("offline is what the system says and the portal confirms, since a portal on this machine still answers", async () => {
  const { states, seen } = follow();
  newest().open();
  page.onLine = false;
  window.dispatchEvent(new Event("offline"));
  await vi.advanceTimersByTimeAsync(0);
  expect(states()).toEqual(["live"]);
  record = null;
  window.dispatchEvent(new Event("offline"));
  await vi.advanceTimersByTimeAsync(0);
  expect(states()).toEqual(["live", "offline"]);
  expect(seen.links.at(-1)?.heardAt).not.toBeNull();
  page.onLine = true;
  record = [];
  window.dispatchEvent(new Event("online"));
  newest().open();
  expect(states().at(-1)).toBe("live");
});

test("a hidden tab gives its connection back after a minute and takes one when it is looked at", async () => {
  follow();
  newest().open();
  page.hidden = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(59_000);
  expect(newest().readyState).toBe(FakeSource.OPEN);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(newest().readyState).toBe(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([FakeSource.all.length, asked.length]).toEqual([1, 0]);
  page.hidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  expect(FakeSource.all).toHaveLength(2);
});

test("who was looking is forgotten when the link stays cut, and not when it comes back", async () => {
  const { seen } = follow();
  const ana = [{ personId: "a", name: "Ana", runId: null, stepId: null, tabs: 1 }];
  newest().open();
  newest().say("presence", ana);
  newest().fail(FakeSource.CONNECTING);
  await vi.advanceTimersByTimeAsync(5_000);
  newest().open();
  newest().say("presence", ana);
  await vi.advanceTimersByTimeAsync(30_000);
  newest().say("beat", 2);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(seen.lookers).toEqual(ana);
  record = null;
  newest().fail(FakeSource.CONNECTING);
  await vi.advanceTimersByTimeAsync(44_000);
  expect(seen.lookers).toEqual(ana);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seen.lookers).toEqual([]);
});

test("once stopped it neither asks nor tells", async () => {
  const { events, stop, states, seen } = follow();
  newest().open();
  newest().say("presence", [{ personId: "a", name: "Ana", runId: null, stepId: null, tabs: 1 }]);
  expect(seen.lookers).toHaveLength(1);
  stop();
  newest().say("message", event(3));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([events, asked, states()]).toEqual([[], [], ["live"]]);
});
