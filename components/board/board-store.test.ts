import { expect, test, vi } from "vitest";
import { emptyBoard } from "@/lib/domain/board-state";
import { stateOf } from "@/lib/domain/checklist";
import type { EventInput, IncidentEvent } from "@/lib/domain/incident-event";
import { type Act, createBoardStore } from "./board-store";
import type { Sent } from "./send-event";

const runId = "01890000-0000-7000-8000-000000000001";
const person = { id: "ana", name: "Ana" };
const check = (stepId: string): Act => ({ kind: "step.checked", runId, stepId, data: {} });
const uncheck = (stepId: string): Act => ({ kind: "step.unchecked", runId, stepId, data: {} });

/** A server that answers when told to, and numbers what it keeps. */
function slowServer() {
  const asked: { input: EventInput; answer: (sent: Sent) => void }[] = [];
  let seq = 0;
  const keep = (input: EventInput): IncidentEvent => {
    seq += 1;
    return { ...input, seq, actorId: person.id, actorName: person.name, recordedAt: input.occurredAt };
  };
  const send = (input: EventInput) => new Promise<Sent>((answer) => asked.push({ input, answer }));
  const accept = (index: number) => {
    const call = asked[index];
    if (call) call.answer({ ok: true, event: keep(call.input) });
  };
  const refuse = (index: number, message: string) => asked[index]?.answer({ ok: false, message });
  return { asked, send, accept, refuse, keep };
}

function setUp() {
  const server = slowServer();
  const store = createBoardStore({ initial: emptyBoard, person, send: server.send });
  const shown = (stepId: string) => stateOf(store.get().shown.checklist, runId, stepId);
  return { server, store, shown };
}

test("a tick shows at once and stays when the server has kept it", async () => {
  const { server, store, shown } = setUp();
  store.act(check("a"));
  expect(shown("a")).toBe("done");
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  server.accept(0);
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
  expect(shown("a")).toBe("done");
  expect(store.get().shown.seq).toBe(1);
});

test("a refused tick goes back and says why; trying again sends the same id", async () => {
  const { server, store, shown } = setUp();
  store.act(check("a"));
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  server.refuse(0, "The incident is resolved.");
  await vi.waitFor(() => expect(shown("a")).toBe("open"));
  const [failed] = store.get().unsaved;
  expect(failed?.message).toBe("The incident is resolved.");

  store.retry(failed?.input.id ?? "");
  expect(shown("a")).toBe("done");
  await vi.waitFor(() => expect(server.asked).toHaveLength(2));
  expect(server.asked[1]?.input.id).toBe(server.asked[0]?.input.id);
  server.accept(1);
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
});

test("what could not be saved can be given up", async () => {
  const { server, store } = setUp();
  store.act(check("a"));
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  server.refuse(0, "No.");
  await vi.waitFor(() => expect(store.get().unsaved[0]?.message).toBe("No."));
  store.dismiss(store.get().unsaved[0]?.input.id ?? "");
  expect(store.get().unsaved).toEqual([]);
});

test("acts on one step keep their order, acts on others do not wait", async () => {
  const { server, store, shown } = setUp();
  store.act(check("a"));
  store.act(uncheck("a"));
  store.act(check("b"));
  await vi.waitFor(() => expect(server.asked.map((call) => call.input.stepId)).toEqual(["a", "b"]));
  expect(shown("a")).toBe("open");
  server.accept(1);
  server.accept(0);
  await vi.waitFor(() => expect(server.asked).toHaveLength(3));
  expect(server.asked[2]?.input.kind).toBe("step.unchecked");
  server.accept(2);
  await vi.waitFor(() => expect(store.get().unsaved).toEqual([]));
  expect([shown("a"), shown("b")]).toEqual(["open", "done"]);
});

test("the own tick arriving by the stream before the answer counts once", async () => {
  const { server, store, shown } = setUp();
  store.act(check("a"));
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  const call = server.asked[0];
  if (!call) throw new Error("nothing was sent");
  const event = server.keep(call.input);
  store.receive([event]);
  expect(store.get().unsaved).toEqual([]);
  call.answer({ ok: true, event });
  await vi.waitFor(() => expect(store.get().shown.recent).toHaveLength(1));
  expect(shown("a")).toBe("done");
});

test("news of others does not disturb what is under way", async () => {
  const { server, store, shown } = setUp();
  store.act(check("a"));
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  const other = { kind: "step.skipped", runId, stepId: "a", data: { reason: "no effect" } } as const;
  store.receive([
    {
      ...other,
      id: "x",
      seq: 7,
      actorId: "jon",
      actorName: "Jon",
      occurredAt: "2026-01-01T00:00:00Z",
      recordedAt: "2026-01-01T00:00:00Z",
    },
  ]);
  expect(shown("a")).toBe("done");
  server.refuse(0, "No.");
  await vi.waitFor(() => expect(shown("a")).toBe("skipped"));
});
