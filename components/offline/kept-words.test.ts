import { expect, test } from "vitest";
import { type KeptState, nothingKept } from "./kept-state";
import { keptWords } from "./kept-words";

const now = new Date("2026-11-23T02:44:00.000Z");
const all: KeptState = {
  phase: "kept",
  kept: 41,
  total: 41,
  leftOut: 0,
  bytes: 2_134_000,
  checkedAt: "2026-11-23T02:41:00.000Z",
};

test.each<[Partial<KeptState>, string]>([
  [{}, "41 of 41 runbooks kept on this device, 3 minutes ago, 2.1 MB."],
  [
    { kept: 30, leftOut: 11 },
    "30 of 41 runbooks kept on this device, 3 minutes ago, 2.1 MB. The other 11 would take too much room.",
  ],
  [
    { phase: "behind" },
    "41 of 41 runbooks kept on this device, 3 minutes ago, 2.1 MB. The portal did not answer since.",
  ],
  [{ phase: "keeping", kept: 3 }, "Keeping runbooks on this device: 3 of 41 so far."],
  [{ phase: "full", kept: 3 }, "The device has no room left: 3 of 41 runbooks kept on this device, 2.1 MB."],
  [{ ...nothingKept, phase: "removed" }, "Nothing is kept on this device."],
])("%o", (changes, words) => {
  expect(keptWords({ ...all, ...changes }, now)).toBe(words);
});
