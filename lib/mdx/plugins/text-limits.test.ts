import { expect, test } from "vitest";
import { checkTextLimits } from "./text-limits";

const staircase = (levels: number) =>
  Array.from({ length: levels }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n");
const ticks = (lengths: number) =>
  Array.from({ length: lengths }, (_, length) => `x${"`".repeat(length)}`).join("");

test.each([
  ["quotes on a line", ">".repeat(5_000), "too-deep"],
  ["lists on a line", `${"- ".repeat(3_000)}x`, "too-deep"],
  ["lists in lists", staircase(400), "too-deep"],
  ["stars", `${"**a *".repeat(1_000)}x`, "too-many-parts"],
  ["stars over many lines", "**a *\n".repeat(1_000), "too-many-parts"],
  ["underscores and stars", `${"_a **b ".repeat(1_500)}x${"** c_".repeat(1_500)}`, "too-many-parts"],
  ["stars after a fence", `\`\`\`\n\`\`\`\n${"**a *".repeat(1_000)}`, "too-many-parts"],
  ["backticks of every length", ticks(1_000), "too-many-parts"],
])("%s are refused in a moment", (_name, source, rule) => {
  const before = performance.now();
  expect(() => checkTextLimits(source)).toThrow(expect.objectContaining({ rule }));
  expect(performance.now() - before).toBeLessThan(500);
});

test.each([
  ["a rule of many signs", "- ".repeat(300)],
  ["quotes in quotes", `${">".repeat(40)} x`],
  ["an outline of ten levels, often", `${staircase(10)}\n`.repeat(100)],
  ["a long list of bold words", "- **word** and *more*\n".repeat(2_000)],
  ["a table of names with underscores", "| **a** | `b_c` | d_e_f |\n".repeat(2_000)],
  ["a log with underscores in words", "a_b_c_d_e_f level=info\n".repeat(2_000)],
  ["a paragraph of emphasis", "**a** and *b* ".repeat(200)],
  ["a program in a fence", `\`\`\`c\n${"*p++ = *q++;\n".repeat(2_000)}\`\`\``],
  ["code spans of a few lengths", "`a` ``b`c`` ```d``` ".repeat(500)],
])("%s is let through", (_name, source) => {
  expect(() => checkTextLimits(source)).not.toThrow();
});
