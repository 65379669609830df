import { expect, test } from "vitest";
import { incidentSteps } from "./incident-steps";
import { aStep } from "./testing/document";

test("steps that check the runbook itself are left out", () => {
  const steps = [aStep({ id: "do" }), aStep({ id: "links-tested" })];
  expect(incidentSteps({ steps, validationStepIds: ["links-tested"] }).map((step) => step.id)).toEqual([
    "do",
  ]);
});

test("without such steps all are steps of the incident", () => {
  const steps = [aStep({ id: "do" })];
  expect(incidentSteps({ steps, validationStepIds: [] })).toEqual(steps);
});
