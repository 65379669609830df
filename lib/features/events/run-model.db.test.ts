import { uuidv7 } from "uuidv7";
import { afterEach, expect, test, vi } from "vitest";
import { createActor, createIncident, createRunbook } from "@/lib/db/testing";
import type { EventInput } from "@/lib/domain/incident-event";
import { changeStatus } from "@/lib/features/events/testing/change-status";
import { compiler } from "@/lib/mdx/compiler";
import { LIMITS } from "@/lib/mdx/limits";
import { PoolFailure, type PoolFailureReason } from "@/lib/mdx/pool";
import { recordEvent } from "./record-event";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const refusal = (code: string) => expect.objectContaining({ name: "AppError", code });

async function setUp(source: string) {
  const incident = await createIncident({ runbook: await createRunbook({ source }) });
  const actor = await createActor({ role: "responder" });
  const tick = (stepId: string) =>
    recordEvent(actor, incident.number, {
      id: uuidv7(),
      runId: incident.run.id,
      stepId,
      kind: "step.checked",
      data: {},
      occurredAt: new Date().toISOString(),
    } as EventInput);
  const resolve = (reason: string | null) =>
    changeStatus(actor, incident.number, { id: uuidv7(), to: "resolved", reason });
  const mitigate = () =>
    changeStatus(actor, incident.number, { id: uuidv7(), to: "mitigated", reason: null });
  return { tick, resolve, mitigate };
}

const fail = (reason: PoolFailureReason) =>
  vi.spyOn(compiler().pool, "run").mockRejectedValue(new PoolFailure(reason));

test.each(["busy", "start", "crash", "timeout"] as const)(
  "while the compiler says %s, ticking and resolving are to be tried again; afterwards both are judged",
  async (reason) => {
    // Each text is compiled once a process: this one is nobody else's.
    const { tick, resolve, mitigate } = await setUp(`# Slow ${uuidv7()}\n\n- [ ] Look\n- [ ] Mend\n`);
    // A text that took too long is left alone for a moment; here that moment is over at once.
    vi.spyOn(compiler().cache, "getOrMake").mockImplementation((_key, _weight, make) => make());
    const pool = fail(reason);
    await expect(tick("nonsense")).rejects.toEqual(refusal("unavailable"));
    await expect(resolve(null)).rejects.toEqual(refusal("unavailable"));
    await expect(mitigate()).resolves.toMatchObject({ isRepeat: false });
    pool.mockRestore();
    await expect(tick("nonsense")).rejects.toEqual(refusal("invalid"));
    await expect(resolve(null)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("2 open steps"),
    });
  },
);

test("a text that is never read blocks nobody for ever: resolving asks for a reason", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { tick, resolve } = await setUp(`# Never ${uuidv7()}\n\n- [ ] Look\n`);
  fail("crash");
  await expect(tick("look")).rejects.toEqual(refusal("unavailable"));
  vi.setSystemTime(Date.now() + 61_000);
  await expect(tick("look")).rejects.toEqual(refusal("invalid"));
  await expect(resolve(null)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("nobody knows"),
  });
  const { event } = await resolve("The traffic is back");
  expect(event.data).toEqual({ from: "open", to: "resolved", reason: "The traffic is back" });
});

test("a text that the compiler gives up on is not waited for, and one without steps asks nothing", async () => {
  const hopeless = await setUp(`# Deep\n\n${">".repeat(LIMITS.markers + 1)} x\n\n- [ ] Look\n`);
  await expect(hopeless.tick("look")).rejects.toEqual(refusal("invalid"));
  await expect(hopeless.resolve(null)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("nobody knows"),
  });
  const empty = await setUp("# Nothing to do\n\nJust read.\n");
  await expect(empty.resolve(null)).resolves.toMatchObject({ event: { data: { openSteps: 0 } } });
});
