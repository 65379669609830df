import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { listen } from "@/lib/db/listener";
import { createActor, createIncident, createRunbook, createUser } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/actor";
import { type EventInput, eventInputSchema } from "@/lib/domain/incident-event";
import { channel } from "@/lib/events/announce";
import { changeStatus } from "@/lib/features/events/testing/change-status";
import { listEvents } from "./list-events";
import { recordEvent } from "./record-event";
import { findRunModel } from "./run-model";

const source = `# Orders stay unpaid

## Look first

- [ ] Count the unpaid orders

  \`\`\`bash
  kubectl get pods -n [namespace] --token [api-token]
  \`\`\`

- [ ] Restart the worker

## Post-Resolution

- [ ] Write it down
`;

async function setUp() {
  const incident = await createIncident({ runbook: await createRunbook({ source }) });
  const model = await findRunModel(incident.run.id);
  const [stepId = "", secondStepId = ""] = model?.steps.keys() ?? [];
  const actor = await createActor({ role: "responder" });
  const input = (part: Partial<EventInput> = {}): EventInput =>
    ({
      id: uuidv7(),
      runId: incident.run.id,
      stepId,
      kind: "step.checked",
      data: {},
      occurredAt: new Date().toISOString(),
      ...part,
    }) as EventInput;
  return {
    incident,
    number: incident.number,
    runId: incident.run.id,
    stepId,
    secondStepId,
    actor,
    input,
    model,
  };
}

const refusal = (code: string) => expect.objectContaining({ name: "AppError", code });

test("fifty parallel ticks make fifty events in sequence without gaps", async () => {
  const { incident, number, actor, input } = await setUp();
  const recorded = await Promise.all(Array.from({ length: 50 }, () => recordEvent(actor, number, input())));
  // The factory has appended the two events that open an incident.
  const expected = Array.from({ length: 50 }, (_, index) => index + 3);
  expect(recorded.map(({ event }) => event.seq).sort((a, b) => a - b)).toEqual(expected);
  const { events, lastSeq } = await listEvents(actor, number, { after: 2 });
  expect(events.map((event) => event.seq)).toEqual(expected);
  expect(lastSeq).toBe(52);
  expect(await db().event.count({ where: { incidentId: incident.id } })).toBe(52);
});

test("the same id twice makes one event, also ten times at once, and in upper case", async () => {
  const { number, actor, input } = await setUp();
  const tick = input();
  const answers = await Promise.all(Array.from({ length: 10 }, () => recordEvent(actor, number, tick)));
  expect(new Set(answers.map(({ event }) => event.seq))).toEqual(new Set([3]));
  expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  const again = await recordEvent(actor, number, { ...tick, id: tick.id.toUpperCase() });
  expect(again).toMatchObject({ isRepeat: true, event: { seq: 3 } });
  expect((await listEvents(actor, number)).events).toHaveLength(3);
});

test("an id that stands for something else is refused", async () => {
  const { number, actor, input, secondStepId } = await setUp();
  const tick = input();
  await recordEvent(actor, number, tick);
  await expect(recordEvent(actor, number, { ...tick, stepId: secondStepId })).rejects.toEqual(
    refusal("conflict"),
  );
  await expect(recordEvent(await createActor(), number, tick)).rejects.toEqual(refusal("conflict"));
  const other = await setUp();
  const moved = { ...tick, runId: other.runId };
  await expect(recordEvent(actor, other.number, moved)).rejects.toEqual(refusal("conflict"));
});

