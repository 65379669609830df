import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test, vi } from "vitest";
import { openCopyStore } from "@/components/offline/copy-store";
import { browserOutbox } from "@/components/outbox/browser-outbox";
import type { KeptPerson } from "@/lib/domain/offline-copy";
import { type NewIncident, openIncident } from "./open-incident";

const runbook = {
  slug: "checkout",
  squadName: null,
  revision: { number: 7 },
  facts: { title: "Checkout", sections: [] },
  html: "<p>Look</p>",
  units: [],
  variables: [],
};
const aids = { waits: {}, limits: [], levels: [], triggers: [], causes: [], dashboards: [] };

/** What the portal answers by path: a status, or null when nothing comes. */
let portal: { incidents: number | null; runbooks: number | null };
let person: KeptPerson;

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("navigator", {});
  portal = { incidents: 503, runbooks: 200 };
  // An outbox of its own for each test.
  person = { id: uuidv7(), name: "Ana Ruiz", role: "responder", canOpen: true };
  vi.stubGlobal("fetch", async (path: string) => {
    const isRunbook = path.includes("/offline/runbooks/");
    const status = isRunbook ? portal.runbooks : portal.incidents;
    if (status === null) throw new TypeError("Failed to fetch");
    if (isRunbook && status === 200) return Response.json({ runbook, steps: [], aids });
    const body = status === 201 ? { key: "INC-0042" } : { detail: "No.", fields: { title: "Too long" } };
    return Response.json(body, { status });
  });
});

const wish = (overrides: Partial<NewIncident> = {}): NewIncident => ({
  id: uuidv7(),
  runId: uuidv7(),
  runbookSlug: "checkout",
  title: " Checkout is slow ",
  severity: "SEV2",
  isDrill: false,
  ...overrides,
});

/** What waits in this browser. */
async function waiting() {
  const outbox = browserOutbox(person.id);
  await vi.waitFor(() => expect(outbox.get().isLoaded).toBe(true));
  return outbox.get().entries;
}

test("what the portal opens is opened there, and what it refuses is not kept", async () => {
  portal.incidents = 201;
  expect(await openIncident(person, wish())).toEqual({ ok: true, key: "INC-0042" });
  for (const status of [403, 404, 422, 500]) {
    portal.incidents = status;
    const fields = { title: "Too long" };
    expect(await openIncident(person, wish())).toEqual({ ok: false, message: "No.", fields });
  }
  expect(await waiting()).toEqual([]);
});

test("without a database the device keeps the incident, with its board, on the revision that the portal shows", async () => {
  const incident = wish();
  expect(await openIncident(person, incident)).toEqual({ ok: true, key: incident.id });
  const body = { ...incident, title: "Checkout is slow", revision: 7, occurredAt: expect.any(String) };
  await vi.waitFor(async () => expect(await waiting()).toMatchObject([{ kind: "incident", body }]));
  const store = await openCopyStore();
  const board = (await store.boards(incident.id))?.boards[0];
  expect(board).toMatchObject({
    document: { runId: incident.runId, revision: 7 },
    person: { id: person.id },
  });
  store.close();
});

test("with no answer at all it follows the runbook that the device keeps, and does nothing when it keeps none", async () => {
  portal = { incidents: null, runbooks: null };
  expect(await openIncident(person, wish())).toMatchObject({ ok: false });
  expect(await waiting()).toEqual([]);

  const store = await openCopyStore();
  await store.begin(person);
  const page = { slug: "checkout", tag: "a", bytes: 1, keptAt: "2026-11-23T02:41:00.000Z" };
  const older = { ...runbook, revision: { number: 6 } };
  await store.keepRunbook(person, page, { runbook: older, steps: [], aids } as never);
  store.close();
  const incident = wish();
  expect(await openIncident(person, incident)).toEqual({ ok: true, key: incident.id });
  await vi.waitFor(async () => expect(await waiting()).toMatchObject([{ body: { revision: 6 } }]));
});

test("what the portal would refuse for a missing word is not kept either", async () => {
  expect(await openIncident(person, wish({ title: " " }))).toMatchObject({
    fields: { title: expect.any(String) },
  });
  expect(await openIncident(person, wish({ runbookSlug: "" }))).toMatchObject({ ok: false });
  expect(await waiting()).toEqual([]);
});
