import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { NewIncident } from "@/components/incidents/open-incident";
import { browserOutbox } from "@/components/outbox/browser-outbox";
import type { KeptPerson } from "@/lib/domain/offline-copy";
import { openCopyStore } from "./copy-store";
import { type FollowedRunbook, startIncident } from "./start-incident";

vi.mock("@/components/outbox/browser-outbox", () => ({ browserOutbox: vi.fn() }));

const ana: KeptPerson = { id: "ana", name: "Ana", role: "responder", canOpen: true };
const incident = { id: "i", runId: "r", runbookSlug: "a", title: "Down", severity: "SEV2", isDrill: false };
const followed = {
  runbook: { slug: "a", html: "", revision: { number: 1 }, facts: { title: "A", sections: [] } },
  steps: [],
  aids: { waits: {} },
};
const add = vi.fn();
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  add.mockReset();
  vi.mocked(browserOutbox).mockReturnValue({ add } as never);
});
const start = async (isCopyOurs: boolean) => {
  const store = await openCopyStore();
  if (isCopyOurs) await store.begin(ana);
  await startIncident(store, ana, incident as NewIncident, followed as unknown as FollowedRunbook);
  return store;
};

test("what the outbox has kept is started, though the copy takes no board", async () => {
  const store = await start(false);
  expect(add).toHaveBeenCalledTimes(1);
  expect(await store.boards("i")).toBeUndefined();
});

test("with a copy that takes it the board is there at once", async () => {
  const store = await start(true);
  expect((await store.boards("i"))?.boards).toHaveLength(1);
  expect((await store.state())?.incidents).toHaveLength(1);
});

test("what the outbox cannot keep is not started", async () => {
  add.mockRejectedValue(new Error("full"));
  await expect(start(true)).rejects.toThrow("full");
  const store = await openCopyStore();
  expect(await store.boards("i")).toBeUndefined();
});
