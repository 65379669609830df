import { expect, test } from "vitest";
import type { FactEvent } from "./board-state";
import { applyEvent, type Checklist, emptyChecklist } from "./checklist";
import { addedSteps, withAddedSteps } from "./facts/added-steps";
import type { IncidentEvent } from "./incident-event";
import {
  countSettled,
  dueSteps,
  findStepOf,
  isOptional,
  leftAtClosing,
  leftWords,
  passedOver,
  statesOf,
} from "./step-states";
import { aStep as aStepOfText } from "./testing/document";

const runId = "run";
const aStep = (part: Parameters<typeof aStepOfText>[0]) => ({ ...aStepOfText(part), commands: [] });

/** Folds "kind step" in the order given. */
function listOf(...acts: string[]): Checklist {
  return acts
    .map((act, index): IncidentEvent => {
      const [kind, stepId] = act.split(" ");
      const times = { occurredAt: "2026-01-01T00:00:00Z", sentAt: null, recordedAt: "2026-01-01T00:00:00Z" };
      const who = { actorId: "ana", actorName: "Ana", runId, ...times };
      return { ...who, id: `e${index}`, seq: index + 1, kind, stepId, data: {} } as IncidentEvent;
    })
    .reduce(applyEvent, emptyChecklist);
}

const option = (id: string) => aStep({ id, kind: "option", parentId: "fix", choice: "roll" });
const steps = [
  aStep({ id: "look" }),
  aStep({ id: "fix" }),
  option("roll"),
  option("scale"),
  aStep({ id: "inside", parentId: "scale" }),
  aStep({ id: "report", phase: "after" }),
];
const states = (...acts: string[]) => Object.fromEntries(statesOf(steps, listOf(...acts), runId));

test("an alternative that is chosen makes the others and what is inside them not applicable, reversibly", () => {
  expect(states("step.chosen roll")).toMatchObject({
    roll: "in-progress",
    scale: "not-applicable",
    inside: "not-applicable",
    look: "open",
    fix: "open",
  });
  expect(states("step.chosen roll", "step.unchecked roll")).toMatchObject({ roll: "open", scale: "open" });
  expect(states("step.chosen roll", "step.chosen scale")).toMatchObject({
    roll: "not-applicable",
    scale: "in-progress",
    inside: "open",
  });
});

test("what was done of an alternative stays done when another one is chosen", () => {
  expect(states("step.checked roll", "step.chosen scale")).toMatchObject({
    roll: "done",
    scale: "in-progress",
  });
  expect(states("step.checked roll")).toMatchObject({ scale: "not-applicable" });
  expect(states("step.skipped roll")).toMatchObject({ roll: "skipped", scale: "open" });
});

test("what is open, begun or put off is left at closing, without what is meant for afterwards", () => {
  const left = (...acts: string[]) =>
    leftAtClosing(steps, statesOf(steps, listOf(...acts), runId)).map((step) => step.id);
  expect(left("step.claimed look", "step.deferred fix", "step.chosen roll")).toEqual(["look", "fix", "roll"]);
  expect(left("step.failed look", "step.checked fix", "step.skipped roll", "step.checked scale")).toEqual([
    "inside",
  ]);
  const all = statesOf(steps, listOf("step.failed look", "step.deferred fix"), runId);
  expect(countSettled(all, all.keys())).toBe(1);
});

test("alternatives of which none was taken up are one thing that is left", () => {
  const left = (...acts: string[]) => {
    const now = statesOf(steps, listOf(...acts), runId);
    return leftAtClosing(steps, now).map((step) => leftWords(step, steps, now));
  };
  expect(left()).toEqual(["Look", "Look", "Choose one of: Look, Look"]);
  expect(left("step.checked look", "step.checked fix", "step.skipped roll")).toEqual(["Look"]);
  // Chosen and not finished, and what is inside it.
  expect(left("step.checked look", "step.checked fix", "step.chosen scale")).toEqual(["Look", "Look"]);
  expect(left("step.checked look", "step.checked fix", "step.deferred inside")).toHaveLength(2);
});

test("a step with a command of its own comes before what is inside it, until somebody has begun there", () => {
  const command = (id: string) => ({ id, expected: null });
  const doable = [
    { ...aStep({ id: "a" }), commands: [command("c1")] },
    { ...aStep({ id: "a1", parentId: "a" }), commands: [command("c2")] },
    { ...aStep({ id: "a2", parentId: "a" }), commands: [] },
    // A block whose statements are the steps inside.
    { ...aStep({ id: "b" }), commands: [command("c3.1"), command("c3.2")] },
    { ...aStep({ id: "b1", parentId: "b" }), commands: [command("c3.1")] },
    { ...aStep({ id: "b2", parentId: "b" }), commands: [command("c3.2")] },
  ];
  const current = (...acts: string[]) => {
    const list = listOf(...acts);
    return findStepOf(doable, statesOf(doable, list, runId), list, { runId, personId: "ana" })?.id ?? null;
  };
  expect(current()).toBe("a");
  expect(current("step.claimed a")).toBe("a");
  expect(current("step.checked a")).toBe("a1");
  expect(current("step.checked a1")).toBe("a2");
  expect(current("step.checked a1", "step.checked a2")).toBe("a");
  const first = ["a", "a1", "a2"].map((id) => `step.checked ${id}`);
  expect(current(...first)).toBe("b1");
  expect(current(...first, "step.checked b1", "step.checked b2")).toBe("b");
});

