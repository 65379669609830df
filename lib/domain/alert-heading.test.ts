import { expect, test } from "vitest";
import { readAlertHeading } from "./alert-heading";

test.each([
  ["Alert: QueueLag (P1)", "QueueLag", "P1"],
  ["Alert: QueueLag - SEV2", "QueueLag", "SEV2"],
  ["Alert - Queue is slow [Critical]", "Queue is slow", "Critical"],
  ["Alert: QueueLag (Severity: Warning)", "QueueLag", "Warning"],
  ["Alert: QueueLag (Critical / P1)", "QueueLag", "Critical / P1"],
  ["[P0] Alert: Nothing answers", "Nothing answers", "P0"],
  ["P0: Alert: Nothing answers", "Nothing answers", "P0"],
  ["Alert: [P0] Nothing answers", "Nothing answers", "P0"],
  ["Alert 1: Heap", "Heap", null],
  ["🚨 4.2 Alarm #3 – Heap", "Heap", null],
  ["Incident Scenario 2: Queue grows", "Queue grows", null],
  ["Scenario B: Queue grows", "Queue grows", null],
  ["Alert Name: Heap", "Heap", null],
])("“%s” says that it is an alert", (heading, name, severity) => {
  expect(readAlertHeading(heading)).toEqual({ name, severity, isSaid: true });
});

test.each([
  ["HeapGrowing - Warning", "HeapGrowing", "Warning"],
  ["3. HeapGrowing", "HeapGrowing", null],
  ["Disk (almost full)", "Disk (almost full)", null],
  ["Critical", "Critical", null],
  ["Critical path", "Critical path", null],
  ["Alert-driven checks: daily", "Alert-driven checks: daily", null],
  ["Alert routing", "Alert routing", null],
  ["Alerts: who gets them", "Alerts: who gets them", null],
])("“%s” does not say so", (heading, name, severity) => {
  expect(readAlertHeading(heading)).toEqual({ name, severity, isSaid: false });
});

test.each([
  ["Alert: Latency (p95)", "Latency (p95)"],
  ["Alert: Critical", "Critical"],
  ["Alert: Disk - full", "Disk - full"],
])("“%s” keeps words that are no severity", (heading, name) => {
  expect(readAlertHeading(heading)).toMatchObject({ name, severity: null });
});
