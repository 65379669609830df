import { expect, test } from "vitest";
import { aUnit } from "../testing/document";
import { riskSentence, riskSummary, targetWithValues } from "./risk-words";

const scale = aUnit({
  risk: "danger",
  isDisruptive: true,
  riskReason: "Scales to zero",
  riskTarget: "deployment/[name] in namespace prod",
  holes: [{ start: 0, end: 6, token: "[name]", variable: "name", context: "shell-bare", optional: false }],
});

test("a mark says what is done, and to what", () => {
  expect(riskSentence(scale)).toBe("Danger: Scales to zero · deployment/[name] in namespace prod");
  expect(riskSentence({ ...scale, risk: "change", riskTarget: null })).toBe("Disruptive: Scales to zero");
  expect(riskSentence(aUnit())).toBe("Reads only");
});

test("a block of several commands says how many of them are meant", () => {
  const restart = aUnit({ risk: "change", isDisruptive: true });
  expect(riskSummary(scale, [aUnit(), scale, restart])).toBe("Danger: 1 of 3 commands");
  expect(riskSummary(restart, [restart, restart])).toBe("Disruptive");
  expect(riskSummary(aUnit(), [aUnit(), aUnit()])).toBe("Reads only");
});

test("the target is named with the values that are known", () => {
  expect(targetWithValues(scale, { name: "$&api" })).toBe("deployment/$&api in namespace prod");
  expect(targetWithValues(scale, {})).toBe("deployment/[name] in namespace prod");
  expect(targetWithValues(aUnit(), { name: "x" })).toBeNull();
});
