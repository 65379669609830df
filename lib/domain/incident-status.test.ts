import { expect, test } from "vitest";
import { incidentStatuses, nextStatuses, refuseStatusChange } from "./incident-status";

test("an incident goes open, mitigated, resolved without a reason when no step is open", () => {
  expect(
    refuseStatusChange({
      from: "open",
      to: "mitigated",
      openSteps: 3,
      reason: null,
    }),
  ).toBeNull();
  expect(
    refuseStatusChange({
      from: "mitigated",
      to: "resolved",
      openSteps: 0,
      reason: null,
    }),
  ).toBeNull();
  expect(
    refuseStatusChange({
      from: "open",
      to: "resolved",
      openSteps: 0,
      reason: null,
    }),
  ).toBeNull();
});

test("resolving with open steps needs a reason, and passes with one", () => {
  const change = { from: "mitigated", to: "resolved", openSteps: 2 } as const;
  expect(refuseStatusChange({ ...change, reason: null })).toContain("2 open steps");
  expect(refuseStatusChange({ ...change, openSteps: 1, reason: null })).toContain("1 open step.");
  expect(refuseStatusChange({ ...change, reason: "The rest waits for Monday" })).toBeNull();
});

test("opening again needs a reason, and passes with one", () => {
  for (const from of ["mitigated", "resolved"] as const) {
    expect(refuseStatusChange({ from, to: "open", openSteps: 0, reason: null })).toContain("opened again");
    expect(
      refuseStatusChange({
        from,
        to: "open",
        openSteps: 0,
        reason: "It is back",
      }),
    ).toBeNull();
  }
});

test("a resolved incident does not become mitigated, and none becomes what it is", () => {
  expect(
    refuseStatusChange({
      from: "resolved",
      to: "mitigated",
      openSteps: 0,
      reason: "x",
    }),
  ).toContain("Open it");
  for (const status of incidentStatuses) {
    expect(
      refuseStatusChange({
        from: status,
        to: status,
        openSteps: 0,
        reason: "x",
      }),
    ).toContain("already");
    expect(nextStatuses(status)).not.toContain(status);
  }
});

test("resolving with steps that nobody can count needs a reason, and passes with one", () => {
  const change = { from: "open", to: "resolved", openSteps: null } as const;
  expect(refuseStatusChange({ ...change, reason: null })).toContain("nobody knows");
  expect(refuseStatusChange({ ...change, reason: "Traffic is back" })).toBeNull();
  expect(refuseStatusChange({ ...change, to: "mitigated", reason: null })).toBeNull();
});
