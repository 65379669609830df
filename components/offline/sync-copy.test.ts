import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { copyVersion, type KeptEntry, type KeptPerson } from "@/lib/domain/offline-copy";
import type { Answer } from "./ask-portal";
import { type CopyStore, type KeptIncident, openCopyStore } from "./copy-store";
import { syncCopy } from "./sync-copy";

const ana: KeptPerson = { id: "ana", name: "Ana Ruiz", role: "responder", canOpen: true };
const jon: KeptPerson = { id: "jon", name: "Jon Okafor", role: "reader", canOpen: false };

let store: CopyStore;
beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  store = await openCopyStore();
});

const entry = (slug: string, tag = "a"): KeptEntry => ({
  slug,
  tag,
  size: 10,
  title: slug,
  squadId: null,
  squadName: null,
  service: null,
  isTemplate: false,
  isMine: false,
  updatedAt: "2026-11-01T00:00:00.000Z",
  revision: 1,
  stepCount: 0,
  commandCount: 0,
  alerts: [],
  headings: [],
});

type Portal = {
  person: KeptPerson;
  runbooks: KeptEntry[];
  incidents?: { key: string; id: string; lastSeq: number }[];
  /** Statuses of paths that do not answer as they should. */
  broken?: Record<string, number>;
};

function portalOf({ person, runbooks, incidents = [], broken = {} }: Portal) {
  const asked: string[] = [];
  const get = async (path: string): Promise<Answer> => {
    asked.push(path.replace("/api/v1/offline/", ""));
    const status = broken[path.replace("/api/v1/offline/", "")] ?? 200;
    return { status, text: status === 200 ? JSON.stringify(bodyOf(path)) : "{}" };
  };
  const document = { runId: "r1", slug: "a", newestRevision: runbooks[0]?.revision };
  const bodyOf = (path: string) => {
    if (path.endsWith("/index")) return { version: copyVersion, person, runbooks };
    if (path.endsWith("/incidents")) return { incidents };
    if (path.includes("/incidents/"))
      return {
        boards: [{ document, initial: { seq: 3 }, rights: { canAppend: person.canOpen }, key: path }],
      };
    return { runbook: { slug: path.split("/").at(-1), html: "<p>kept</p>" } };
  };
  return { asked, get };
}

const sync = (portal: { get: (path: string) => Promise<Answer> }) =>
  syncCopy({ store, get: portal.get, now: () => new Date("2026-11-23T02:41:00.000Z") });
const heldSlugs = async () => (await store.held()).map(({ slug }) => slug);

test("the first visit keeps every runbook and the open boards; the next fetches what changed alone", async () => {
  const incidents = [{ key: "INC-0001", id: "11111111-aaaa", lastSeq: 3 }];
  const first = portalOf({ person: ana, runbooks: [entry("a"), entry("b")], incidents });
  expect(await sync(first)).toBe("kept");
  expect(await heldSlugs()).toEqual(["a", "b"]);
  expect(await store.state()).toMatchObject({ person: ana, checkedAt: "2026-11-23T02:41:00.000Z" });
  expect((await store.boards("INC-0001"))?.id).toBe("11111111-aaaa");
  expect((await store.boards("11111111-AAAA"))?.key).toBe("INC-0001");

  const second = portalOf({ person: ana, runbooks: [entry("a"), entry("b", "changed")], incidents });
  expect(await sync(second)).toBe("kept");
  expect(second.asked).toEqual(["index", "incidents", "runbooks/b"]);
});

test("a board is fetched anew when the rights of its person or the newest revision changed, and only then", async () => {
  const incidents = [{ key: "INC-0001", id: "1", lastSeq: 3 }];
  const boardOf = async () => (await store.boards("INC-0001"))?.boards[0];
  const asks = async (portal: ReturnType<typeof portalOf>) => {
    expect(await sync(portal)).toBe("kept");
    return portal.asked.includes("incidents/INC-0001");
  };
  const reader: KeptPerson = { ...ana, role: "reader", canOpen: false };
  const newer = { ...entry("a"), revision: 2 };
  expect(await asks(portalOf({ person: ana, runbooks: [entry("a")], incidents }))).toBe(true);
  expect(await asks(portalOf({ person: ana, runbooks: [entry("a")], incidents }))).toBe(false);

  expect(await asks(portalOf({ person: reader, runbooks: [entry("a")], incidents }))).toBe(true);
  expect((await boardOf())?.rights.canAppend).toBe(false);
  // The tab was opened before.
  const tab = { incident: { key: "INC-0001", id: "1" }, person: ana, rights: { canAppend: true } };
  await store.advanceBoard({ ...tab, document: { runId: "r1" }, initial: { seq: 4 } } as never);
  expect(await boardOf()).toMatchObject({ rights: { canAppend: false }, initial: { seq: 4 } });

  expect(await asks(portalOf({ person: reader, runbooks: [newer], incidents }))).toBe(true);
  expect((await boardOf())?.document.newestRevision).toBe(2);
  expect(await asks(portalOf({ person: reader, runbooks: [newer], incidents }))).toBe(false);
});

