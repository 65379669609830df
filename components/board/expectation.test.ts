import { expect, test } from "vitest";
import { expectedOf, judgeOutput } from "./expectation";
import { aBoardStep } from "./testing/board-step";

test("a command's own expectation goes before that of the step's words", () => {
  const step = aBoardStep({ expected: "below 1%", commands: [{ id: "c1", expected: "healthy" }] });
  expect(expectedOf(step, null)).toBe("healthy");
  expect(expectedOf(aBoardStep({ expected: "below 1%" }), null)).toBe("below 1%");
  expect(expectedOf(aBoardStep({ expected: "ok", commands: [{ id: "i1", expected: null }] }), null)).toBe(
    "ok",
  );
});

test("of several commands the one that was named counts, and nothing is guessed", () => {
  const commands = [
    { id: "c1.1", expected: "healthy" },
    { id: "c1.2", expected: null },
  ];
  const step = aBoardStep({ expected: "below 1%", commands });
  expect(expectedOf(step, "c1.1")).toBe("healthy");
  expect(expectedOf(step, "c1.2")).toBeNull();
  expect(expectedOf(step, null)).toBeNull();
  expect(judgeOutput(step, { text: "healthy", commandId: "c1.1" })).toMatchObject({ verdict: "matches" });
  expect(judgeOutput(step, { text: "healthy", commandId: null })).toBeNull();
});
