import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step } from "./document";
import type { IncidentEvent } from "./incident-event";
import { formatDuration, joinWords } from "./review-words";
import { aSection, aStep } from "./testing/document";
import { foldReview, type ReviewRun } from "./timeline";

const openedAt = "2026-11-22T02:41:00.000Z";
const minute = (count: number) => new Date(Date.parse(openedAt) + count * 60_000).toISOString();

const stepOf = (id: string, text: string, part: Partial<Step> = {}): Step =>
  aStep({ id, text, kind: "numbered", ordinal: 1, sectionId: "rollback", ...part });

const run: ReviewRun = {
  id: "run-1",
  title: "API service",
  model: {
    steps: [
      stepOf("look", "Look at the dashboard"),
      stepOf("scale", "Scale up"),
      stepOf("notify", "Notify team"),
      stepOf("verify", "Verify"),
      stepOf("after", "Write it up", { sectionId: "after" }),
    ],
    sections: [aSection()],
    commands: [{ id: "c1", stepId: "scale" }] as ReviewRun["model"]["commands"],
    validationStepIds: [],
  },
};

type Part = Pick<IncidentEvent, "kind" | "data"> & {
  stepId?: string;
  at?: number;
  who?: string;
  occurredAt?: string;
};

/** Events in the order in which they are given, a minute apart unless `at` says when. */
function record(parts: Part[]): IncidentEvent[] {
  return parts.map(({ kind, data, stepId, at, who = "Ana", occurredAt }, index) => {
    const recordedAt = minute(at ?? index);
    return {
      id: `event-${index}`,
      seq: index + 1,
      kind,
      runId: kind.startsWith("incident.") || kind === "status.changed" ? null : run.id,
      stepId: stepId ?? null,
      data,
      actorId: who.toLowerCase(),
      actorName: who,
      occurredAt: occurredAt ?? recordedAt,
      sentAt: null,
      recordedAt,
    } as IncidentEvent;
  });
}

const opened: Part = { kind: "incident.opened", data: { title: "Slow", severity: "SEV1", isDrill: false } };
const started: Part = {
  kind: "run.started",
  data: { runbookSlug: "api", revision: 14, title: "API service" },
};
const tick = (stepId: string, at?: number, who?: string): Part => ({
  kind: "step.checked",
  data: {},
  stepId,
  ...(at === undefined ? {} : { at }),
  ...(who === undefined ? {} : { who }),
});

const review = (parts: Part[]) => foldReview(openedAt, [run], record([opened, started, ...parts]));
const said = (parts: Part[]) =>
  review(parts)
    .timeline.slice(2)
    .map((line) => joinWords(line.words, ({ type, text }) => (type === "quote" ? `“${text}”` : text)));

test("each event is said as a colleague would say it", () => {
  const lines = said([
    { kind: "command.copied", data: { commandId: "c1.2", text: "kubectl scale" } },
    tick("look"),
    { kind: "step.unchecked", data: {}, stepId: "look" },
    tick("look"),
    { kind: "step.skipped", data: { reason: "already in the bridge" }, stepId: "notify" },
    { kind: "step.not-applicable", data: {}, stepId: "scale" },
    { kind: "step.unchecked", data: {}, stepId: "notify" },
    { kind: "step.noted", data: { note: "412 of 500 in use" }, stepId: "look" },
    { kind: "incident.noted", data: { note: "called the vendor" } },
    { kind: "variable.set", data: { key: "replicas", value: "8" } },
    { kind: "variable.set", data: { key: "replicas", value: null } },
    { kind: "status.changed", data: { from: "open", to: "mitigated" } },
    {
      kind: "status.changed",
      data: { from: "mitigated", to: "resolved", reason: "no users left", openSteps: 3 },
    },
    { kind: "status.changed", data: { from: "resolved", to: "open", reason: "it came back" } },
  ]);
  expect(lines).toEqual([
    "copied kubectl scale for “Scale up”",
    "ticked “Look at the dashboard”",
    "took back the tick on “Look at the dashboard”",
    "ticked “Look at the dashboard” again",
    "skipped “Notify team”: “already in the bridge”",
    "marked “Scale up” as not applicable",
    "took back the skip of “Notify team”",
    "noted on “Look at the dashboard”: “412 of 500 in use”",
    "noted: “called the vendor”",
    "set replicas to 8",
    "cleared the value of replicas",
    "called the incident mitigated",
    "resolved the incident with 3 open steps: “no users left”",
    "opened the incident again: “it came back”",
  ]);
});

test("the checklist as it ended tells five ends apart", () => {
  const { steps, counts } = review([
    tick("look"),
    tick("scale"),
    { kind: "step.unchecked", data: {}, stepId: "scale" },
    { kind: "step.skipped", data: { reason: "already in the bridge" }, stepId: "notify" },
    { kind: "step.not-applicable", data: { reason: "no canary" }, stepId: "verify" },
  ]);
  expect(steps.map(({ stepId, end, reason }) => [stepId, end, reason])).toEqual([
    ["look", "done", null],
    ["scale", "undone", null],
    ["notify", "skipped", "already in the bridge"],
    ["verify", "not-applicable", "no canary"],
    ["after", "untouched", null],
  ]);
  expect(counts).toMatchObject({ done: 1, undone: 1, skipped: 1, "not-applicable": 1, untouched: 1 });
  expect(steps.map((step) => step.section)).toEqual(["Rollback", "Rollback", "Rollback", "Rollback", null]);
});

