import { expect, test } from "vitest";
import { inLane } from "./lane";

test("work in one lane goes in order, also past a failure; lanes do not wait for each other", async () => {
  const done: string[] = [];
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const first = inLane(1, async () => {
    await gate;
    done.push("first");
    throw new Error("failed");
  });
  const second = inLane(1, async () => done.push("second"));
  await inLane(2, async () => done.push("other"));
  letGo();
  await expect(first).rejects.toThrow("failed");
  await second;
  expect(done).toEqual(["other", "first", "second"]);
});
