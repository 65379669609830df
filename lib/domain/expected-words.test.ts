import { expect, test } from "vitest";
import { readExpected } from "./expected-words";

test.each([
  ["Health Check (`curl -s x | jq '.status'`) returns `healthy`.", "healthy"],
  ["Error rate on the dashboard drops below 1%.", "below 1%"],
  ["All pods should be `Running`", "Running"],
  ["All pods should be Running", "Running"],
  ["Liveness (Should return 200)", "200"],
  ["The probe returns HTTP 204", "HTTP 204"],
  ["The page must show “All good”", "All good"],
  ["Lag stays under 500ms", "under 500ms"],
  ["Replica count must be at least 3", "at least 3"],
  ["Expected: three rows", "three rows"],
  ["Wait until queue depth falls below 1,000", "below 1,000"],
  ["Check that status is `Synced`", "Synced"],
])("“%s” announces a result", (words, expected) => {
  expect(readExpected(words)).toBe(expected);
});

test.each([
  "If it returns 500, restart it",
  "Scale up when CPU is above 80%",
  "Restart if the error rate is over 5%",
  "The service should be restarted",
  "You should be able to log in",
  "Check whether the probe returns `healthy`",
  "Latency returns to normal",
  "The path of the project is `shop/web`.",
  "Notify the team",
  "Run `kubectl get pods`",
  "The command shows the queue",
  "Error rate should not be high",
  "",
])("“%s” announces none", (words) => {
  expect(readExpected(words)).toBeNull();
});
