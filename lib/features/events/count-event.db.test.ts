import { uuidv7 } from "uuidv7";
import { expect, test, vi } from "vitest";
import { createActor, createIncident, createRunbook } from "@/lib/db/testing";
import { compileRunbook } from "@/lib/mdx/compile-runbook";
import { metrics } from "@/lib/metrics";
import { recordEvent } from "./record-event";

const source = "# Orders\n\n- [ ] Look\n- [ ] Mend\n";

async function counted(name: string, labels: Record<string, string> = {}): Promise<number> {
  const metric = await metrics().registry.getSingleMetric(name)?.get();
  const values: { value: number; labels: object; metricName?: string }[] = metric?.values ?? [];
  const wanted = JSON.stringify(labels);
  const found = values.filter(
    (each) => JSON.stringify(each.labels) === wanted && !each.metricName?.endsWith("_sum"),
  );
  return found.at(-1)?.value ?? 0;
}

test("events are counted by what they did, a repeat is not, and the first step is timed once", async () => {
  const actor = await createActor();
  const incident = await createIncident({
    runbook: await createRunbook({ source }),
    openedAt: new Date(Date.now() - 90_000),
  });
  const [look, mend] = (await compileRunbook({ source, format: "md" })).model.steps;
  const tick = (id: string, stepId = "", kind: "step.checked" | "step.unchecked" = "step.checked") =>
    recordEvent(actor, incident.number, {
      id,
      kind,
      runId: incident.run.id,
      stepId,
      occurredAt: new Date().toISOString(),
      data: {},
    });
  const first = uuidv7();
  await tick(first, look?.id);
  await tick(first, look?.id);
  await tick(uuidv7(), look?.id, "step.unchecked");
  await tick(uuidv7(), mend?.id);

  expect(await counted("runbook_portal_step_events_total", { state: "done" })).toBe(2);
  expect(await counted("runbook_portal_step_events_total", { state: "undone" })).toBe(1);
  const count = async () => {
    const metric = await metrics().timeToFirstStep.get();
    return metric.values.find((each) => each.metricName?.endsWith("_count"))?.value;
  };
  // Measured beside the answer, not before it.
  await vi.waitFor(async () => expect(await count()).toBe(1));
  const { values } = await metrics().timeToFirstStep.get();
  expect(values.find((each) => each.metricName?.endsWith("_sum"))?.value).toBeGreaterThanOrEqual(90);
});

test("what is done in a drill counts in no figure, and the same in a real incident does", async () => {
  const actor = await createActor();
  const runbook = await createRunbook({ source });
  const [look] = (await compileRunbook({ source, format: "md" })).model.steps;
  const act = async (isDrill: boolean) => {
    const incident = await createIncident({ runbook, isDrill });
    const common = { runId: incident.run.id, occurredAt: new Date().toISOString() };
    const step = { ...common, kind: "step.skipped", stepId: look?.id ?? "", data: { reason: "No" } } as const;
    await recordEvent(actor, incident.number, { ...step, id: uuidv7() });
  };
  const skipped = () => counted("runbook_portal_step_events_total", { state: "skipped" });
  const before = await skipped();
  await act(true);
  expect(await skipped()).toBe(before);
  await act(false);
  expect(await skipped()).toBe(before + 1);
});
