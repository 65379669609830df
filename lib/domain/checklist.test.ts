import fc from "fast-check";
import { expect, test } from "vitest";
import { applyToBoard, emptyBoard, foldBoard, valuesOfRun } from "./board-state";
import { applyEvent, emptyChecklist, recordOf, stateOf } from "./checklist";
import type { IncidentEvent } from "./incident-event";

const runId = "01890000-0000-7000-8000-000000000001";

function eventOf(part: Pick<IncidentEvent, "kind" | "data"> & Partial<IncidentEvent>): IncidentEvent {
  return {
    id: "01890000-0000-7000-8000-000000000002",
    seq: 1,
    runId,
    stepId: "s1",
    actorId: "ana",
    actorName: "Ana",
    occurredAt: "2026-11-22T02:43:00.000Z",
    sentAt: null,
    recordedAt: "2026-11-22T02:43:00.100Z",
    ...part,
  } as IncidentEvent;
}

const kinds = fc.constantFrom(
  { kind: "step.checked", data: {} } as const,
  { kind: "step.unchecked", data: {} } as const,
  { kind: "step.skipped", data: { reason: "not needed" } } as const,
  { kind: "step.not-applicable", data: {} } as const,
  { kind: "step.claimed", data: {} } as const,
  { kind: "step.chosen", data: {} } as const,
  { kind: "step.deferred", data: { reason: "tomorrow" } } as const,
  { kind: "step.failed", data: {} } as const,
  { kind: "step.added", data: { text: "Call the vendor", after: "s1" } } as const,
  { kind: "step.removed", data: {} } as const,
  { kind: "step.output-pasted", data: { text: "ok", commandId: "c1" } } as const,
  { kind: "severity.changed", data: { from: "SEV2", to: "SEV1" } } as const,
  { kind: "timer.started", data: { seconds: 900, label: "Wait 15 minutes" } } as const,
  { kind: "link.added", data: { url: "https://example.com/", label: "Board", type: "dashboard" } } as const,
  { kind: "step.noted", data: { note: "412 of 500 in use" } } as const,
  { kind: "incident.noted", data: { note: "called the vendor" } } as const,
  { kind: "variable.set", data: { key: "replicas", value: "8" } } as const,
  { kind: "variable.set", data: { key: "replicas", value: null } } as const,
  { kind: "status.changed", data: { from: "open", to: "mitigated" } } as const,
);

const history = fc
  .array(
    fc.tuple(kinds, fc.constantFrom("s1", "s2", "__proto__"), fc.constantFrom(["a", "Ana"], ["j", "Jon"])),
    {
      maxLength: 40,
    },
  )
  .map((rows) =>
    rows.map(([part, stepId, who], index) =>
      eventOf({
        ...part,
        seq: index + 1,
        stepId,
        actorId: who[0] ?? null,
        actorName: who[1] ?? "",
      }),
    ),
  );

const scrambled = history.chain((events) =>
  fc.record({
    events: fc.constant(events),
    // Each event at least once, some twice or more, in any order.
    news: fc
      .array(fc.nat(), { maxLength: 20 })
      .map((picks) => [...events, ...picks.flatMap((pick) => events[pick % (events.length || 1)] ?? [])])
      .chain((news) => fc.shuffledSubarray(news, { minLength: news.length })),
  }),
);

test("the folds do not depend on order, batches or repeats", () => {
  fc.assert(
    fc.property(scrambled, fc.nat(), ({ events, news }, cut) => {
      const inOrder = foldBoard(events);
      expect(foldBoard(news)).toEqual(inOrder);
      const [first, second] = [news.slice(0, cut % (news.length + 1)), news.slice(cut % (news.length + 1))];
      expect(second.reduce(applyToBoard, foldBoard(first))).toEqual(inOrder);
      expect(news.reduce(applyEvent, emptyChecklist)).toEqual(inOrder.checklist);
    }),
  );
});

test("the newest mark decides and the earlier ones stay in the record", () => {
  const list = [
    eventOf({ kind: "step.checked", data: {}, seq: 1 }),
    eventOf({
      kind: "step.unchecked",
      data: {},
      seq: 2,
      actorName: "Jon",
      actorId: "jon",
    }),
  ].reduce(applyEvent, emptyChecklist);
  expect(stateOf(list, runId, "s1")).toBe("open");
  expect(recordOf(list, runId, "s1").marks.map((mark) => [mark.state, mark.by])).toEqual([
    ["done", "Ana"],
    ["open", "Jon"],
  ]);
});

test("an overtaken tick does not undo the newer one", () => {
  const late = eventOf({ kind: "step.checked", data: {}, seq: 4 });
  const list = applyEvent(
    applyEvent(emptyChecklist, eventOf({ kind: "step.skipped", data: { reason: "no effect" }, seq: 5 })),
    late,
  );
  expect(stateOf(list, runId, "s1")).toBe("skipped");
  expect(recordOf(list, runId, "s1").marks.at(-1)?.reason).toBe("no effect");
});

test("the same step of another run is another step", () => {
  const list = applyEvent(emptyChecklist, eventOf({ kind: "step.checked", data: {} }));
  expect(stateOf(list, "other", "s1")).toBe("open");
  expect(stateOf(list, runId, "s1")).toBe("done");
});

test("a cleared value is empty, so that it is cleared in every browser", () => {
  const set = eventOf({
    kind: "variable.set",
    data: { key: "replicas", value: "8" },
    seq: 1,
  });
  const cleared = eventOf({
    kind: "variable.set",
    data: { key: "replicas", value: null },
    seq: 2,
  });
  expect(valuesOfRun(applyToBoard(emptyBoard, set).values, runId)).toEqual({
    replicas: "8",
  });
  expect(valuesOfRun(foldBoard([cleared, set]).values, runId)).toEqual({ replicas: "" });
});
