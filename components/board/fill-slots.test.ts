import { expect, test } from "vitest";
import { foldBoard } from "@/lib/domain/board-state";
import type { IncidentEvent } from "@/lib/domain/incident-event";
import { fillSlots } from "./fill-slots";
import type { BoardStep } from "./types";

const runId = "01890000-0000-7000-8000-000000000001";
const step = (id: string, ordinal: number | null = null): BoardStep => ({
  id,
  kind: ordinal === null ? "task" : "numbered",
  text: id,
  ordinal,
  parentId: null,
  sectionId: null,
  depth: 1,
  phase: null,
  choice: null,
});

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
  const html = fillSlots(slots("a") + slots("ghost"), [step("a", 3)], runId, foldBoard([]), new Date());
  expect(html).toContain(">3</span>");
  expect(html).toContain(slots("ghost"));
});
