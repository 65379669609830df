import { expect, test } from "vitest";
import type { OutsideMark } from "./board-store";
import { isMeantBefore, overtakenWords, readPress } from "./press";

const now = 100_000;
const jon = (state: OutsideMark["state"], ago: number): OutsideMark => ({
  state,
  by: "Jon",
  isMe: false,
  at: now - ago,
});
const base = { isMine: false, outside: null, pressedAt: null, now };

test("a press right after somebody else's tick never takes it back; later it does", () => {
  const untick = { ...base, to: "open", ahead: "done" } as const;
  expect(readPress({ ...untick, outside: jon("done", 200) })).toBe("overtaken");
  expect(readPress({ ...untick, outside: jon("done", 1_499) })).toBe("overtaken");
  expect(readPress({ ...untick, outside: jon("done", 1_500) })).toBe("act");
  expect(readPress({ ...base, to: "done", ahead: "open", outside: jon("open", 200) })).toBe("overtaken");
  expect(readPress({ ...base, to: "done", ahead: "skipped", outside: jon("skipped", 200) })).toBe(
    "overtaken",
  );
  expect(overtakenWords(jon("done", 0))).toBe("Jon ticked it just now. Nothing was changed.");
});

test("a tick on what somebody has just taken up, or on what was changed by myself since, counts", () => {
  expect(readPress({ ...base, to: "done", ahead: "in-progress", outside: jon("in-progress", 200) })).toBe(
    "act",
  );
  expect(
    readPress({ ...base, to: "in-progress", ahead: "in-progress", outside: jon("in-progress", 200) }),
  ).toBe("overtaken");
  expect(readPress({ ...base, to: "open", ahead: "skipped", outside: jon("done", 200) })).toBe("act");
});

test("a double click is one press, and what is set or under way is not said again", () => {
  expect(readPress({ ...base, to: "open", ahead: "done", isMine: true, pressedAt: now - 399 })).toBe(
    "nothing",
  );
  expect(readPress({ ...base, to: "open", ahead: "done", isMine: true, pressedAt: now - 400 })).toBe("act");
  expect(readPress({ ...base, to: "done", ahead: "done", isMine: true })).toBe("nothing");
  expect(readPress({ ...base, to: "in-progress", ahead: "in-progress", isMine: true })).toBe("nothing");
  // To take a step over from somebody is an act.
  expect(readPress({ ...base, to: "in-progress", ahead: "in-progress" })).toBe("act");
});

test("when somebody else moves the board on, a press is about the step before for a moment", () => {
  expect(isMeantBefore({ movedAt: now - 200, outside: jon("done", 210), now })).toBe(true);
  expect(isMeantBefore({ movedAt: now - 1_500, outside: jon("done", 1_510), now })).toBe(false);
  // It was my own act that moved it on, or what Jon did is long ago.
  expect(isMeantBefore({ movedAt: now - 200, outside: null, now })).toBe(false);
  expect(isMeantBefore({ movedAt: now - 200, outside: jon("in-progress", 5_000), now })).toBe(false);
});
