import { expect, test, vi } from "vitest";
import { newEntry, type OutboxDraft } from "./outbox-entry";
import { createSendEntry } from "./send-entry";
import { draftOf } from "./testing/test-portal";

const entry = newEntry(draftOf("a"), "ana", 0);
const problem = (status: number, detail = "No.") =>
  new Response(JSON.stringify({ detail }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
const json = (body: unknown, status = 201) => new Response(JSON.stringify(body), { status });

function answering(response: Response | Error) {
  const ask = vi.fn<typeof fetch>(async () => {
    if (response instanceof Error) throw response;
    return response;
  });
  return { ask, send: createSendEntry({ fetch: ask, baseUrl: "http://portal.test" }) };
}

test("an event goes to its incident, with the person it belongs to and the same id", async () => {
  const { ask, send } = answering(json({ event: { id: entry.id } }));
  expect(await send(entry)).toEqual({ kind: "kept", answer: { event: { id: entry.id } } });
  const [url, init] = ask.mock.calls[0] ?? [];
  expect(url).toMatch(/^http:\/\/portal\.test\/api\/v1\/incidents\/[\w-]+\/events$/);
  expect(init?.headers).toMatchObject({ "X-Portal-Person": "ana" });
  expect(JSON.parse(String(init?.body))).toMatchObject({ id: entry.id, data: { note: "a" } });
  expect(init?.keepalive).toBe(true);
});

test("each attempt says when it was sent, never a time before the act", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T04:00:00Z") });
  const { ask, send } = answering(json({ event: { id: entry.id } }));
  const sentAt = (call: number) => JSON.parse(String(ask.mock.calls[call]?.[1]?.body)).sentAt;
  await send(entry);
  vi.setSystemTime(new Date("2026-11-23T02:00:00Z"));
  await send(entry);
  expect([sentAt(0), sentAt(1)]).toEqual(["2026-11-23T04:00:00.000Z", "2026-11-23T03:00:00.000Z"]);
  vi.useRealTimers();
});

test("a large body is sent without keepalive, which browsers would refuse", async () => {
  const { ask, send } = answering(json({ event: { id: entry.id } }));
  await send(newEntry(draftOf("a".repeat(20_000)), "ana", 0));
  expect(ask.mock.calls[0]?.[1]?.keepalive).toBe(false);
});

test("opening an incident goes to the list of incidents", async () => {
  const { ask, send } = answering(json({ key: "INC-0007", id: "i", runId: "r" }));
  const body = { id: "i", runbookSlug: "x", title: "Slow", severity: "SEV2", isDrill: false } as const;
  const draft: OutboxDraft = {
    id: "i",
    incident: "i",
    incidentKey: null,
    about: null,
    kind: "incident",
    body,
  };
  expect(await send(newEntry(draft, "ana", 0))).toMatchObject({ kind: "kept", answer: { key: "INC-0007" } });
  expect(ask.mock.calls[0]?.[0]).toBe("http://portal.test/api/v1/incidents");
});

test.each([403, 404, 409, 410, 413, 422])(
  "%i of the portal is a refusal with its sentence",
  async (status) => {
    const { send } = answering(problem(status, "The incident is resolved."));
    expect(await send(entry)).toEqual({ kind: "refused", status, message: "The incident is resolved." });
  },
);

test.each([408, 429, 500, 502, 503, 504])("%i is no answer yet", async (status) => {
  expect(await answering(problem(status)).send(entry)).toEqual({ kind: "again", afterMs: null });
});

test("the network failing is no answer yet", async () => {
  expect(await answering(new TypeError("Failed to fetch")).send(entry)).toEqual({
    kind: "again",
    afterMs: null,
  });
});

test("an ended session is told from a refusal", async () => {
  expect(await answering(problem(401)).send(entry)).toEqual({ kind: "signed-out" });
});

test("a page of something between us and the portal is neither an acknowledgement nor a refusal", async () => {
  const page = (status: number) =>
    new Response("<html>Log in to the Wi-Fi</html>", { status, headers: { "content-type": "text/html" } });
  for (const status of [200, 403, 404, 511]) {
    expect(await answering(page(status)).send(entry)).toEqual({ kind: "again", afterMs: null });
  }
  expect(await answering(json({ event: { id: "another" } })).send(entry)).toMatchObject({ kind: "again" });
  expect(await answering(page(413)).send(entry)).toMatchObject({ kind: "refused", status: 413 });
});

test("Retry-After is kept to, in seconds or as a date", async () => {
  const limited = (value: string) => new Response("", { status: 429, headers: { "retry-after": value } });
  expect(await answering(limited("7")).send(entry)).toEqual({ kind: "again", afterMs: 7_000 });
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T03:00:00Z") });
  const date = "Mon, 23 Nov 2026 03:00:20 GMT";
  expect(await answering(limited(date)).send(entry)).toEqual({ kind: "again", afterMs: 20_000 });
  vi.useRealTimers();
});
