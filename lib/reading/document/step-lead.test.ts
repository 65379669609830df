import { expect, test } from "vitest";
import { isInstruction, readStepLead } from "./step-lead";

test.each([
  ["Step 3: Restart the pods", 3, "Restart the pods", true],
  ["Step 4 — Scale down (≤ 5 min)", 4, "Scale down (≤ 5 min)", true],
  ["STEP 2", 2, "Step 2", true],
  ["OPTIONAL Step 3: Warm the cache", 3, "Warm the cache", true],
  ["Step 0.1", 1, "Step 0.1", true],
  ["2. Check the queue", 2, "Check the queue", false],
  ["2) Check the queue", 2, "Check the queue", false],
  ["2.3 Check the queue", 3, "Check the queue", false],
] as const)("“%s” leads a step", (words, ordinal, text, isNamed) => {
  expect(readStepLead(words)).toEqual({ ordinal, text, isNamed });
});

test.each(["Steps", "Stepwise 3", "Step by step", "5 minutes at most", "2025-01-02", "Check the queue", ""])(
  "“%s” leads none",
  (words) => {
    expect(readStepLead(words)).toBeNull();
  },
);

test.each(["Check the queue", "Restart pods", "Test the backup", "list all nodes"])(
  "“%s” tells to do",
  (words) => {
    expect(isInstruction(words)).toBe(true);
  },
);

test.each(["Check", "Test results", "Contact list", "List of contacts", "Service overview", "Halted disks"])(
  "“%s” names something",
  (words) => {
    expect(isInstruction(words)).toBe(false);
  },
);
