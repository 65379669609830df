import { expect, test } from "vitest";
import { normalizeAlertName } from "./alert-name";

test("the written and the machine name of an alert meet", () => {
  expect(normalizeAlertName("High Latency Alert")).toBe("highlatency");
  expect(normalizeAlertName("HighLatency")).toBe("highlatency");
  expect(normalizeAlertName("KubeNode_NotReady")).toBe("kubenodenotready");
});

test("an alert that is only called alert keeps its name", () => {
  expect(normalizeAlertName("Alert")).toBe("alert");
});
