import { expect, test } from "vitest";
import { joinWords, type Words } from "./review-words";

const say = (words: Words[]) => joinWords(words, ({ text }) => text);

test("no blank stands inside brackets or before a colon, and one stands everywhere else", () => {
  expect(
    say([
      { type: "text", text: "escalated to L2 (" },
      { type: "quote", text: "Squad lead (#payments-alerts)" },
      { type: "text", text: ")" },
      { type: "text", text: ":" },
      { type: "quote", text: "no answer" },
    ]),
  ).toBe("escalated to L2 (Squad lead (#payments-alerts)): no answer");
  const opening: Words[] = [
    { type: "text", text: "escalated to L2" },
    { type: "text", text: "(" },
    { type: "quote", text: "Bo" },
    { type: "text", text: ")" },
  ];
  expect(say(opening)).toBe("escalated to L2 (Bo)");
});