test("a step lasts from the one before it, or from the first command copied for it, to its own tick", () => {
  const { steps } = review([
    tick("look", 2),
    { kind: "command.copied", data: { commandId: "c1", text: "kubectl scale" }, at: 3 },
    tick("notify", 5, "Jon"),
    tick("scale", 9),
  ]);
  const minutes = steps.map(({ span }) => span && span.milliseconds / 60_000);
  expect(minutes).toEqual([1, 6, 3, null, null]);
});

test("durations count from the opening; opening again takes them back", () => {
  const way: Part[] = [
    tick("look", 2),
    { kind: "status.changed", data: { from: "open", to: "mitigated" }, at: 14 },
    { kind: "status.changed", data: { from: "mitigated", to: "resolved" }, at: 20 },
  ];
  expect(review(way).durations).toEqual({
    toFirstStep: 120_000,
    toMitigated: 840_000,
    toResolved: 1_200_000,
  });
  const again = review([
    ...way,
    { kind: "status.changed", data: { from: "resolved", to: "open", reason: "back" }, at: 30 },
  ]);
  expect(again.durations).toEqual({ toFirstStep: 120_000, toMitigated: null, toResolved: null });
  expect(again.status).toBe("open");
  expect(review([]).durations).toEqual({ toFirstStep: null, toMitigated: null, toResolved: null });
});

test("deviations name what went another way, and why", () => {
  const { deviations } = review([
    tick("scale"),
    tick("look"),
    { kind: "step.skipped", data: { reason: "already in the bridge" }, stepId: "notify", who: "Jon" },
    { kind: "status.changed", data: { from: "open", to: "resolved", reason: "false alarm", openSteps: 2 } },
  ]);
  expect(deviations.map(({ kind, subject, reason, by }) => [kind, subject, reason, by])).toEqual([
    ["skipped", "Notify team", "already in the bridge", "Jon"],
    ["out-of-order", "Scale up", null, "Ana"],
    ["left-open", null, "false alarm", "Ana"],
  ]);
  expect(deviations.at(-1)?.detail).toBe("Resolved with 2 open steps, 2 of them never touched");
});

test("a run by the book has no deviations", () => {
  const steps = ["look", "scale", "notify", "verify", "after"].map((id) => tick(id));
  expect(
    review([...steps, { kind: "status.changed", data: { from: "open", to: "resolved" } }]).deviations,
  ).toEqual([]);
});

test("people are counted in the order in which they came", () => {
  const { people } = review([
    tick("look", 2, "Jon"),
    { kind: "step.noted", data: { note: "ok" }, stepId: "look", who: "Jon" },
    { kind: "command.copied", data: { commandId: "c1", text: "x" } },
  ]);
  expect(
    people.map(({ name, ticks, notes, copies, statusChanges }) => [
      name,
      ticks,
      notes,
      copies,
      statusChanges,
    ]),
  ).toEqual([
    ["Ana", 0, 0, 1, 1],
    ["Jon", 1, 1, 0, 0],
  ]);
});

test("a clock that is far off is shown beside the record, and decides nothing", () => {
  const parts: Part[] = [tick("look", 2), { ...tick("scale", 3), occurredAt: "2026-11-19T02:00:00.000Z" }];
  const { timeline, deviations } = review(parts);
  expect(timeline.map((line) => line.happenedAt)).toEqual([null, null, null, "2026-11-19T02:00:00.000Z"]);
  expect(deviations).toEqual([]);
});

const parts = fc.constantFrom<Part>(
  { kind: "step.checked", data: {} },
  { kind: "step.unchecked", data: {} },
  { kind: "step.skipped", data: { reason: "not needed" } },
  { kind: "step.not-applicable", data: {} },
  { kind: "step.noted", data: { note: "seen" } },
  { kind: "command.copied", data: { commandId: "c1", text: "kubectl scale" } },
  { kind: "status.changed", data: { from: "open", to: "mitigated" } },
  { kind: "status.changed", data: { from: "mitigated", to: "resolved" } },
  { kind: "status.changed", data: { from: "resolved", to: "open", reason: "back" } },
);

test("the review is the same in any order of arrival and with any repeats", () => {
  const history = fc
    .array(
      fc.tuple(parts, fc.constantFrom("look", "scale", "notify", "__proto__"), fc.constantFrom("Ana", "Jon")),
      {
        maxLength: 30,
      },
    )
    .map((rows) =>
      record([opened, started, ...rows.map(([part, stepId, who]) => ({ ...part, stepId, who }))]),
    );
  const scrambled = history.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc
        .array(fc.nat(), { maxLength: 15 })
        .map((picks) => [...events, ...picks.flatMap((pick) => events[pick % events.length] ?? [])])
        .chain((news) => fc.shuffledSubarray(news, { minLength: news.length })),
    ),
  );
  fc.assert(
    fc.property(scrambled, ([events, news]) => {
      const folded = foldReview(openedAt, [run], news);
      expect(folded).toEqual(foldReview(openedAt, [run], events));
      expect(Object.values(folded.counts).reduce((sum, count) => sum + count)).toBe(run.model.steps.length);
      for (const { span } of folded.steps) expect(span?.milliseconds ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  [null, "–"],
  [41_000, "0:41"],
  [14 * 60_000 + 32_000, "14:32"],
  [2 * 3_600_000 + 309_000, "2:05:09"],
  [3 * 86_400_000 + 4 * 3_600_000, "3 d 04:00:00"],
  [-5, "0:00"],
])("%s milliseconds are shown as %s", (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});
