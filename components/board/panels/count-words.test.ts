import { expect, test } from "vitest";
import { countWords, lengthWords } from "./count-words";

const at = (ms: number) => new Date(ms).toISOString();

test("a countdown counts down to its end, and up beyond it", () => {
  expect(countWords(at(272_000), 0)).toEqual({ text: "4:32", isOver: false });
  expect(countWords(at(272_000), 271_000)).toEqual({ text: "0:01", isOver: false });
  expect(countWords(at(272_000), 272_000)).toEqual({ text: "0:00", isOver: true });
  expect(countWords(at(272_000), 402_900)).toEqual({ text: "2:10", isOver: true });
});

test("lengths read like clocks", () => {
  expect([90, 900, 3_600].map(lengthWords)).toEqual(["1:30", "15:00", "1:00:00"]);
});
