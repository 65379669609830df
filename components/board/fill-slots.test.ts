import { expect, test } from "vitest";
import { foldBoard } from "@/lib/domain/board-state";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { fillSlots } from "./fill-slots";
import { aBoardStep } from "./testing/board-step";
import type { BoardStep } from "./types";

const runId = "01890000-0000-7000-8000-000000000001";
const step = (id: string, part: Partial<BoardStep> = {}) => aBoardStep({ id, ...part });

const slots = (id: string) =>
  `<span data-slot="step-box" data-for="${id}"></span><p>text</p><div data-slot="step-acts" data-for="${id}"></div>`;

const skipped: IncidentEvent = {
  id: "e",
  seq: 1,
  kind: "step.skipped",
  runId,
  stepId: "a",
  data: { reason: "<b>no & effect</b>" },
  actorId: "ana",
  actorName: 'Ana "A" <x>',
  occurredAt: "2026-11-22T02:43:00.000Z",
  sentAt: null,
  recordedAt: "2026-11-22T02:43:00.000Z",
};

test("the state of a step stands in its slots, with every text escaped", () => {
  const html = fillSlots(
    slots("a"),
    [step("a")],
    runId,
    foldBoard([skipped]),
    new Date("2026-11-22T03:00:00Z"),
  );
  expect(html).toContain('data-state="skipped"');
  expect(html).toContain(
    "Skipped by Ana &quot;A&quot; &lt;x&gt; · 02:43 <q>&lt;b&gt;no &amp; effect&lt;/b&gt;</q>",
  );
});

test("an open numbered step shows its number; a slot of no known step stays as it is", () => {
  const html = fillSlots(
    slots("a") + slots("ghost"),
    [step("a", { ordinal: 3 })],
    runId,
    foldBoard([]),
    new Date(),
  );
  expect(html).toContain(">3</span>");
  expect(html).toContain(slots("ghost"));
});

const event = (seq: number, kind: string, stepId: string, data: object = {}) =>
  ({ ...skipped, id: `e${seq}`, actorName: "Jon", seq, kind, stepId, data }) as IncidentEvent;
const fill = (steps: BoardStep[], ...events: IncidentEvent[]) =>
  fillSlots(
    steps.map(({ id }) => slots(id)).join(""),
    steps,
    runId,
    foldBoard(events),
    new Date("2026-11-22T03:00:00Z"),
  );

test("every state has its words: on it, put off, failed, and passed over for another option", () => {
  expect(fill([step("a")], event(1, "step.claimed", "a"))).toContain("Jon is on it since 02:43");
  expect(fill([step("a")], event(1, "step.deferred", "a"))).toContain("Put off by Jon");
  expect(fill([step("a")], event(1, "step.failed", "a"))).toContain("Did not work, says Jon");
  const options = [step("a", { choice: "c", ordinal: 1 }), step("b", { choice: "c", ordinal: 2 })];
  const html = fill(options, event(1, "step.chosen", "b"));
  expect(html).toContain("Not applicable: Option 2 is used");
  expect(html).toContain("Chosen by Jon · 02:43");
});

test("added steps stand below the one they follow or at the end, and output says when it is not as expected", () => {
  const html = fill(
    [step("a", { expected: "healthy" }), step("b")],
    event(1, "step.added", "x", { text: "Call <Bo>", after: "a" }),
    event(2, "step.added", "y", { text: "Last", after: null }),
    event(3, "step.output-pasted", "a", { text: "<down>", commandId: null }),
    event(4, "step.checked", "x"),
  );
  expect(html.indexOf("Call &lt;Bo&gt;")).toBeLessThan(html.indexOf('data-for="b"'));
  expect(html.indexOf("Last")).toBeGreaterThan(html.indexOf('data-slot="step-acts" data-for="b"'));
  expect(html).toMatch(/data-fallback="" class="step" data-state="done"/);
  expect(html).toContain("not as expected: wanted healthy");
  expect(html).toContain("<pre>&lt;down&gt;</pre>");
});
