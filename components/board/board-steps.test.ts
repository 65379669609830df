import { expect, test } from "vitest";
import { foldBoard } from "@/lib/domain/board-state";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { aBlock, aStatement, aStep } from "@/lib/domain/testing/document";
import { boardStepsOf, stepTexts, toBoardSteps } from "./board-steps";
import { lastMarkedBy } from "./last-step";
import { aBoardStep } from "./testing/board-step";

const runId = "run";
const event = (seq: number, kind: string, stepId: string, data: object = {}, actorId = "ana") =>
  ({
    id: `e${seq}`,
    seq,
    kind,
    runId,
    stepId,
    data,
    actorId,
    actorName: "Ana",
    occurredAt: "2026-01-01T00:00:00Z",
    sentAt: null,
    recordedAt: "2026-01-01T00:00:00Z",
  }) as IncidentEvent;

test("the commands of a step are those that can be copied by themselves, with what each should print", () => {
  const statement = (id: string, expected: string | null) => ({
    type: "statement" as const,
    statement: aStatement({ id, expected }),
  });
  const one = aBlock({ id: "c1", parts: [statement("c1.1", "healthy")] });
  const two = aBlock({ id: "c2", parts: [statement("c2.1", null), statement("c2.2", "3")] });
  const steps = [
    aStep({ id: "a", commandIds: ["c1", "c2"] }),
    aStep({ id: "b", commandIds: ["c2.2"], kind: "substep" }),
    aStep({ id: "check" }),
  ];
  const [a, b, ...rest] = toBoardSteps({ steps, commands: [one, two], validationStepIds: ["check"] });
  expect(a?.commands).toEqual([
    { id: "c1", expected: "healthy" },
    { id: "c2.1", expected: null },
    { id: "c2.2", expected: "3" },
  ]);
  expect(b?.commands).toEqual([{ id: "c2.2", expected: "3" }]);
  expect(rest).toEqual([]);
});

test("a step that was added is one of the board's, and its words are known after it was taken back", () => {
  const written = [aBoardStep({ id: "a" }), aBoardStep({ id: "b" })];
  const added = event(1, "step.added", "x", { text: "Call Bo", after: "a" });
  const { facts } = foldBoard([added]);
  expect(boardStepsOf(written, facts, runId).map(({ id }) => id)).toEqual(["a", "x", "b"]);
  expect(boardStepsOf(written, facts, runId)[1]?.added).toMatchObject({ after: "a", by: "Ana" });
  const later = foldBoard([added, event(2, "step.removed", "x")]).facts;
  expect(boardStepsOf(written, later, runId)).toEqual(written);
  expect(stepTexts(written, later).get("x")).toBe("Call Bo");
});

test("the step that somebody set last is theirs until it is taken back; then it is the one before", () => {
  const steps = [aBoardStep({ id: "a" }), aBoardStep({ id: "b" }), aBoardStep({ id: "c" })];
  const acts = [
    event(1, "step.checked", "a"),
    event(2, "step.checked", "b"),
    event(3, "step.checked", "c", {}, "jon"),
    event(4, "step.unchecked", "b"),
    event(5, "step.unchecked", "a"),
  ];
  const last = (count: number, personId: string) =>
    lastMarkedBy(steps, foldBoard(acts.slice(0, count)).checklist, { runId, personId });
  expect([3, 4, 5].map((count) => last(count, "ana"))).toEqual(["b", "a", null]);
  expect([last(5, "jon"), last(5, "bo")]).toEqual(["c", null]);
});

test("what somebody else has set since is not mine to take back", () => {
  const steps = [aBoardStep({ id: "a" })];
  const { checklist } = foldBoard([
    event(1, "step.checked", "a"),
    event(2, "step.unchecked", "a", {}, "jon"),
    event(3, "step.checked", "a", {}, "jon"),
  ]);
  expect(lastMarkedBy(steps, checklist, { runId, personId: "ana" })).toBeNull();
});