test("boards that were fetched do not put an older state over what an open one has told meanwhile", async () => {
  const incidents = [{ key: "INC-0001", id: "1", lastSeq: 3 }];
  const portal = portalOf({ person: ana, runbooks: [], incidents });
  const tab = { incident: { key: "INC-0001", id: "1" }, document: { runId: "r1" }, person: ana };
  const get = async (path: string) => {
    const answer = await portal.get(path);
    if (path.endsWith("INC-0001")) await store.advanceBoard({ ...tab, initial: { seq: 9 } } as never);
    return answer;
  };
  await sync({ get });
  expect(await store.boards("INC-0001")).toMatchObject({ lastSeq: 3, boards: [{ initial: { seq: 9 } }] });
  const later = { key: "INC-0001", id: "1", lastSeq: 10, rights: "", keptAt: "" };
  await store.keepBoards(ana, { ...later, boards: [{ ...tab, initial: { seq: 10 } }] as never });
  expect((await store.boards("INC-0001"))?.boards[0]?.initial.seq).toBe(10);
});

test("what left the index and what was resolved is dropped", async () => {
  const incidents = [{ key: "INC-0001", id: "1", lastSeq: 3 }];
  await sync(portalOf({ person: ana, runbooks: [entry("a"), entry("b")], incidents }));
  await sync(portalOf({ person: ana, runbooks: [entry("b")] }));
  expect(await heldSlugs()).toEqual(["b"]);
  expect(await store.runbook("a")).toBeUndefined();
  expect(await store.boards("INC-0001")).toBeUndefined();
});

test.each([
  ["index", 401],
  ["index", 403],
  ["runbooks/b", 401],
])("a %s that answers %d drops everything", async (path, status) => {
  await sync(portalOf({ person: ana, runbooks: [entry("a")] }));
  const closed = portalOf({ person: ana, runbooks: [entry("a"), entry("b")], broken: { [path]: status } });
  expect(await sync(closed)).toBe("dropped");
  expect(await heldSlugs()).toEqual([]);
  expect(await store.state()).toBeNull();
});

test.each([0, 500, 503])("a portal that answers %d leaves what is kept as it is", async (status) => {
  await sync(portalOf({ person: ana, runbooks: [entry("a")] }));
  expect(await sync(portalOf({ person: ana, runbooks: [], broken: { index: status } }))).toBe("unreachable");
  expect(await heldSlugs()).toEqual(["a"]);
});

test("one runbook that is closed to the person is dropped, and the others are kept", async () => {
  const runbooks = [entry("a"), entry("b")];
  expect(await sync(portalOf({ person: ana, runbooks, broken: { "runbooks/a": 403 } }))).toBe("kept");
  expect(await heldSlugs()).toEqual(["b"]);
});

test("another person begins with nothing", async () => {
  await sync(portalOf({ person: ana, runbooks: [entry("a")] }));
  await sync(portalOf({ person: jon, runbooks: [entry("b")] }));
  expect(await heldSlugs()).toEqual(["b"]);
  expect((await store.state())?.person).toEqual(jon);
});

test("a copy that is cleared while it is being filled stays empty", async () => {
  const portal = portalOf({ person: ana, runbooks: [entry("a"), entry("b"), entry("c")] });
  const get = async (path: string) => {
    if (path.endsWith("/b")) await store.clear();
    return portal.get(path);
  };
  expect(await sync({ get })).toBe("dropped");
  expect(await store.state()).toBeNull();
  expect(await store.runbook("b")).toBeUndefined();
});

test("a portal of another version is not followed", async () => {
  const portal = portalOf({ person: ana, runbooks: [entry("a")] });
  const get = async (path: string) => {
    const { status, text } = await portal.get(path);
    return { status, text: text.replace(`"version":${copyVersion}`, `"version":${copyVersion + 1}`) };
  };
  expect(await sync({ get })).toBe("unreachable");
  expect(await heldSlugs()).toEqual([]);
});

test("an open board moves its copy on, and never back", async () => {
  const incidents = [{ key: "INC-0001", id: "1", lastSeq: 3 }];
  await sync(portalOf({ person: ana, runbooks: [], incidents }));
  const seqOf = async () => (await store.boards("INC-0001"))?.boards[0]?.initial.seq;
  const at = (seq: number, key = "INC-0001", person = ana) =>
    ({ incident: { key, id: key }, document: { runId: "r1" }, initial: { seq }, person }) as never;
  await store.advanceBoard(at(9));
  expect(await seqOf()).toBe(9);
  await store.advanceBoard(at(7));
  expect(await seqOf()).toBe(9);
  await store.advanceBoard(at(10, "INC-0001", jon));
  expect(await seqOf(), "another person's tab").toBe(9);
  await store.advanceBoard(at(1, "INC-0099"));
  expect((await store.boards("INC-0099"))?.boards).toHaveLength(1);
});

test("an incident that only this device knows stays until the portal has it", async () => {
  await sync(portalOf({ person: ana, runbooks: [] }));
  const local = { id: "local", key: "local", lastSeq: -1 } as KeptIncident;
  await store.keepBoards(ana, { key: "local", id: "local", lastSeq: -1, rights: "", keptAt: "", boards: [] });
  await store.addIncident(ana, local);
  await sync(portalOf({ person: ana, runbooks: [] }));
  expect((await store.state())?.incidents).toEqual([local]);
  expect(await store.boards("local")).toBeDefined();

  await sync(
    portalOf({ person: ana, runbooks: [], incidents: [{ key: "INC-0007", id: "local", lastSeq: 2 }] }),
  );
  expect((await store.state())?.incidents.map(({ key }) => key)).toEqual(["INC-0007"]);
  expect((await store.boards("local"))?.key).toBe("INC-0007");
});
