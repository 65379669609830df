import { expect, test } from "vitest";
import { plainOutput } from "./plain-output";

test.each([
  ["colours", "\u001b[1;32mhealthy\u001b[0m", "healthy"],
  ["moves of the cursor", "\u001b[2K\u001b[1Gdone\u001b[?25h", "done"],
  ["a title that ends with a bell", "\u001b]0;ana@host\u0007ok", "ok"],
  ["a title that ends with an escape", "\u001b]8;;https://x\u001b\\ok", "ok"],
  ["another character set", "\u001b(Bok", "ok"],
  ["turned signs", "gpj.\u202eexe\u2066x\u2069", "gpj.exex"],
  ["bells, backspaces and a lonely escape", "a\u0007b\u0008c\u001b", "abc"],
])("%s are taken out", (_, given, kept) => {
  expect(plainOutput(given)).toBe(kept);
});

test("tabs, line ends, accents, other scripts and emoji stay", () => {
  const honest = "NAME\tREADY\r\nMüller  שלום 👩\u200d💻\n[32m no escape";
  expect(plainOutput(honest)).toBe(honest);
});

test("signs without an end take no long time", () => {
  const started = performance.now();
  for (const piece of ["\u001b", "\u001b]", "\u001b[", "\u001b[;"]) plainOutput(piece.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
