import { expect, test } from "vitest";
import { readDuration, readWaits } from "./duration-words";

test.each([
  ["5 minutes", 300],
  ["15min", 900],
  ["30s", 30],
  ["1 hour (P0 only)", 3600],
  ["1h 30m", 5400],
  ["1 hour and 30 minutes", 5400],
  ["half an hour", 1800],
  ["an hour", 3600],
  ["two days", 172_800],
  ["1.5 hours", 5400],
  ["5-10 minutes", 600],
  ["a 30-minute window", 1800],
  ["within 5 minutes", 300],
])("%s is a duration", (text, seconds) => {
  expect(readDuration(text)).toBe(seconds);
});

test.each(["soon", "a few minutes", "5 pods", "p95 < 800", "step 3", "500ms", "0 minutes", "v1.2h3", ""])(
  "%s names no duration",
  (text) => {
    expect(readDuration(text)).toBeNull();
  },
);

test.each([
  ["Verify staging health (wait 15 minutes)", "wait 15 minutes", 900],
  ["Monitor for 1 hour", "Monitor for 1 hour", 3600],
  ["Monitor closely for 2 hours", "Monitor closely for 2 hours", 7200],
  ["Wait at least 30 seconds before the next try", "Wait at least 30 seconds", 30],
  ["Wait ~5 min for DNS", "Wait ~5 min", 300],
  ["Wait for the pods to come back (5 minutes)", "Wait for the pods to come back (5 minutes", 300],
  ["Give it another ten minutes", "Give it another ten minutes", 600],
  ["Watch the error rate for at least an hour", "Watch the error rate for at least an hour", 3600],
  ["Let the canary soak for 1 day", "soak for 1 day", 86_400],
])("“%s” asks to wait", (text, words, seconds) => {
  expect(readWaits(text)).toEqual([{ text: words, seconds }]);
});

test.each([
  "Acknowledge within 5 minutes",
  "Wait until someone answers, within 5 minutes",
  "sleep 30",
  "Run kubectl wait --timeout=300s",
  "Monitor the last 15 minutes of logs",
  "Monitor the queue every 5 minutes",
  "Do not wait 15 minutes before you escalate",
  "If you wait more than 10 minutes, escalate",
  "Check what happened 2 hours ago",
  "Wait for the rollout",
  "Set wait_timeout to 30 minutes",
])("“%s” asks for no wait", (text) => {
  expect(readWaits(text)).toEqual([]);
});

test("a text may ask for more than one wait", () => {
  expect(readWaits("Wait 5 minutes. Then monitor for 1 hour.").map((wait) => wait.seconds)).toEqual([
    300, 3600,
  ]);
});

test("a long text of verbs is read in linear time", () => {
  const start = performance.now();
  readWaits("wait for the thing and then 5 m ".repeat(20_000));
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  ["After 10 minutes, look again", "After 10 minutes", 600],
  ["Restart it. After about 2 hours, look again.", "After about 2 hours", 7200],
  ["Allow 1h30m", "Allow 1h30m", 5400],
  ["Sleep 5m", "Sleep 5m", 300],
  ["Sleep for 30 seconds", "Sleep for 30 seconds", 30],
])("“%s” asks to wait as well", (text, words, seconds) => {
  expect(readWaits(text)).toEqual([{ text: words, seconds }]);
});

test.each([
  "Escalate after 30 minutes",
  "After 15 minutes without an answer, escalate",
  "Run sleep 5m && reboot",
  "sleep 5m",
  "Sleep 5",
  "Allow 1h30x",
])("“%s” asks for none either", (text) => {
  expect(readWaits(text)).toEqual([]);
});
