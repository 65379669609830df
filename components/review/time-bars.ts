import type { StepResult } from "@/lib/domain/timeline";

/** A bar in percent of the whole width. */
export type TimeBar = { step: StepResult; left: number; width: number };

const narrowest = 0.8;

/**
 * Places each step that somebody settled between the opening and the last step's end. Notes that came days later do
 * not press the bars together. A step without a span (skipped, undone) is a short mark at its last change.
 */
export function timeBars(openedAt: string, steps: StepResult[]): TimeBar[] {
  const touched = steps.filter((step) => step.at !== null);
  const from = Date.parse(openedAt);
  const to = Math.max(from + 1, ...touched.map((step) => Date.parse(step.at ?? openedAt)));
  const percent = (iso: string) => Math.min(100, Math.max(0, ((Date.parse(iso) - from) / (to - from)) * 100));
  return touched.map((step) => {
    const end = percent(step.at ?? openedAt);
    const start = step.span ? percent(step.span.from) : end;
    const width = Math.max(narrowest, end - start);
    return { step, left: Math.min(start, 100 - width), width };
  });
}
