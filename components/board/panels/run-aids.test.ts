import { expect, test } from "vitest";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { keepWaitPlaces, toRunAids } from "./run-aids";

const source = `# Orders

**Immediate Actions (< 5 minutes)**:
1. Look at the board
2. Restart it (wait 15 minutes)

**Resolution**:
- **Pool is full**: Raise the limit → Raise it
`;

test("what an incident needs beside its steps is read from the compiled page", async () => {
  const compiled = await compileRunbook({ source, format: "md" });
  const [look, restart] = compiled.model.steps;
  const aids = toRunAids(compiled);
  expect(aids.limits).toEqual([
    { text: "Immediate Actions", time: "< 5 minutes", seconds: 300, stepIds: [look?.id, restart?.id] },
  ]);
  expect(aids.waits).toEqual({ [restart?.id ?? ""]: [{ text: "wait 15 minutes", seconds: 900 }] });
});

test("only steps with a wait keep a place for it", () => {
  const slot = (id: string) => `<div data-slot="step-acts" data-for="${id}"></div>`;
  const html = keepWaitPlaces(slot("a") + slot("b"), {
    waits: { b: [{ text: "wait 1 minute", seconds: 60 }] },
  });
  expect(html).toBe(
    `${slot("a")}<div data-slot="step-acts" data-for="b"><div class="step-wait"></div></div>`,
  );
});