test("the current step is the first open one without an open step inside", () => {
  const steps = [
    aStep({ id: "a" }),
    aStep({ id: "a1", parentId: "a" }),
    aStep({ id: "a2", parentId: "a" }),
    aStep({ id: "b" }),
  ];
  const current = (...settled: string[]) => {
    const list = listOf(...settled.map((id) => `step.checked ${id}`));
    return findStepOf(steps, statesOf(steps, list, runId), list, { runId, personId: "ana" })?.id ?? null;
  };
  expect(current()).toBe("a1");
  expect(current("a1")).toBe("a2");
  expect(current("a1", "a2")).toBe("a");
  expect(current("a")).toBe("a1");
  expect(current("a", "a1", "a2")).toBe("b");
  expect(current("a", "a1", "a2", "b")).toBeNull();
});

test("a step that was added follows its step and what stands inside that, in the order of the record", () => {
  const added = (seq: number, id: string, after: string | null) => ({
    ...{ seq, id, stepId: id, runId, actorId: "ana", actorName: "Ana" },
    ...{ occurredAt: "2026-01-01T00:00:00Z", sentAt: null, recordedAt: "2026-01-01T00:00:00Z" },
    kind: "step.added" as const,
    data: { text: id, after },
  });
  const facts = [added(1, "x", "fix"), added(2, "y", "fix"), added(3, "z", null), added(4, "gone", "look")];
  const removed = { ...added(5, "r", null), kind: "step.removed" as const, stepId: "gone", data: {} };
  const nested = [
    aStep({ id: "look" }),
    aStep({ id: "fix" }),
    aStep({ id: "in", parentId: "fix", depth: 2 }),
    aStep({ id: "end", sectionId: "afterwards" }),
  ];
  const steps = withAddedSteps(nested, addedSteps([...facts, removed], runId));
  expect(steps.at(-1)).toMatchObject({ id: "z", sectionId: null, phase: null });
  const ids = steps.map((step) => step.id);
  expect(ids).toEqual(["look", "fix", "in", "x", "y", "end", "z"]);
  expect(addedSteps(facts, "other")).toEqual([]);
});

test("a step behind one that was taken back stands in its place", () => {
  const common = { runId, actorId: "ana", actorName: "Ana", sentAt: null };
  const times = { occurredAt: "2026-01-01T00:00:00Z", recordedAt: "2026-01-01T00:00:00Z" };
  const added = (seq: number, id: string, after: string | null) =>
    ({ ...common, ...times, seq, id, stepId: id, kind: "step.added", data: { text: id, after } }) as const;
  const removed = (seq: number, stepId: string) =>
    ({ ...common, ...times, seq, id: `r${seq}`, stepId, kind: "step.removed", data: {} }) as const;
  const facts = [added(1, "x", "look"), added(2, "y", "x"), added(3, "z", "y"), added(4, "end", null)];
  const idsOf = (rows: FactEvent[]) =>
    withAddedSteps(
      [aStep({ id: "look", phase: "after" }), aStep({ id: "fix" })],
      addedSteps(rows, runId),
    ).map(({ id, phase }) => [id, phase]);
  const tail = [
    ["fix", null],
    ["end", null],
  ];
  expect(idsOf(facts)).toEqual([["look", "after"], ["x", "after"], ["y", "after"], ["z", "after"], ...tail]);
  expect(idsOf([...facts, removed(5, "x")])).toEqual([
    ["look", "after"],
    ["y", "after"],
    ["z", "after"],
    ...tail,
  ]);
  expect(idsOf([...facts, removed(5, "x"), removed(6, "y")])).toEqual([
    ["look", "after"],
    ["z", "after"],
    ...tail,
  ]);
});

test("whoever took up a step comes back to it; the others go on with what nobody works on", () => {
  const steps = [
    aStep({ id: "look" }),
    aStep({ id: "fix" }),
    aStep({ id: "in", parentId: "fix" }),
    aStep({ id: "end" }),
  ];
  const current = (personId: string, ...acts: string[]) => {
    const list = listOf(...acts);
    return findStepOf(steps, statesOf(steps, list, runId), list, { runId, personId })?.id ?? null;
  };
  expect(current("ana")).toBe("look");
  expect(current("ana", "step.claimed end")).toBe("end");
  expect(current("jon", "step.claimed end")).toBe("look");
  expect(current("ana", "step.claimed end", "step.claimed fix")).toBe("in");
  expect(current("ana", "step.claimed fix", "step.checked in")).toBe("fix");
  // Neither the step that somebody works on nor one inside it, nor the one around it.
  expect(current("jon", "step.checked look", "step.claimed fix")).toBe("end");
  expect(current("jon", "step.checked look", "step.claimed in")).toBe("end");
  expect(current("jon", "step.checked look", "step.claimed fix", "step.checked end")).toBe("in");
  expect(current("ana", ...steps.map(({ id }) => `step.checked ${id}`))).toBeNull();
});

test("steps for afterwards are due once it is resolved, and one for another severity is optional", () => {
  const ids = (isResolved: boolean) => dueSteps(steps, isResolved).map(({ id }) => id);
  expect(ids(false)).toEqual(["look", "fix", "roll", "scale", "inside"]);
  expect(ids(true)).toEqual(["report"]);
  const bad = aStep({ condition: { text: "P0/P1", severities: ["SEV1", "SEV2"] } });
  expect([isOptional(bad, "SEV3"), isOptional(bad, "SEV2")]).toEqual([true, false]);
  const cpu = aStep({ condition: { text: "CPU bound", severities: [] } });
  expect([isOptional(cpu, "SEV3"), isOptional(aStep({}), "SEV3")]).toEqual([false, false]);
});

test("what does not apply names the alternative that is used instead", () => {
  const instead = (...acts: string[]) => Object.fromEntries(passedOver(steps, listOf(...acts), runId));
  expect(instead("step.chosen roll")).toEqual({ scale: "roll", inside: "roll" });
  expect(instead("step.chosen roll", "step.failed scale")).toEqual({ inside: "roll" });
  expect(instead()).toEqual({});
});