test("the same id in two incidents at once makes one event", async () => {
  const [one, two] = [await setUp(), await setUp()];
  const id = uuidv7();
  const outcomes = await Promise.allSettled([
    recordEvent(one.actor, one.number, one.input({ id })),
    recordEvent(one.actor, two.number, two.input({ id })),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toEqual(refusal("conflict"));
});

test("a reader is refused, a responder let through", async () => {
  const { number, actor, input } = await setUp();
  const reader = await createActor({ role: "reader" });
  await expect(recordEvent(reader, number, input())).rejects.toEqual(refusal("forbidden"));
  await expect(recordEvent(actor, number, input())).resolves.toMatchObject({
    event: { actorName: actor.name },
  });
});

test("what is in the record is answered again when the role is gone or the text is read another way", async () => {
  const { number, actor, input, model, runId } = await setUp();
  const [commandId = ""] = model?.commandIds ?? [];
  const tick = input();
  const copied = input({
    kind: "command.copied",
    stepId: null,
    data: { commandId, text: "kubectl get pods --token abcdefghijklmnop1234" },
  });
  const first = [await recordEvent(actor, number, tick), await recordEvent(actor, number, copied)];
  const reader: Actor = { ...actor, role: "reader" };
  const again = [await recordEvent(reader, number, tick), await recordEvent(reader, number, copied)];
  expect(again).toEqual(first.map(({ event }) => ({ event, isRepeat: true })));

  // A new version of the portal may know neither the step nor the command any more.
  const steps = model?.steps as Map<string, unknown>;
  const commands = model?.commandIds as Set<string>;
  const said = [...steps];
  steps.clear();
  commands.clear();
  await expect(recordEvent(actor, number, copied)).resolves.toMatchObject({ isRepeat: true });
  await expect(recordEvent(actor, number, tick)).resolves.toMatchObject({ isRepeat: true });
  await expect(recordEvent(actor, number, { ...copied, id: uuidv7() })).rejects.toEqual(refusal("invalid"));
  for (const [id, step] of said) steps.set(id, step);

  await expect(recordEvent(reader, number, input())).rejects.toEqual(refusal("forbidden"));
  await expect(recordEvent(reader, number, { ...tick, runId: uuidv7() })).rejects.toEqual(
    refusal("forbidden"),
  );
  const elsewhere = await setUp();
  await expect(recordEvent(reader, elsewhere.number, tick)).rejects.toEqual(refusal("forbidden"));
  const stranger = await createActor({ role: "reader" });
  await expect(recordEvent(stranger, number, tick)).rejects.toEqual(refusal("forbidden"));
  expect((await listEvents(actor, number, { after: 2 })).events.map(({ runId }) => runId)).toEqual([
    runId,
    runId,
  ]);
});

test("a resolved incident takes notes but no ticks, and still answers a repeat", async () => {
  const { number, actor, input } = await setUp();
  const tick = input();
  await recordEvent(actor, number, tick);
  await changeStatus(actor, number, { id: uuidv7(), to: "resolved", reason: "Traffic is back" });
  await expect(recordEvent(actor, number, input())).rejects.toEqual(refusal("conflict"));
  await expect(recordEvent(actor, number, tick)).resolves.toMatchObject({ isRepeat: true });
  const note = input({ kind: "step.noted", data: { note: "It was the cache" } });
  await expect(recordEvent(actor, number, note)).resolves.toMatchObject({ event: { kind: "step.noted" } });
  await changeStatus(actor, number, { id: uuidv7(), to: "open", reason: "It is back" });
  await expect(recordEvent(actor, number, input())).resolves.toMatchObject({ isRepeat: false });
});

test("once resolved, steps for afterwards can be ticked, also those that were added behind them", async () => {
  const { number, actor, input, model, stepId } = await setUp();
  const afterwards = [...(model?.steps.values() ?? [])].find(({ phase }) => phase === "after")?.id ?? "";
  const add = async (after: string) => {
    const id = uuidv7();
    await recordEvent(
      actor,
      number,
      input({ id, stepId: id, kind: "step.added", data: { text: "And", after } }),
    );
    return id;
  };
  const late = await add(await add(afterwards));
  const early = await add(stepId);
  await changeStatus(actor, number, { id: uuidv7(), to: "resolved", reason: "Traffic is back" });
  for (const right of [afterwards, late]) {
    await expect(recordEvent(actor, number, input({ stepId: right }))).resolves.toMatchObject({
      isRepeat: false,
    });
  }
  for (const wrong of [stepId, early]) {
    await expect(recordEvent(actor, number, input({ stepId: wrong }))).rejects.toEqual(refusal("conflict"));
  }
});

test("a run, a step, a command and a value must be of this incident's revision", async () => {
  const { number, actor, input, model } = await setUp();
  const foreign = await setUp();
  const [commandId = ""] = model?.commandIds ?? [];
  const copied = (id: string) =>
    input({ kind: "command.copied", data: { commandId: id, text: "kubectl get pods" } });
  const set = (key: string) =>
    input({ kind: "variable.set", stepId: null, data: { key, value: "production" } });
  for (const wrong of [
    input({ runId: foreign.runId }),
    input({ runId: uuidv7() }),
    input({ runId: null }),
    input({ stepId: null }),
    input({ stepId: "no-such-step" }),
    input({ kind: "incident.noted", data: { note: "no step belongs here" } }),
    copied("c99"),
    set("no-such-value"),
    set("api-token"),
    input({ kind: "step.noted", data: { note: "half a NUL \0" } }),
  ]) {
    await expect(recordEvent(actor, number, wrong)).rejects.toEqual(refusal("invalid"));
  }
  for (const right of [
    input(),
    input({ kind: "incident.noted", runId: null, stepId: null, data: { note: "called the vendor" } }),
    copied(commandId),
    set("namespace"),
  ]) {
    await expect(recordEvent(actor, number, right)).resolves.toMatchObject({ isRepeat: false });
  }
  await expect(recordEvent(actor, 999_999, input())).rejects.toEqual(refusal("not-found"));
});

test("a secret that a browser forgot to mask is masked here", async () => {
  const { number, actor, input, model } = await setUp();
  const [commandId = ""] = model?.commandIds ?? [];
  const text = 'curl -H "Authorization: Bearer abcdef0123456789abcdef0123456789" https://api.example.com';
  const { event } = await recordEvent(
    actor,
    number,
    input({ kind: "command.copied", data: { commandId, text } }),
  );
  expect(JSON.stringify(event)).not.toContain("abcdef0123456789");
});

test("an unbelievable clock does not cost the tick", async () => {
  const { number, actor, input } = await setUp();
  const before = Date.now();
  const { event } = await recordEvent(actor, number, input({ occurredAt: "1970-01-01T00:00:00.000Z" }));
  expect(Date.parse(event.occurredAt)).toBeGreaterThanOrEqual(before - 1_000);
});

test("a commit rings once, a refusal leaves neither number nor ring", async () => {
  const { incident, number, actor, input } = await setUp();
  const heard: string[] = [];
  let isConnected = false;
  const listener = listen(channel, {
    onPayload: (payload) => heard.push(payload),
    onConnect: () => {
      isConnected = true;
    },
  });
  await expect.poll(() => isConnected).toBe(true);
  await expect(recordEvent(actor, number, input({ stepId: "no-such-step" }))).rejects.toThrow();
  await expect(recordEvent(await createActor({ role: "reader" }), number, input())).rejects.toThrow();
  const { event } = await recordEvent(actor, number, input());
  expect(event.seq).toBe(3);
  await expect.poll(() => heard).toEqual([`${incident.id}:3`]);
  await listener.close();
});

test("each kind of act is kept with what only the server knows, and repeats by its id", async () => {
  const { number, runId, stepId, actor, input } = await setUp();
  const other = await createActor({ role: "responder" });
  const whole = { runId: null, stepId: null } as const;
  const added = uuidv7();
  const acts: [Partial<EventInput>, object][] = [
    [{ kind: "step.claimed" }, {}],
    [{ kind: "step.deferred", data: { reason: "tomorrow" } }, { reason: "tomorrow" }],
    [{ kind: "step.failed" }, {}],
    [
      { kind: "step.added", id: added, stepId: added, data: { text: "Call the vendor", after: stepId } },
      { text: "Call the vendor", after: stepId },
    ],
    [{ kind: "step.checked", stepId: added }, {}],
    [
      { kind: "severity.changed", ...whole, data: { to: "SEV1" } },
      { from: "SEV2", to: "SEV1" },
    ],
    [
      { kind: "role.changed", ...whole, data: { role: "scribe", personId: other.id, isHeld: true } },
      { role: "scribe", personId: other.id, personName: other.name, isHeld: true },
    ],
    [
      { kind: "status.changed", ...whole, data: { to: "mitigated" } },
      { from: "open", to: "mitigated" },
    ],
  ];
  for (const [part, data] of acts) {
    const act = input(part);
    const { event, isRepeat } = await recordEvent(actor, number, act);
    expect([event.data, isRepeat]).toEqual([data, false]);
    expect(await recordEvent(actor, number, { ...act, sentAt: new Date().toISOString() })).toEqual({
      event,
      isRepeat: true,
    });
  }
  expect(await db().incident.findUnique({ where: { number } })).toMatchObject({
    severity: "SEV1",
    status: "mitigated",
  });
  const wrong: Partial<EventInput>[] = [
    { stepId: uuidv7() },
    { kind: "step.added", data: { text: "x", after: null } },
    { kind: "step.removed", stepId },
    { kind: "step.chosen" },
    { kind: "timer.stopped", ...whole, data: { timerId: uuidv7() } },
    { kind: "link.removed", ...whole, data: { linkId: uuidv7() } },
    { kind: "cause.chosen", stepId: null, data: { cause: "Sun spots", isChosen: true } },
    { kind: "incident.escalated", stepId: null, data: { level: "L9", contact: null } },
    { kind: "role.changed", ...whole, data: { role: "scribe", personId: uuidv7(), isHeld: true } },
    { kind: "severity.changed", runId, data: { to: "SEV3" } },
  ];
  for (const part of wrong) {
    await expect(recordEvent(actor, number, input(part)), JSON.stringify(part)).rejects.toEqual(
      refusal("invalid"),
    );
  }
});

test("a role and a shift go to who may run an incident, and a role can be laid down for anybody", async () => {
  const { number, actor, input } = await setUp();
  const whole = { runId: null, stepId: null } as const;
  const [reader, responder] = [
    await createActor({ role: "reader" }),
    await createActor({ role: "responder" }),
  ];
  const gone = await createUser({ role: "responder", disabledAt: new Date() });
  const give = (personId: string, isHeld: boolean) =>
    recordEvent(
      actor,
      number,
      input({ kind: "role.changed", ...whole, data: { role: "scribe", personId, isHeld } }),
    );
  const handOver = (personId: string) =>
    recordEvent(
      actor,
      number,
      input({ kind: "shift.handed-over", ...whole, data: { role: "commander", personId, summary: "Calm." } }),
    );
  for (const { id } of [reader, gone]) {
    await expect(give(id, true)).rejects.toEqual(refusal("invalid"));
    await expect(handOver(id)).rejects.toEqual(refusal("invalid"));
    await expect(give(id, false)).resolves.toMatchObject({ event: { data: { isHeld: false } } });
  }
  await expect(give(responder.id, true)).resolves.toMatchObject({ isRepeat: false });
  await expect(handOver(responder.id)).resolves.toMatchObject({ isRepeat: false });
});

test("an id in upper case speaks of the same timer and person", async () => {
  const { number, actor, input } = await setUp();
  const whole = { runId: null, stepId: null, occurredAt: new Date().toISOString() } as const;
  const timer = input({ kind: "timer.started", ...whole, data: { seconds: 60, label: "wait" } });
  await recordEvent(actor, number, timer);
  const shout = (kind: string, data: object) =>
    eventInputSchema.parse({ id: uuidv7(), kind, ...whole, data });
  const stop = shout("timer.stopped", { timerId: timer.id.toUpperCase() });
  const stopped = await recordEvent(actor, number, stop);
  expect(stopped.event.data).toEqual({ timerId: timer.id });
  const give = shout("role.changed", { role: "scribe", personId: actor.id.toUpperCase(), isHeld: true });
  const given = await recordEvent(actor, number, give);
  expect(given.event.data).toMatchObject({ personId: actor.id });
  const unlink = shout("link.removed", { linkId: uuidv7().toUpperCase() });
  await expect(recordEvent(actor, number, unlink)).rejects.toEqual(refusal("invalid"));
});

test("an incident answers to its id as it does to its number, and never to another one's", async () => {
  const { incident, number, actor, input } = await setUp();
  const act = input();
  const { event } = await recordEvent(actor, incident.id, act);
  expect(await recordEvent(actor, number, act)).toEqual({ event, isRepeat: true });
  const other = await setUp();
  await expect(recordEvent(actor, other.number, input())).rejects.toEqual(refusal("invalid"));
  await expect(recordEvent(actor, uuidv7(), input())).rejects.toEqual(refusal("not-found"));
});

test("nothing happens after it was sent; a wrong clock that says when it sent is let through", async () => {
  const { number, actor, input } = await setUp();
  const in3Days = Date.now() + 3 * 24 * 3_600_000;
  const future = new Date(in3Days).toISOString();
  await expect(recordEvent(actor, number, input({ occurredAt: future }))).rejects.toEqual(refusal("invalid"));
  const { event } = await recordEvent(actor, number, input({ occurredAt: future, sentAt: future }));
  expect([event.occurredAt, event.sentAt]).toEqual([future, future]);
  const sentBefore = new Date(in3Days - 3_600_000).toISOString();
  await expect(recordEvent(actor, number, input({ occurredAt: future, sentAt: sentBefore }))).rejects.toEqual(
    refusal("invalid"),
  );
});

test("an id stands for one body: left out words make another act of it", async () => {
  const { number, actor, input } = await setUp();
  const whole = { kind: "severity.changed", runId: null, stepId: null } as const;
  const act = input({ ...whole, data: { to: "SEV1", reason: "All regions" } });
  const { event } = await recordEvent(actor, number, act);
  const shorter = { ...act, data: { to: "SEV1" } } as EventInput;
  await expect(recordEvent(actor, number, shorter)).rejects.toEqual(refusal("conflict"));
  expect(await recordEvent(actor, number, act)).toEqual({ event, isRepeat: true });
});
