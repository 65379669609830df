import { expect, test } from "vitest";
import { readCondition } from "./condition-words";

test.each([
  ["Schedule post-mortem if P0/P1", "P0/P1", ["SEV1", "SEV2"]],
  ["VP Engineering, 1 hour (P0 only)", "P0", ["SEV1"]],
  ["Open a bridge (only for P1 and above)", "P1 and above", ["SEV1", "SEV2"]],
  ["Page the duty manager for SEV1", "SEV1", ["SEV1"]],
  ["Page the duty manager for P0 and P1 incidents", "P0 and P1", ["SEV1", "SEV2"]],
  ["If CPU bound: add two replicas", "CPU bound", []],
  ["If the disk is full, delete old archives. Then check again.", "the disk is full", []],
  ["If not", "not", []],
  ["Action 2: Scale up the deployment if CPU bound: kubectl scale deployment web", "CPU bound", []],
  ["Rollback Procedure (if needed)", "needed", []],
  ["Notify the team if errors go on", "errors go on", []],
  ["Escalate if P1 is not over in 1 hour.", "P1 is not over in 1 hour", ["SEV2"]],
  ["Restart unless P0", "unless P0", []],
  ["In case of data loss, stop the writers", "data loss", []],
  ["Tell the press office (optional)", "optional", []],
  ["If a rule blocks it you can patch the rule", "a rule blocks it", []],
  ["OPTIONAL Step 3: warm the cache", "optional", []],
  ["Optional: warm the cache", "optional", []],
])("“%s” applies under a condition", (words, text, severities) => {
  expect(readCondition(words)).toEqual({ text, severities });
});

test.each([
  "Check if the pods are running",
  "Verify if DB connections are maxed out via Datadog.",
  "Look at the graph to see if traffic drops",
  "Make sure if in doubt",
  "Restart the pod. If it fails again, look at its logs.",
  "Restart the pod, and if it fails look at its logs",
  "Read the config, checking if the route is public",
  "Keep the old file in case a rollback is needed",
  "Act as if nobody else was there",
  "Open the read-only replica",
  "Look for P95 latency",
  "Declare a P1",
  "Remove the unused notification",
  "",
])("“%s” applies always", (words) => {
  expect(readCondition(words)).toBeNull();
});

test.each([
  ["When memory bound, add a replica", "memory bound", []],
  ["Whenever the queue is full: drop old jobs", "the queue is full", []],
  ["For SEV2 only: call the lead", "SEV2", ["SEV2"]],
  ["For P0 and P1 incidents: open a bridge", "P0 and P1", ["SEV1", "SEV2"]],
  ["P0/P1: call the lead", "P0/P1", ["SEV1", "SEV2"]],
  ["SEV1, SEV2 - call the lead", "SEV1, SEV2", ["SEV1", "SEV2"]],
  ["P2 and above: write it down", "P2 and above", ["SEV1", "SEV2", "SEV3"]],
  ["In production, ask first", "production", []],
  ["On the staging cluster: skip the backup", "the staging cluster", []],
  ["For replicas only: stop the sync", "replicas", []],
  ["Only in staging, drop the cache", "staging", []],
])("“%s” begins with its condition", (words, text, severities) => {
  expect(readCondition(words)).toEqual({ text, severities });
});

test.each([
  "When you are done, tell the team",
  "When prompted: type yes",
  "P95 latency: look at the graph",
  "P1 tickets are listed in the console: open it",
  "In the console, open the job",
  "On the bastion, run the script",
  "For each node: drain it",
  "Production is slow: look at it",
])("“%s” begins with none", (words) => {
  expect(readCondition(words)).toBeNull();
});

test("a long row of severities is read in linear time", () => {
  const start = performance.now();
  for (let count = 0; count < 50; count += 1) readCondition(`${"P1 and ".repeat(140)}x`);
  expect(performance.now() - start).toBeLessThan(500);
});
