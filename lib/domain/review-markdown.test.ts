import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import type { IncidentEvent } from "./incident-event";
import { reviewJson } from "./review-json";
import { reviewMarkdown } from "./review-markdown";
import type { ReviewPage } from "./review-page";
import { aStep } from "./testing/document";
import { foldReview, type ReviewRun } from "./timeline";

const evil = "# x\n\n- [ ] y\n```\n<script>alert(1)</script> | ![i](javascript:1) **b**";
const exportedAt = new Date("2026-11-22T04:00:00Z");

function pageOf(words: string): ReviewPage {
  const openedAt = "2026-11-22T02:41:00.000Z";
  const model = {
    steps: [aStep({ text: words }), aStep({ id: "s2", text: "Notify", line: 2 })],
    sections: [],
    commands: [],
    validationStepIds: [],
  } satisfies ReviewRun["model"];
  const rows: [IncidentEvent["kind"], string | null, object][] = [
    ["incident.opened", null, { title: words, severity: "SEV2", isDrill: false }],
    ["run.started", null, { runbookSlug: "api", revision: 3, title: words }],
    ["step.checked", "s1", {}],
    ["step.noted", "s1", { note: words }],
    ["step.skipped", "s2", { reason: words }],
    ["command.copied", null, { commandId: "c1", text: words }],
    ["variable.set", null, { key: "service-name", value: words }],
    ["incident.noted", null, { note: words }],
    ["step.added", "s3", { text: words, after: null }],
    ["step.failed", "s3", { reason: words }],
    ["step.output-pasted", "s1", { text: words, commandId: null }],
    ["role.changed", null, { role: "scribe", personId: "p", personName: words, isHeld: true }],
    ["shift.handed-over", null, { role: "scribe", personId: "p", personName: words, summary: words }],
    ["incident.escalated", null, { level: words, contact: words }],
    ["link.added", null, { url: "https://example.com/", label: words, type: "other" }],
    ["cause.chosen", null, { cause: words, isChosen: true }],
    ["timer.started", null, { seconds: 900, label: words }],
    ["status.changed", null, { from: "open", to: "resolved", reason: words }],
  ];
  const events = rows.map(
    ([kind, stepId, data], index) =>
      ({
        id: `e${index}`,
        seq: index + 1,
        kind,
        runId: "run",
        stepId,
        data,
        actorId: "a",
        actorName: words,
        occurredAt: `2026-11-22T02:${41 + index}:00.000Z`,
        sentAt: null,
        recordedAt: `2026-11-22T02:${41 + index}:00.000Z`,
      }) as IncidentEvent,
  );
  return {
    incident: {
      id: "i",
      number: 42,
      key: "INC-0042",
      title: words,
      severity: "SEV2",
      isDrill: false,
      openedAt,
      openedBy: words,
    },
    runs: [
      {
        id: "run",
        startedAt: openedAt,
        runbook: { slug: "api", title: words, squadName: null },
        revision: 3,
        newestRevision: 5,
        sha256: "ab".repeat(32),
      },
    ],
    review: foldReview(openedAt, [{ id: "run", title: words, model }], events),
    events,
  };
}

/** Every node but the words and the code, with how often it occurs. */
function shapeOf(markdown: string) {
  const counts = new Map<string, number>();
  const visit = (node: { type: string; children?: unknown[] }) => {
    const type = node.type === "code" ? "inlineCode" : node.type;
    if (type !== "text") counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const child of node.children ?? []) visit(child as { type: string });
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return Object.fromEntries(counts);
}

test("words that people write cannot change the structure of the export", () => {
  const hostile = shapeOf(reviewMarkdown(pageOf(evil), exportedAt));
  const plain = shapeOf(reviewMarkdown(pageOf("Checkout is slow"), exportedAt));
  expect(hostile).toMatchObject({ heading: plain.heading, table: 1, listItem: plain.listItem });
  expect(hostile.link ?? hostile.image ?? hostile.html ?? 0).toBe(0);
});

test("the export reads as a record", () => {
  const text = reviewMarkdown(pageOf("Checkout is slow"), exportedAt);
  expect(text).toContain("# INC-0042: Checkout is slow");
  expect(text).toContain("| To first step | 2:00 |");
  expect(text).toContain("| To mitigated | – |");
  expect(text).toContain("- [x] Checkout is slow (done, Checkout is slow at 2026-11-22 02:43:00, 1:00)");
  expect(text).toContain("- **Skipped**: “Notify” was skipped: “Checkout is slow” (Checkout is slow)");
  expect(text).toContain("Followed revision 3 of ` api `; today’s is 5, 2 changes since.");
  expect(text).toContain("Exported 2026-11-22 04:00:00.");
});

test("the JSON export has a version, the folds and the record itself", () => {
  const page = pageOf(evil);
  const json = JSON.parse(JSON.stringify(reviewJson(page, exportedAt)));
  expect(json).toMatchObject({
    schemaVersion: 2,
    exportedAt: "2026-11-22T04:00:00.000Z",
    incident: { key: "INC-0042", status: "resolved", title: evil },
    durations: { toFirstStepSeconds: 120, toMitigatedSeconds: null, toResolvedSeconds: 1020 },
    runs: [
      {
        revision: 3,
        steps: [
          { id: "s1", end: "done", outputs: [{ text: evil }], seconds: 60 },
          { id: "s2", end: "skipped", isAdded: false, seconds: null },
          { id: "s3", end: "failed", isAdded: true, seconds: null },
        ],
      },
    ],
    counts: { done: 1, failed: 1, skipped: 1, untouched: 0 },
  });
  expect(json.events).toEqual(page.events);
});
