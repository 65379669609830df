import { expect, test } from "vitest";
import type { StepResult } from "@/lib/domain/timeline";
import { timeBars } from "./time-bars";

const openedAt = "2026-11-22T02:00:00.000Z";
const at = (minute: number) => `2026-11-22T02:${String(minute).padStart(2, "0")}:00.000Z`;
const step = (part: Partial<StepResult>) =>
  ({ stepId: "s", end: "done", at: null, span: null, ...part }) as StepResult;

test("bars lie between the opening and the last step; a step that nobody touched has none", () => {
  const bars = timeBars(openedAt, [
    step({ at: at(5), span: { from: at(0), to: at(5), milliseconds: 300_000 } }),
    step({ at: at(10), span: { from: at(5), to: at(10), milliseconds: 300_000 } }),
    step({ end: "untouched" }),
  ]);
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 50],
    [50, 50],
  ]);
});

test("a mark without a span stays visible and inside", () => {
  const [bar] = timeBars(openedAt, [step({ end: "skipped", at: at(10) })]);
  expect(bar).toMatchObject({ left: 99.2, width: 0.8 });
});
